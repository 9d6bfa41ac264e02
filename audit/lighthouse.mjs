// Lighthouse with the mobile preset over one page of each kind of a site that is served at the address given.
// Prints the scores; exits with 1 where accessibility, best practices or SEO is below 100, or the median of
// performance below 98. The browser is that of CHROME_PATH.
import { spawnSync } from "node:child_process";
const address = process.argv[2];
const pages = ["", "organisations/cica/", "treaties/shanghai-agreement-1996/", "summits/cica-2002-almaty/",
  "people/kassym-jomart-tokayev/", "places/almaty/", "galleries/one-market/", "membership/", "about/"];
const wanted = ["accessibility", "best-practices", "seo"];
const speeds = [];
let short = false;
for (const page of pages) {
  const run = spawnSync("node_modules/.bin/lighthouse", [address + page, "--quiet", "--output=json", "--output-path=stdout",
    "--only-categories=" + ["performance", ...wanted].join(","), "--chrome-flags=--headless=new --no-sandbox"],
    { encoding: "utf8", maxBuffer: 1 << 28 });
  if (run.status !== 0) { console.error(run.stderr); process.exit(1); }
  const report = JSON.parse(run.stdout);
  const score = name => Math.round(report.categories[name].score * 100);
  speeds.push(score("performance"));
  console.log([score("performance"), ...wanted.map(score), "/" + page].join("\t"));
  for (const name of wanted.filter(name => score(name) < 100)) {
    short = true;
    for (const { id } of report.categories[name].auditRefs) {
      const audit = report.audits[id];
      if (audit.score !== null && audit.score < 1) { console.log(`\t${name}: ${audit.title}`); }
    }
  }
}
speeds.sort((a, b) => a - b);
const median = speeds[Math.floor(speeds.length / 2)];
console.log(`median of performance: ${median}`);
process.exit(short || median < 98 ? 1 : 0);
