/* The timeline's entries, read from the list on the page, and small helpers that its other scripts share.
   Days are whole numbers since 1 January 1970; dates in text are ISO (1996-04-26). */
window.Timeline = (function () {
  "use strict";
  const GROUPS = ["organisation", "kind", "country", "person", "place"];

  function day(iso) { return Math.round(Date.parse(iso) / 864e5); }
  function iso(number) { return new Date(Math.floor(number) * 864e5).toISOString().slice(0, 10); }
  function year(number) { return new Date(Math.floor(number) * 864e5).getUTCFullYear(); }
  /* The last day of a year, a month or a day: "2026-06" is 30 June 2026. Not a number for anything else. */
  function lastDay(text) {
    if (!/^\d{4}(-\d\d){0,2}$/.test(text)) { return NaN; }
    if (text.length === 10) { return day(text); }
    const months = text.length === 4 ? 12 : Number(text.slice(5));
    return Date.UTC(Number(text.slice(0, 4)), months, 0) / 864e5;
  }
  /* Words as they are looked for: small letters without accents. */
  function plain(text) { return text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase(); }
  function make(tag, className, text) {
    const element = document.createElement(tag);
    element.className = className || "";
    if (text !== undefined) { element.textContent = text; }
    return element;
  }

  /* The words as they are written: on the page a day is bound to its month. */
  function words(node) { return node.textContent.trim().replace(/\u00a0/g, " "); }
  /* One entry: first and last possible day; begun and going, the days between which a duration surely
     lasted (of one moment: begun is its last day, going its first). Open ends are infinite. */
  function entry(row) {
    const data = row.dataset, what = row.querySelector(".what"), act = what.querySelector(".act");
    const link = what.firstElementChild && what.firstElementChild.matches("a:not(.disputed)") ? what.firstElementChild : null;
    const from = data.from || "0000", to = data.to || "9999";
    const one = {
      row: row, id: data.id, kind: [data.kind], date: data.date, disputed: "disputed" in data,
      from: from, to: to, begun: data.begun || to, going: data.going || from, lasts: "begun" in data,
      first: data.from ? day(data.from) : -Infinity, last: data.to ? day(data.to) + 1 : Infinity,
      when: words(row.querySelector(".when")),
      title: words(link || what.firstChild), act: act ? words(act) : "",
      href: link ? link.getAttribute("href") : "#top",
    };
    one.label = one.title + (one.act ? ": " + one.act : "");
    one.text = plain(one.when + " " + one.title + " " + one.act);
    GROUPS.forEach(name => { one[name] = one[name] || (data[name] ? data[name].split(" ") : []); });
    return one;
  }
  function entries(scope) { return Array.from(scope.querySelectorAll("ol.timeline > li[data-kind]"), entry); }

  return { GROUPS, day, iso, year, lastDay, plain, make, entries };
})();
