/* HTML from templates: what is put into one is escaped, unless it came from one itself. */

/** @typedef {string | number | Html | null | undefined} Simple */
/** @typedef {Simple | (Simple | (Simple | Simple[])[])[]} Value What may be put into a template: lists too. */

/** HTML that is safe to be put into a page. */
export class Html extends String {}

/** @type {Record<string, string>} */
const ESCAPED = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };

/**
 * A value as HTML; a list is put together, nothing is nothing.
 * @param {Value} value
 * @returns {string}
 */
export function escaped(value) {
  if (Array.isArray(value)) { return value.map(escaped).join(""); }
  if (value instanceof Html) { return String(value); }
  return String(value ?? "").replace(/[&<>"]/g, (sign) => ESCAPED[sign]);
}

/**
 * @param {TemplateStringsArray} parts
 * @param {Value[]} values
 */
export const html = (parts, ...values) => new Html(String.raw({ raw: parts }, ...values.map(escaped)));
