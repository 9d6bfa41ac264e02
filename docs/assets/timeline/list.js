/* The list in document order, by year: shows the chosen entries, hides years that have none, also in the
   table of contents. */
import { all } from "../shared/page.js";

/** @import { Entry } from "./entries.js" */
/** @typedef {{ parts: HTMLElement[], entries: Entry[] }} Year Its list, heading and link, and what it holds. */

/**
 * @param {HTMLElement} box
 * @returns {HTMLElement[]}
 */
function parts(box) {
  const heading = /** @type {HTMLElement} */ (box.previousElementSibling);
  const link = document.querySelector(`.md-nav--secondary a[href="#${CSS.escape(heading.id)}"]`);
  const item = link?.closest("li");
  return item ? [box, heading, item] : [box, heading];
}

/** @param {Entry[]} entries */
function years(entries) {
  /** @type {Map<Element | null, Year>} */
  const found = new Map(all(document, "div.year").map((box) => [box, { parts: parts(box), entries: [] }]));
  entries.forEach((entry) => found.get(entry.row.closest("div.year"))?.entries.push(entry));
  return Array.from(found.values());
}

/* What is hidden is remembered, as to ask thousands of rows for it takes longer than all the rest. */
function hiding() {
  const gone = new Set();
  /** @type {(element: HTMLElement, hidden: boolean) => void} */
  return (element, hidden) => {
    if (gone.has(element) === hidden) { return; }
    element.hidden = hidden;
    if (hidden) { gone.add(element); } else { gone.delete(element); }
  };
}

/**
 * What shows the chosen ones of the entries.
 * @param {Entry[]} entries
 * @returns {(chosen: Entry[]) => void}
 */
export function list(entries) {
  const every = years(entries), hide = hiding();
  return (chosen) => {
    const kept = new Set(chosen);
    every.forEach((year) => {
      year.entries.forEach((entry) => hide(entry.row, !kept.has(entry)));
      const empty = !year.entries.some((entry) => kept.has(entry));
      year.parts.forEach((part) => hide(part, empty));
    });
  };
}
