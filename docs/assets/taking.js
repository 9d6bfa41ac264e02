/* What a reader takes along from the timeline's own page: the chosen entries as CSV or JSON, and a citation of the
   choice. */
import { make } from "./shared/make.js";
import { all, data, one } from "./shared/page.js";

/** @import { Entry } from "./timeline/entries.js" */
/** @import { Taken } from "./timeline.js" */

/** @param {Entry} entry */
function record(entry) {
  return {
    id: entry.id, date: entry.date, words: entry.when, what: entry.label, kind: entry.kind[0],
    organisations: entry.organisation, countries: entry.country, people: entry.person, places: entry.place,
    disputed: entry.disputed, page: new URL(entry.href, location.href).href,
  };
}

/** How a cell begins that a spreadsheet takes for a formula, blanks before it or not, in full width or not. */
const FORMULA = /^\s*[=+\-@＝＋－＠]|^[\t\r\n]/;
/** Tells a spreadsheet that what follows is UTF-8; without it "30–31 January" comes out garbled. */
const UTF8 = "\ufeff";

/**
 * A cell of CSV; text that a spreadsheet would take for a formula is marked as text.
 * @param {unknown} value
 */
function cell(value) {
  const text = Array.isArray(value) ? value.join(" ") : String(value);
  return '"' + (FORMULA.test(text) ? "'" + text : text).replace(/"/g, '""') + '"';
}

/** @type {(keyof ReturnType<typeof record>)[]} */
const FIELDS = [
  "id", "date", "words", "what", "kind", "organisations", "countries", "people", "places", "disputed", "page",
];

/** @param {ReturnType<typeof record>[]} records */
function csv(records) {
  const rows = records.map((each) => FIELDS.map((name) => cell(each[name])).join(","));
  return UTF8 + [FIELDS.join(","), ...rows].join("\r\n");
}

/**
 * @param {string} kind csv or json
 * @param {Taken} taken
 */
function download(kind, { entries, words }) {
  const records = entries.map(record);
  const text = kind === "csv" ? csv(records)
    : JSON.stringify({ from: location.href, selection: words, entries: records }, null, 1);
  const link = make("a");
  link.href = URL.createObjectURL(new Blob([text], { type: kind === "json" ? "application/json" : "text/csv" }));
  link.download = `timeline.${kind}`;
  link.click();
  URL.revokeObjectURL(link.href);
}

/**
 * Shows the citation, ready to be copied.
 * @param {string} text
 */
function show(text) {
  const dialog = one(document, "dialog.citing", HTMLDialogElement), area = one(dialog, "textarea", HTMLTextAreaElement);
  area.value = text;
  one(dialog, "[role=status]").textContent = "";
  dialog.showModal();
  area.focus();
  area.select();
}

/* Copies the citation; where the browser does not let it, it is left selected. */
async function copy() {
  const dialog = one(document, "dialog.citing"), area = one(dialog, "textarea", HTMLTextAreaElement);
  const said = one(dialog, "[role=status]");
  area.select();
  try {
    await navigator.clipboard.writeText(area.value);
    said.textContent = "Copied";
  } catch {
    said.textContent = "Selected: copy it with your keys";
  }
}

/** @type {{ taken: () => Taken }} */
const { taken } = /** @type {any} */ (globalThis);

/** @param {HTMLElement} form */
function cite(form) {
  const { entries, words, every } = taken();
  show(`“Timeline” (${words || "all entries"}; ${entries.length} of ${every} entries). `
    + `${data(form, "name")}, as of ${data(form, "asOf")}. ${location.href}`);
}

all(document, "form.timeline-filter").forEach((form) => {
  all(form, "[data-download]").forEach((button) => button.addEventListener("click", () => {
    download(data(button, "download"), taken());
  }));
  one(form, "[data-cite]").addEventListener("click", () => cite(form));
  one(document, "dialog.citing [data-copy]").addEventListener("click", copy);
});
