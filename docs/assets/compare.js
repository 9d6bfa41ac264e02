/* Comparison of any two, told by the address (?a=sco&b=csto&date=2002-10-07). views/compare_data.py worked all out
   beforehand; only day numbers are looked up here. Pairs with a page of their own are led there, unless a day is asked. */
(() => {
  "use strict";
  document.querySelectorAll("form.compare-on-day").forEach((one) => { one.hidden = false; });
  const form = document.querySelector("form.compare-ask"), block = document.getElementById("compare-data");
  if (!form || !block) { return; }
  const D = JSON.parse(block.textContent), S = D.sides, f = form.elements, title = document.title;
  const W = D.words, said = form.querySelector("[role=status]"), box = document.querySelector(".compare-result");
  const byId = {}, courses = {};
  S.forEach((s, n) => { s.n = n; byId[s.id] = s; });
  D.courses.forEach((c) => { courses[c[0] + "-" + c[1]] = c; });

  /* What is put into a template is escaped unless it came from one. */
  class Html extends String {}
  const text = (x) => x instanceof Html ? x : Array.isArray(x) ? x.map(text).join("") : String(x ?? "").replace(/[&<>"]/g, (c) => "&#" + c.charCodeAt(0) + ";");
  const html = (parts, ...values) => new Html(parts.map((part, i) => part + (i < values.length ? text(values[i]) : "")).join(""));
  const link = (s) => html`<a href="../${s.kind}/${s.id}/">${s.name}</a>`;
  const item = (i) => html`<a href="../${D.items[i][0]}/">${D.items[i][1]}</a>`;
  const rows = (head, lines, labels) => html`${head ? html`<thead><tr>${head.map((h) => html`<th scope="col">${h}</th>`)}</tr></thead>` : ""}<tbody>${lines.map((l) =>
    html`<tr><th scope="row">${l[0]}</th>${l.slice(1).map((c, i) => html`<td data-label="${labels ? head[i + 1] : ""}">${c}</td>`)}</tr>`)}</tbody>`;
  const list = (lines) => lines.length ? html`<ul>${lines.map((l) => html`<li>${l}</li>`)}</ul>` : html`<p class="note">${W.none}</p>`;

  /* How sure it is (3 to 0), and whether not belonging tells nothing. */
  function belongs(side, x, day) {
    const [org, who] = side.kind === "organisations" ? [side, x] : [x, side], course = courses[org.n + "-" + who.n];
    let sure = 0;
    for (let i = 2; course && i < course.length && course[i] <= day; i += 2) { sure = course[i + 1]; }
    return { sure, silent: org.part && !course };
  }
  function shared(a, b, day) {
    const lists = [[], [], []];
    D.order.forEach((n) => {
      const p = belongs(a, S[n], day), q = belongs(b, S[n], day);
      if (p.sure && q.sure) { lists[0].push([n, Math.min(p.sure, q.sure)]); }
      else if (p.sure) { lists[1].push([n, q.silent ? 0 : p.sure]); }
      else if (q.sure) { lists[2].push([n, p.silent ? 0 : q.sure]); }
    });
    return lists;
  }
  const told = (found, full) => !found.length && full ? html`<span class="note">${W.none}</span>` : [3, 2, 1, 0].map((level) => {
    const own = found.filter((x) => x[1] === level);
    return own.length ? html`<span class="sure">${full || level < 3 ? html`<span class="note">${W.levels[level]}</span> ` : ""}<b>${own.length}</b> ${own.map((x, i) => [i ? ", " : "", full ? link(S[x[0]]) : S[x[0]].name])}</span> ` : "";
  });
  function chart(days, what) {
    const most = Math.max(...days.map((d) => d[1][0].length)), step = D.chart[0] / days.length, high = D.chart[1], unit = high / most;
    const bars = days.map(([year, [both]], i) => {
      const sure = both.filter((x) => x[1] === 3).length, all = both.length;
      return html`<rect class="certain" x="${step * i}" y="${high - sure * unit}" width="${step - 2}" height="${sure * unit}"/>${all > sure ? html`<rect class="perhaps" x="${step * i + 0.5}" y="${high - all * unit + 0.5}" width="${step - 3}" height="${(all - sure) * unit - 1}"/>` : ""}${year % 10 ? "" : html`<text x="${step * i}" y="${high + 11}">${year}</text>`}`;
    });
    return most ? html`<figure class="common-chart"><svg viewBox="0 -14 ${D.chart[0]} ${high + 28}" role="img" aria-label="${what} ${W.common}: ${most}"><line class="base" x2="${D.chart[0]}" y1="${high}" y2="${high}"/>${bars}<text y="-4">${most}</text></svg><p class="caption">${what} ${W.common}</p></figure>` : "";
  }
  function periods(days, heads) {
    const found = [];
    days.forEach(([year, lists], i) => {
      const key = JSON.stringify(lists), last = found[found.length - 1];
      if (last && last.key === key) { last.to = i; } else { found.push({ key, lists, year, from: i, to: i }); }
    });
    return rows([W.ends, ...heads], found.filter((p) => p.key !== "[[],[],[]]").map((p) => {
      const open = p.to === days.length - 1, to = open ? D.asOf : days[p.to][0];
      return [p.from === p.to ? to : p.year + (open ? " to " : "–") + to, ...p.lists.map((l) => told(l))];
    }), true);
  }
  function spells(a, b) {
    const lines = {}, k = a.kind === "organisations" ? 0 : 1;
    D.spells.forEach((s) => [a, b].forEach((side, i) => { if (s[k] === side.n) { (lines[s[1 - k]] ||= [[], []])[i].push(s); } }));
    const keys = D.order.filter((n) => lines[n]), both = (n) => lines[n].every((own) => own.length);
    return rows([k ? "Organisation" : "State", ...[a, b].map((s) => html`${link(s)} ${W.span}`)], [...keys.filter(both), ...keys.filter((n) => !both(n))].map((n) => [link(S[n]), ...lines[n].map((own) => own.length
      ? html`<svg class="org-${S[own[0][0]].id}" viewBox="0 0 ${D.width} 16" width="${D.width}" height="16" role="img" aria-label="${own.map((s) => s[2]).join("; ")}">${own.map((s) => html`<g class="bar form-${s[3]}">${s[4].map((p) => html`<path d="${p[0]}"${p[1] ? html` class="soft"` : ""}/>`)}</g>`)}</svg>` : "")]));
  }
  const count = (t) => html`<b>${t[0]}</b>${[["first", t[1]], ["last", t[0] > 1 ? t[2] : null]].map(([end, i]) => i === null ? "" : html`<br>${end}: ${D.items[i][2]}, ${item(i)}`)}`;

  function show(a, b, iso) {
    const L = D.labels[a.kind], what = a.kind === "organisations" ? "Members" : "Organisations", both = (ids) => [a, b].every((s) => ids.includes(s.n));
    const heads = ["Both", a.name + " alone", b.name + " alone"], lists = shared(a, b, iso ? Date.parse(iso) / 864e5 : D.last), days = D.ends.map((end) => [end[1], shared(a, b, end[0])]);
    const name = a.name + " and " + b.name + (iso ? " on " + new Date(iso).toLocaleDateString("en-GB", { dateStyle: "long", timeZone: "UTC" }) : " in " + D.asOf);
    const part = S.filter((s) => s.part && (a.kind === "countries" || s === a || s === b)).map((s) => s.name).join(", ");
    box.innerHTML = html`<h2 tabindex="-1">${name}</h2><table class="compared">${rows(null, lists.map((l, i) => [heads[i], told(l, true)]))}</table>
      ${part && html`<p class="note">${part}: ${W.part}</p>`}
      ${a.page && b.page ? html`<p><a href="${a.id}-${b.id}/">${W.page}</a></p>` : ""}
      <h2>${W.heads[0]}</h2>${chart(days, what)}<table class="rolls">${periods(days, heads)}</table>
      <h2>${W.heads[1]}</h2><div class="pair"><div class="matrix-region" role="region" tabindex="0" aria-label="${W.heads[1]}"><table class="matrix">${spells(a, b)}</table></div></div>
      <h2>${W.heads[2]}</h2><table class="compared">${rows(["", link(a), link(b)], [...L.cells.map((l, i) => [l, a.cells[i] || W.none, b.cells[i] || W.none]), ...L.tallies.map((l, i) => [l, count(a.tallies[i]), count(b.tallies[i])])])}</table>
      ${a.kind === "organisations" ? html`<h2>${W.heads[3]}</h2>${list(D.descent.filter((d) => both([d[0], d[2]])).map((d) => html`${link(S[d[0]])}: ${d[1]} ${link(S[d[2]])}${d[3] && ", " + d[3]}`))}` : ""}
      ${L.lists.map((l, i) => html`<h2>${l}</h2>${list(D.lists[a.kind][i].filter((x) => both(x[1])).map((x) => html`${D.items[x[0]][2]} ${item(x[0])}`))}`)}
      <h2>${W.heads[4]}</h2>${list(D.disputes.filter((d) => both(d[3])).map((d) => html`<a href="../disputes/#dispute-${d[0]}">${d[1]}</a>: ${d[2]}`))}`;
    box.hidden = false;
    document.title = name + " – " + title;
    said.textContent = name + ": " + lists[0].length + " " + W.found;
  }

  /* Levenshtein's. */
  function distance(x, y) {
    let row = [...y, 0].map((_, j) => j);
    [...x].forEach((c, i) => {
      const next = [i + 1];
      [...y].forEach((d, j) => next.push(Math.min(next[j] + 1, row[j + 1] + 1, row[j] + (c === d ? 0 : 1))));
      row = next;
    });
    return row[y.length];
  }
  function fault(a, b, q) {
    for (const key of ["a", "b"]) {
      const asked = q.get(key) || "", url = new URL(location);
      const far = (s) => Math.min(...[s.id, s.name, s.title].map((n) => distance(asked.toLowerCase().slice(0, 60), n.toLowerCase())));
      if (!byId[asked]) {
        const near = S.reduce((best, s) => far(s) < far(best) ? s : best);
        url.searchParams.set(key, near.id);
        return html`${W.unknown} “${asked}”; did you mean <a href="${url.search}">${near.name}</a>?`;
      }
    }
    if (a === b) { return W.same; }
    if (a.kind !== b.kind) { return html`${W.mixed} ${link(a)}, ${link(b)}.`; }
    return (q.get("date") || "") !== f.date.value ? W.day : f.date.validity.valid ? "" : W.range;
  }
  function answer(leave) {
    const q = new URL(location).searchParams, date = q.get("date"), [a, b] = [byId[q.get("a")], byId[q.get("b")]];
    box.hidden = true;
    document.title = title;
    said.textContent = "";
    if (!q.has("a") && !q.has("b")) { return; }
    if (a) { f.a.value = a.id; }
    if (b) { f.b.value = b.id; }
    f.date.value = date || "";
    const wrong = fault(a, b, q);
    if (wrong) { said.innerHTML = text(wrong); return; }
    const [one, other] = a.id < b.id ? [a, b] : [b, a];
    if (!date && a.page && b.page) { leave(new URL(document.querySelector(`.pairs a[data-a="${one.id}"][data-b="${other.id}"]`).href)); } else { show(one, other, date); }
  }
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    const before = location.href;
    history.pushState(null, "", "?a=" + f.a.value + "&b=" + f.b.value + (f.date.value && "&date=" + f.date.value));
    answer((url) => { history.replaceState(null, "", before); location.assign(url); });
    box.querySelector("h2")?.focus();
  });
  window.addEventListener("popstate", () => answer((url) => location.replace(url)));
  form.hidden = false;
  answer((url) => location.replace(url));
})();
