/* The atlas: moves the map, the table and the places to a day. What holds on a day is decided when the page is made;
   here the number of the day is compared with runs of days (data-runs, data-names, data-from and data-to). The day and
   the organisation stand in the address; Back undoes one step. Without script the last known day stands. */
(function () {
  "use strict";
  var atlas = document.querySelector(".atlas");
  if (!atlas) { return; }
  var MONTHS = "January February March April May June July August September October November December".split(" ");
  var FIRST = +atlas.dataset.first, LAST = +atlas.dataset.last, WINDOW = +atlas.dataset.window;
  var form = atlas.querySelector("form"), map = atlas.querySelector(".atlas-map"), popup = atlas.querySelector(".atlas-popup");
  var figure = atlas.querySelector(".atlas-figure"), said = form.querySelector("[role=status]"), table = document.querySelector(".atlas-rows");
  var field = form.elements, options = field.organisation.options, state = null, held = {}, before = null, opener = null;

  function all(root, selector) { return Array.from(root.querySelectorAll(selector)); }
  function number(iso) { return Math.round(Date.parse(iso + "T00:00:00Z") / 864e5); }
  function iso(day) { return new Date(day * 864e5).toISOString().slice(0, 10); }
  /* The last day stands for the whole up to which the exhibit knows (June 2026), as the page words it. */
  var known = atlas.querySelector(".atlas-day .day").textContent;
  function words(day) { if (day === LAST) { return known; } var d = new Date(day * 864e5); return d.getUTCDate() + " " + MONTHS[d.getUTCMonth()] + " " + d.getUTCFullYear(); }
  function at(runs, day) { var i = runs.length - 1; while (i > 0 && runs[i][0] > day) { i -= 1; } return runs[i][1]; }

  var rows = all(table, "tbody tr").map(function (row) {
    var runs = row.dataset.runs.split(" ").map(function (run) { return [+run.slice(0, -1), run.slice(-1)]; });
    return { row: row, state: row.dataset.state, organisation: row.dataset.organisation, status: row.dataset.status, own: !("part" in form.querySelector('option[value="' + row.dataset.organisation + '"]').dataset), runs: runs };
  });
  var rowsOf = {};
  rows.forEach(function (row) { (rowsOf[row.organisation] = rowsOf[row.organisation] || []).push(row); });
  var acts = all(document, ".atlas-spots li").map(function (row) {
    var days = row.dataset.days.split(" ");
    return { row: row, from: +days[0], to: +days[1], organisations: row.dataset.organisations.split(" ") };
  });
  var named = all(document, "[data-names]").map(function (node) { return { node: node, runs: JSON.parse(node.dataset.names) }; });
  var kinds = {}, titles = {};
  all(atlas, ".atlas-legend [data-status]").forEach(function (item) { kinds[item.dataset.status] = item; });
  all(map, ".badge").forEach(function (badge) { titles[badge.dataset.state] = badge.dataset.title; });
  var CLASSES = { c: "certainly", p: "possibly", u: "unknown" }, SUREST = "cpu";

  function chosen(row) { return state.organisation ? row.organisation === state.organisation : row.own; }
  function changes() {
    var days = {};
    rows.filter(chosen).forEach(function (row) { row.runs.slice(1).forEach(function (run) { days[run[0]] = 1; }); });
    return Object.keys(days).map(Number).sort(function (a, b) { return a - b; });
  }

  function showRows() {
    held = {};
    rows.forEach(function (row) {
      var code = chosen(row) ? at(row.runs, state.day) : "-";
      row.row.hidden = code === "-";
      ["certainly", "possibly", "unknown"].forEach(function (name) { row.row.classList.toggle(name, CLASSES[code] === name); });
      if (code !== "-") { (held[row.state] = held[row.state] || []).push({ row: row, code: code }); }
    });
    var share = 100 * (new Date(state.day * 864e5).getUTCFullYear() - 1991) + 100 * (state.day - number(iso(state.day).slice(0, 4) + "-01-01")) / 366;
    document.querySelector("article").style.setProperty("--now", share / (new Date(LAST * 864e5).getUTCFullYear() - 1990) + "%");
    document.querySelector(".nobody").hidden = Object.keys(held).length > 0;
    var off = Object.keys(held).filter(function (id) { return !titles[id]; }).map(function (id) { return held[id][0].row.row.cells[0].textContent; });
    document.querySelector(".off-map").textContent = off.length ? "Not on the map: " + off.join(", ") + "." : "";
  }
  /* Of the spells of a state the surest speaks; of equally sure ones all do, the strongest status first. */
  function mark(list) {
    var code = SUREST.split("").find(function (c) { return list.some(function (one) { return one.code === c; }); });
    var best = list.filter(function (one) { return one.code === code; });
    var text = best.map(function (one) { return kinds[one.row.status].dataset.letter; }).filter(function (l, i, own) { return own.indexOf(l) === i; }).join("/");
    return { form: kinds[best[0].row.status].dataset.form, code: code, text: code === "u" ? "?" : text + (code === "p" ? "?" : "") };
  }
  function ids(list, codes) {
    var found = {};
    list.forEach(function (one) { if (codes.indexOf(one.code) >= 0) { found[one.row.organisation] = 1; } });
    return Object.keys(found).length;
  }
  function count(list) {
    var number = ids(list, "cp");
    return { number: number, text: (number || "") + (ids(list, "c") < ids(list, "cpu") ? "?" : "") };
  }
  function showMap() {
    atlas.querySelector(".atlas-figure").className = "atlas-figure" + (state.organisation ? " org-" + state.organisation : "");
    all(map, ".state").forEach(function (link) {
      var list = held[link.dataset.state], use = link.querySelector("use"), one = list && (state.organisation ? mark(list) : count(list));
      link.setAttribute("class", !list ? "state" : state.organisation ? "state holds " + CLASSES[one.code] : "state holds n" + Math.min(one.number, 9));
      if (list && state.organisation && one.code !== "u") { use.setAttribute("fill", "url(#atlas-" + one.form + ")"); } else { use.removeAttribute("fill"); }
    });
    all(map, ".badge").forEach(function (badge) {
      var list = held[badge.dataset.state], one = list && (state.organisation ? mark(list) : count(list));
      badge.classList.toggle("off", !list);
      if (!list) { badge.setAttribute("aria-label", badge.dataset.title); return; }
      badge.querySelector("text").textContent = one.text;
      badge.classList.toggle("wide", one.text.length > 2);
      badge.setAttribute("aria-label", badge.dataset.title + ": " + (state.organisation ? list.map(told).join(", ") : "in " + one.text + " of the organisations"));
    });
    all(atlas, ".atlas-smalls li").forEach(function (small) {
      var id = small.dataset.organisation, now = {};
      rowsOf[id].forEach(function (row) {
        var code = at(row.runs, state.day);
        if (code !== "-") { (now[row.state] = now[row.state] || []).push({ row: row, code: code }); }
      });
      all(small, "[data-state]").forEach(function (use) {
        var one = now[use.dataset.state] && mark(now[use.dataset.state]);
        use.setAttribute("class", one ? "holds form-" + one.form + " " + CLASSES[one.code] : "");
      });
      small.classList.toggle("off", !Object.keys(now).length);
      small.classList.toggle("chosen", id === state.organisation);
      small.querySelector(".count").textContent = Object.keys(now).filter(function (who) {
        return now[who].some(function (one) { return one.code !== "u"; });
      }).length || "?";
    });
  }
  function told(one) { return { c: "", p: "possibly ", u: "not known whether " }[one.code] + one.row.status; }

  function showActs() {
    var total = 0;
    acts.forEach(function (act) {
      act.row.hidden = !(act.from <= state.day && act.to > state.day - WINDOW) || (state.organisation && act.organisations.indexOf(state.organisation) < 0);
    });
    all(document, ".atlas-spots details").forEach(function (spot) {
      var shown = all(spot, "li:not([hidden])").length, point = map.querySelector('.place[data-place="' + spot.dataset.place + '"]');
      spot.hidden = !shown;
      total += shown;
      spot.querySelector(".count").textContent = shown;
      if (point) {
        point.classList.toggle("off", !shown);
        point.setAttribute("aria-label", spot.querySelector(".name").textContent + ": " + shown + (shown === 1 ? " signature or meeting" : " signatures and meetings"));
      }
    });
    document.querySelector(".nothing").hidden = total > 0;
  }
  function legend() {
    var counts = {}, sure = { p: 0, u: 0 };
    Object.keys(held).forEach(function (id) {
      held[id].forEach(function (one) { if (one.code !== "u") { counts[one.row.status] = (counts[one.row.status] || 0) + 1; } if (one.code in sure) { sure[one.code] += 1; } });
    });
    atlas.querySelector(".atlas-legend.all").hidden = Boolean(state.organisation);
    atlas.querySelector(".atlas-legend.one").hidden = !state.organisation;
    var parts = [];
    Object.keys(kinds).forEach(function (status) {
      var item = kinds[status], n = counts[status] || 0, text = n === 1 ? item.dataset.one : item.dataset.many;
      item.hidden = !n;
      item.querySelector("b").textContent = n;
      item.querySelector(".words").textContent = text;
      if (n) { parts.push(n + " " + text); }
    });
    [["possibly", "p"], ["unknown", "u"]].forEach(function (pair) {
      var item = atlas.querySelector(".sureness." + pair[0]);
      item.hidden = !sure[pair[1]];
      item.querySelector("b").textContent = sure[pair[1]];
      if (sure[pair[1]] && state.organisation) { parts.push(sure[pair[1]] + (pair[1] === "p" ? " of them not surely" : " not known")); }
    });
    return state.organisation ? parts.join(", ") || "nobody" : Object.keys(held).length + " states and bodies";
  }
  function fingerprint() {
    var found = {};
    Object.keys(held).forEach(function (id) { held[id].forEach(function (one) { found[id + " " + one.row.organisation + " " + one.row.status] = one.code; }); });
    return found;
  }
  function changed(old, now) {
    var keys = Object.keys(Object.assign({}, old, now));
    return keys.filter(function (key) { return old[key] !== now[key]; }).length;
  }

  function show(note) {
    var option = field.organisation.selectedOptions[0];
    shut(false);
    named.forEach(function (one) { one.node.textContent = at(one.runs, state.day); });
    showRows(); showMap(); showActs();
    var summary = legend(), now = fingerprint(), moved = before && before.organisation === state.organisation ? changed(before.held, now) : 0;
    before = { organisation: state.organisation, held: now };
    atlas.querySelector(".atlas-day .what").textContent = state.organisation ? option.textContent : "All organisations";
    atlas.querySelector(".atlas-day .day").textContent = words(state.day);
    atlas.querySelector(".atlas-part").hidden = !("part" in option.dataset);
    said.textContent = (note ? note + " " : "") + words(state.day) + ": " + summary + (moved ? "; " + moved + " changed" : "") + ".";
    said.classList.toggle("wrong", Boolean(note));
    write();
  }
  function write() {
    var d = new Date(state.day * 864e5), days = changes();
    field.organisation.value = state.organisation;
    field.date.value = iso(state.day);
    field.month.value = (d.getUTCFullYear() - 1991) * 12 + d.getUTCMonth();
    field.month.setAttribute("aria-valuetext", words(state.day));
    form.querySelector(".changes path").setAttribute("d", days.map(function (day) {
      return "M" + (1000 * (day - FIRST) / (LAST - FIRST)).toFixed(1) + " 3V14";
    }).join(""));
    var next = { "-1": days.some(function (day) { return day < state.day; }), 1: days.some(function (day) { return day > state.day; }) };
    all(form, "[data-step]").forEach(function (button) { button.setAttribute("aria-disabled", String(!next[button.dataset.step])); });
  }
  function address() {
    var url = new URL(location.href);
    url.search = "date=" + iso(state.day) + (state.organisation ? "&organisation=" + encodeURIComponent(state.organisation) : "");
    url.hash = "";
    return url;
  }
  function go(day, organisation) {
    if (state && day === state.day && organisation === state.organisation) { return; }
    state = { day: day, organisation: organisation };
    field.organisation.value = organisation;
    history.pushState(null, "", address());
    show("");
  }
  function valid(text) {
    var day = /^\d{4}-\d\d-\d\d$/.test(text) ? number(text) : NaN;
    return !isNaN(day) && iso(day) === text && day >= FIRST && day <= LAST ? day : null;
  }
  function wrong(text) { return "“" + text + "” is not a day between " + words(FIRST) + " and " + words(LAST) + "."; }
  function fromAddress() {
    var given = new URL(location.href).searchParams, date = given.get("date"), organisation = given.get("organisation") || "", notes = [];
    var day = date === null ? LAST : valid(date);
    if (day === null) { notes.push(wrong(date.slice(0, 40))); day = LAST; }
    if (!Array.from(options).some(function (o) { return o.value === organisation; })) { notes.push("The atlas has no organisation “" + organisation.slice(0, 40) + "”."); organisation = ""; }
    state = { day: day, organisation: organisation };
    field.organisation.value = organisation;
    show(notes.join(" "));
  }

  /* The popup of a state or a place: what the lists below say of it for the day. */
  function open(link, title, nodes, href, text) {
    var body = popup.querySelector(".body"), list = document.createElement("ul"), more = document.createElement("p"), all_ = document.createElement("a");
    nodes.forEach(function (node) { list.appendChild(node); });
    all_.href = href; all_.textContent = text; more.appendChild(all_);
    body.replaceChildren(list, more);
    popup.querySelector("p").textContent = title;
    popup.hidden = false;
    var box = figure.getBoundingClientRect(), mark_ = (link.querySelector(".hit") || link).getBoundingClientRect();
    var left = mark_.left - box.left + figure.scrollLeft + mark_.width, room = figure.scrollLeft + figure.clientWidth - popup.offsetWidth - 8;
    popup.style.left = Math.max(figure.scrollLeft + 8, Math.min(left, room)) + "px";
    popup.style.top = Math.max(8, Math.min(mark_.top - box.top + mark_.height, map.getBoundingClientRect().height - popup.offsetHeight - 8)) + "px";
    opener = link;
    popup.focus({ preventScroll: true });
  }
  function shut(back) {
    if (popup.hidden) { return; }
    popup.hidden = true;
    if (back && opener) { opener.focus({ preventScroll: true }); }
  }
  function item(parts) { var li = document.createElement("li"); parts.forEach(function (part) { li.append(part); }); return li; }
  function openState(link) {
    var id = link.dataset.state, badge = map.querySelector('.badge[data-state="' + id + '"]');
    var nodes = (held[id] || []).map(function (one) {
      var cells = one.row.row.cells;
      return item([cells[1].textContent + ": " + told(one) + ", since ", cells[3].querySelector("a").cloneNode(true)]);
    });
    if (!nodes.length) { nodes = [item(["Nothing is recorded for this day."])]; }
    open(badge.classList.contains("off") ? link : badge, titles[id] + ", " + words(state.day), nodes, badge.getAttribute("href"), "All about " + titles[id]);
  }
  function openPlace(link) {
    var spot = document.getElementById("at-" + link.dataset.place), page = spot.querySelector("p a");
    open(link, spot.querySelector(".name").textContent, all(spot, "li:not([hidden])").map(function (li) { return li.cloneNode(true); }), page.getAttribute("href"), page.textContent);
  }

  form.addEventListener("submit", function (event) { event.preventDefault(); });
  field.organisation.addEventListener("change", function () { go(state.day, field.organisation.value); });
  field.date.addEventListener("change", function () {
    var day = valid(field.date.value);
    if (day === null) { said.textContent = wrong(field.date.value || "nothing"); said.classList.add("wrong"); } else { go(day, state.organisation); }
  });
  function monthly() { return Math.max(FIRST, number(1991 + Math.floor(field.month.value / 12) + "-" + String(field.month.value % 12 + 1).padStart(2, "0") + "-01")); }
  field.month.addEventListener("input", function () { state.day = monthly(); show(""); });
  field.month.addEventListener("change", function () { history.pushState(null, "", address()); });
  all(form, "[data-step]").forEach(function (button) {
    button.addEventListener("click", function () {
      var days = changes(), day = button.dataset.step === "1" ? days.find(function (d) { return d > state.day; }) : days.reverse().find(function (d) { return d < state.day; });
      if (day !== undefined) { go(day, state.organisation); }
    });
  });
  atlas.addEventListener("click", function (event) {
    var link = event.target.closest("a[data-state], a.place"), small = event.target.closest(".atlas-smalls li");
    if (event.ctrlKey || event.metaKey || event.shiftKey) { return; }
    if (small) { event.preventDefault(); go(state.day, small.dataset.organisation === state.organisation ? "" : small.dataset.organisation); }
    else if (link) { event.preventDefault(); if (link.classList.contains("place")) { openPlace(link); } else { openState(link); } }
    else if (!event.target.closest(".atlas-popup")) { shut(false); }
  });
  popup.querySelector("button").addEventListener("click", function () { shut(true); });
  atlas.addEventListener("keydown", function (event) { if (event.key === "Escape") { shut(true); } });
  window.addEventListener("popstate", fromAddress);
  form.hidden = false;
  fromAddress();
  figure.scrollLeft = (figure.scrollWidth - figure.clientWidth) * 0.4;
})();
