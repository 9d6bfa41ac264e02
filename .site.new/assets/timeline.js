/* The timeline's filter. The whole state stands in the address, so that a copied link shows the same; Back undoes
   one step. Without script the whole list stands. No framework; the entries are the list items of the page. */
(function () {
  "use strict";
  var form = document.querySelector("form.timeline-filter");
  if (!form) { return; }
  var NAMES = ["organisation", "kind", "country", "person", "place", "from", "to", "certainty", "q", "disputed"];
  var LISTS = ["organisation", "country", "person", "place"];
  var marks = {};
  document.querySelectorAll("figure.chart a[data-n]").forEach(function (mark) { marks[mark.dataset.n] = mark; });
  var entries = Array.from(document.querySelectorAll("ol.timeline > li[data-n]")).map(function (row) {
    var entry = { row: row, kind: row.dataset.kind, from: row.dataset.from, to: row.dataset.to,
      disputed: "disputed" in row.dataset, text: row.textContent.toLowerCase(), mark: marks[row.dataset.n] };
    LISTS.forEach(function (name) { entry[name] = (row.dataset[name] || "").split(" "); });
    return entry;
  });
  var said = form.querySelector("[role=status]");

  function read() {
    var state = {};
    NAMES.forEach(function (name) {
      var field = form.elements[name];
      var value = field.type === "checkbox" ? (field.checked ? "1" : "") : field.value.trim();
      if (value) { state[name] = value; }
    });
    return state;
  }
  function write(state) {
    NAMES.forEach(function (name) {
      var field = form.elements[name];
      if (field.type === "checkbox") { field.checked = state[name] === "1"; } else { field.value = state[name] || ""; }
    });
  }
  function fits(entry, state, without) {
    for (var i = 0; i < LISTS.length; i += 1) {
      var name = LISTS[i];
      if (name !== without && state[name] && entry[name].indexOf(state[name]) < 0) { return false; }
    }
    if (without !== "kind" && state.kind && entry.kind !== state.kind) { return false; }
    if (state.disputed && !entry.disputed) { return false; }
    if (state.q && entry.text.indexOf(state.q.toLowerCase()) < 0) { return false; }
    var first = state.from ? state.from.padStart(4, "0") + "-01-01" : "", last = state.to ? state.to.padStart(4, "0") + "-12-31" : "9999";
    return state.certainty === "certain"
      ? entry.from >= first && entry.to <= last && (first === "" && last === "9999" ? entry.from > "0001-01-01" && entry.to < "9999" : true)
      : entry.to >= first && entry.from <= last;
  }
  function recount(state) {
    LISTS.concat("kind").forEach(function (name) {
      var counts = {};
      entries.forEach(function (entry) {
        if (fits(entry, state, name)) { [].concat(entry[name]).forEach(function (id) { counts[id] = (counts[id] || 0) + 1; }); }
      });
      Array.from(form.elements[name].options).forEach(function (option) {
        if (option.value) { option.textContent = option.dataset.label + " (" + (counts[option.value] || 0) + ")"; }
      });
    });
  }
  function apply(state) {
    var shown = 0;
    entries.forEach(function (entry) {
      var visible = fits(entry, state, null);
      entry.row.hidden = !visible;
      if (entry.mark) { entry.mark.classList.toggle("out", !visible); }
      shown += visible ? 1 : 0;
    });
    document.querySelectorAll("div.year").forEach(function (year) {
      var empty = !year.querySelector("li[data-n]:not([hidden])");
      year.hidden = empty;
      if (year.previousElementSibling && year.previousElementSibling.tagName === "H2") { year.previousElementSibling.hidden = empty; }
    });
    said.textContent = shown + " of " + entries.length + " entries";
    recount(state);
  }
  function address(state) {
    var url = new URL(location.href);
    url.search = NAMES.filter(function (n) { return state[n]; }).map(function (n) { return n + "=" + encodeURIComponent(state[n]); }).join("&");
    return url;
  }
  function fromAddress() {
    var state = {}, given = new URL(location.href).searchParams;
    NAMES.forEach(function (name) { if (given.get(name)) { state[name] = given.get(name); } });
    write(state);
    apply(read());
  }
  function changed() {
    var state = read();
    history.pushState(null, "", address(state));
    apply(state);
  }
  function cell(text) {
    var safe = /^[=+\-@\t\r]/.test(text) ? "'" + text : text;
    return '"' + safe.replace(/"/g, '""') + '"';
  }
  function download(kind) {
    var rows = entries.filter(function (entry) { return !entry.row.hidden; }).map(function (entry) {
      return { id: entry.row.dataset.id, date: entry.row.dataset.date, words: entry.row.querySelector(".when").textContent.trim(),
        what: entry.row.querySelector(".what").cloneNode(true).textContent.replace(/\s+/g, " ").trim(), kind: entry.kind, page: entry.row.querySelector(".what a").href };
    });
    var fields = ["id", "date", "words", "what", "kind", "page"];
    var text = kind === "json" ? JSON.stringify({ from: location.href, entries: rows }, null, 1)
      : [fields.join(",")].concat(rows.map(function (row) { return fields.map(function (f) { return cell(row[f]); }).join(","); })).join("\r\n");
    var link = document.createElement("a");
    link.href = URL.createObjectURL(new Blob([text], { type: kind === "json" ? "application/json" : "text/csv" }));
    link.download = "eurasian-accords-timeline." + kind;
    link.click();
    URL.revokeObjectURL(link.href);
  }

  form.addEventListener("change", changed);
  form.addEventListener("submit", function (event) { event.preventDefault(); changed(); });
  form.addEventListener("reset", function () { setTimeout(changed, 0); });
  form.querySelectorAll("[data-download]").forEach(function (button) {
    button.addEventListener("click", function () { download(button.dataset.download); });
  });
  window.addEventListener("popstate", fromAddress);
  form.hidden = false;
  fromAddress();
})();
