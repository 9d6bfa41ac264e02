/* The timeline's entries, read from the list on the page. */
import { GOES_ON } from "../shared/calendar.js";
import { firstOf, lastOf } from "../shared/days.js";
import { all, data, one } from "../shared/page.js";

/** @typedef {"organisation" | "kind" | "country" | "person" | "place"} Group What entries are chosen by. */
/** @typedef {Record<Group, string[]>} Grouped */
/**
 * One entry. Its days are numbers, infinite where an end is open; date is ISO, as precise as it is known.
 * @typedef {Grouped & {
 *   row: HTMLElement,
 *   id: string,
 *   date: string,
 *   disputed: boolean,
 *   begun: number,
 *   going: number,
 *   lasts: boolean,
 *   first: number,
 *   last: number,
 *   when: string,
 *   title: string,
 *   act: string,
 *   label: string,
 *   text: string,
 *   href: string,
 * }} Entry
 * begun, going: the days between which a duration surely lasted (of one moment: begun is its last day, going its
 * first); first, last: the first possible day and the one after the last;
 * text: all words, as they are looked for.
 */

/** @type {Group[]} */
export const GROUPS = ["organisation", "kind", "country", "person", "place"];

/**
 * Words as they are looked for: small letters without accents.
 * @param {string} text
 */
export const folded = (text) => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();

/**
 * The words as they are written: on the page a day is bound to its month by a blank that does not break.
 * @param {Node} node
 */
const plainly = (node) => (node.textContent ?? "").trim().replace(/\u00a0/g, " ");

/**
 * The ids of each group.
 * @param {HTMLElement} row
 */
function groups(row) {
  const pairs = GROUPS.map((name) => [name, data(row, name).split(" ").filter(Boolean)]);
  return /** @type {Grouped} */ (Object.fromEntries(pairs));
}

/**
 * When it was.
 * @param {HTMLElement} row
 */
function dates(row) {
  const first = firstOf(data(row, "from"), -Infinity), last = lastOf(data(row, "to"), Infinity);
  const { begun = "", going = "" } = row.dataset;
  return {
    begun: firstOf(begun, last), going: going === GOES_ON ? Infinity : lastOf(going, first), first, last: last + 1,
    lasts: "begun" in row.dataset, date: data(row, "date"),
  };
}

/**
 * What it was: an item, to which its title leads, or plain words.
 * @param {HTMLElement} row
 */
function subject(row) {
  const what = one(row, ".what"), start = what.firstElementChild, act = what.querySelector(".act");
  const link = start?.matches("a:not(.disputed)") ? start : null, first = link ?? what.firstChild;
  return {
    title: first ? plainly(first) : "", act: act ? plainly(act) : "", href: link?.getAttribute("href") ?? "#top",
  };
}

/**
 * @param {HTMLElement} row
 * @returns {Entry}
 */
function entry(row) {
  const when = plainly(one(row, ".when")), said = subject(row), { title, act } = said;
  return {
    ...groups(row), ...dates(row), ...said, row, when, id: data(row, "id"), disputed: "disputed" in row.dataset,
    label: act ? `${title}: ${act}` : title, text: folded(`${when} ${title} ${act}`),
  };
}

/**
 * The entries of the list within an element.
 * @param {ParentNode} scope
 */
export const entries = (scope) => all(scope, "ol.timeline > li[data-kind]").map(entry);
