/* What the comparison is told: one block of JSON in the page, worked out beforehand by views/comparison/data.py.
   Sides and items are told by their place in a list, days by their number. */
import { maybe } from "../shared/page.js";

/** @typedef {"organisations" | "countries"} Collection */
/** @typedef {[number: number, first: number | null, last: number | null]} Tally How many items, and their ends. */
/**
 * One organisation or state. page: whether its pairs with others of these have a page of their own; part: whether only
 * the states of this story are listed as its members.
 * @typedef {{
 *   n: number, href: string, kind: Collection, id: string, name: string, title: string, cells: string[],
 *   tallies: Tally[], page?: boolean, part?: boolean,
 * }} Side
 */
/** @typedef {{ cells: string[], tallies: string[] }} Labels Of the rows of a table side by side. */
/** @typedef {[path: string, fades: boolean]} Piece */
/** @typedef {[organisation: number, who: number, words: string, form: string, pieces: Piece[]]} Spell */
/**
 * @typedef {{
 *   levels: string[], none: string, common: string, part: string, page: string, ends: string, heads: string[],
 *   found: string, standing: string[], more: string, other: string, unknown: string, same: string,
 *   day: string, range: string,
 *   span: string, said: string[], lines: string[], bandCaption: string,
 * }} Words What is said, by what it is for.
 */
/**
 * @typedef {{
 *   last: number, asOf: string, ends: [day: number, year: string][], labels: Record<Collection, Labels>,
 *   words: Words, chart: [width: number, height: number], order: number[], width: number, sides: Side[],
 *   items: [title: string, when: string][], memberships: number[][], spells: Spell[],
 *   parts: [several: string, joined: string][], lists: [item: number, sides: number[]][][], exists: number[][],
 *   axis: [start: number, end: number, ticks: [x: number, year: number][]], before: number,
 *   maps: { size: [width: number, height: number], of: string[], said: string[] },
 *   descent: [later: number, words: string, earlier: number, when: string][],
 *   disputes: [item: string, title: string, label: string, sides: number[]][],
 *   addresses: { sides: string[], items: string[], disputes: string, atlas: string },
 * }} Data
 * last: the last day known; ends: the last days of years, for the chart; order: the sides by name; memberships: an
 * organisation and a state, then pairs of a day and how surely it belongs from then on, 3 to 0; exists: the same of
 * a side that exists; axis: its first day, the first after it, its years; before: the day that stands for a beginning
 * that nobody gives; parts: what the lists hold, and what a state did that is in one; addresses: where links lead.
 */

/** The data of the page, if it has any. */
export function read() {
  const block = maybe(document, "#compare-data");
  if (!block) { return null; }
  const data = /** @type {Data} */ (JSON.parse(block.textContent));
  data.sides.forEach((side, n) => { side.n = n; side.href = data.addresses.sides[n]; });
  return data;
}

/** @param {Side} side */
export const isOrganisation = ({ kind }) => kind === "organisations";
