/* What a reader takes along: the chosen entries as CSV or JSON, and a citation of the choice. */
Timeline.taking = (function () {
  "use strict";
  const FIELDS = ["id", "date", "words", "what", "kind", "organisations", "countries", "people", "places", "disputed", "page"];

  function record(entry) {
    return {
      id: entry.id, date: entry.date, words: entry.when, what: entry.label, kind: entry.kind[0],
      organisations: entry.organisation, countries: entry.country, people: entry.person, places: entry.place,
      disputed: entry.disputed, page: new URL(entry.href, location.href).href,
    };
  }
  /* A cell of CSV; text that a spreadsheet would take for a formula is marked as text. */
  function cell(value) {
    const text = Array.isArray(value) ? value.join(" ") : String(value);
    return '"' + (/^[=+\-@\t\r]/.test(text) ? "'" + text : text).replace(/"/g, '""') + '"';
  }
  function csv(records) {
    return [FIELDS.join(",")].concat(records.map(one => FIELDS.map(name => cell(one[name])).join(","))).join("\r\n");
  }
  function download(kind, entries, inWords) {
    const records = entries.map(record);
    const text = kind === "csv" ? csv(records)
      : JSON.stringify({ from: location.href, selection: inWords, entries: records }, null, 1);
    const link = document.createElement("a");
    link.href = URL.createObjectURL(new Blob([text], { type: kind === "json" ? "application/json" : "text/csv" }));
    link.download = "timeline." + kind;
    link.click();
    URL.revokeObjectURL(link.href);
  }
  /* Shows the citation, ready to be copied. */
  function cite(text) {
    const dialog = document.querySelector("dialog.citing"), area = dialog.querySelector("textarea");
    area.value = text;
    dialog.querySelector("[role=status]").textContent = "";
    dialog.showModal();
    area.focus();
    area.select();
  }
  function copy(dialog) {
    const area = dialog.querySelector("textarea"), said = dialog.querySelector("[role=status]");
    area.select();
    const done = navigator.clipboard ? navigator.clipboard.writeText(area.value) : Promise.reject();
    done.then(() => { said.textContent = "Copied"; }, () => { said.textContent = "Selected: copy it with your keys"; });
  }
  return { download, cite, copy };
})();
