/* What a reader takes along: the chosen entries as CSV or JSON, and a citation of the choice. */
import { make } from "../shared/make.js";
import { one } from "../shared/page.js";

/** @import { Entry } from "./entries.js" */

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
 * @param {Entry[]} entries
 * @param {string} inWords
 */
export function download(kind, entries, inWords) {
  const records = entries.map(record);
  const text = kind === "csv" ? csv(records)
    : JSON.stringify({ from: location.href, selection: inWords, entries: records }, null, 1);
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
export function cite(text) {
  const dialog = one(document, "dialog.citing", HTMLDialogElement), area = one(dialog, "textarea", HTMLTextAreaElement);
  area.value = text;
  one(dialog, "[role=status]").textContent = "";
  dialog.showModal();
  area.focus();
  area.select();
}

/* Copies the citation; where the browser does not let it, it is left selected. */
export async function copy() {
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
