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
/** @typedef {{ cells: string[], tallies: string[], lists: string[] }} Labels Of the rows and lists of a comparison. */
/** @typedef {[path: string, fades: boolean]} Piece */
/** @typedef {[organisation: number, who: number, words: string, form: string, pieces: Piece[]]} Spell */
/**
 * @typedef {{
 *   levels: string[], none: string, common: string, part: string, page: string, ends: string, heads: string[],
 *   found: string, unknown: string, same: string, mixed: string, day: string, range: string, span: string,
 * }} Words What is said, by what it is for.
 */
/**
 * @typedef {{
 *   last: number, asOf: string, ends: [day: number, year: string][], labels: Record<Collection, Labels>,
 *   words: Words, chart: [width: number, height: number], order: number[], width: number, sides: Side[],
 *   items: [title: string, when: string][], memberships: number[][], spells: Spell[],
 *   lists: Record<Collection, [item: number, sides: number[]][][]>,
 *   descent: [later: number, words: string, earlier: number, when: string][],
 *   disputes: [item: string, title: string, label: string, sides: number[]][],
 *   addresses: { sides: string[], items: string[], disputes: string },
 * }} Data
 * last: the last day known; ends: the last days of years, for the chart; order: the sides by name; memberships: an
 * organisation and a state, then pairs of a day and how surely it belongs from then on, 3 to 0; addresses: where links
 * to the sides, the items and the disputes lead.
 */

/** The data of the page, if it has any. */
export function read() {
  const block = maybe(document, "#compare-data");
  if (!block) { return null; }
  const data = /** @type {Data} */ (JSON.parse(block.textContent));
  data.sides.forEach((side, n) => { side.n = n; side.href = data.addresses.sides[n]; });
  return data;
}
