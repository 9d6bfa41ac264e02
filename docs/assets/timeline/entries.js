/* The timeline's entries: on its own page from data, elsewhere read from the list on the page. */
import { GOES_ON } from "../shared/calendar.js";
import { dayOf, firstOf, lastOf, words } from "../shared/days.js";
import { make } from "../shared/make.js";
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
 *   year: string,
 * }} Entry
 * begun, going: the days between which a duration surely lasted (of one moment: begun is its last day, going its
 * first); first, last: the first possible day and the one after the last;
 * text: all words, as they are looked for; year: where its year is told, if that is known.
 */

/**
 * An entry as data have it (exports/dated.py): ids by their numbers, addresses from the site's root.
 * @typedef {[
 *   id: number, title: string, act: string, when: string, date: string, days: string[], sure: number, kind: number,
 *   organisations: number[], countries: number[], people: number[], places: number[],
 *   href: string, year: string, dispute: string,
 * ]} Told
 */
/** @typedef {{ ids: string[], entries: Told[] }} Dated */

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
  const { begun, going } = row.dataset;
  return { ...days(data(row, "from"), data(row, "to"), begun, going), date: data(row, "date") };
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
    ...groups(row), ...dates(row), ...said, row, when, year: "", id: data(row, "id"),
    disputed: "disputed" in row.dataset,
    label: act ? `${title}: ${act}` : title, text: folded(`${when} ${title} ${act}`),
  };
}

/**
 * @param {string} from
 * @param {string} to
 * @param {string} [begun]
 * @param {string} [going]
 */
function days(from, to, begun, going = "") {
  const first = firstOf(from, -Infinity), last = lastOf(to, Infinity);
  return {
    begun: firstOf(begun ?? "", last), going: going === GOES_ON ? Infinity : lastOf(going, first),
    first, last: last + 1, lasts: begun !== undefined,
  };
}

/**
 * A link to a place below the root.
 * @param {string} root
 * @param {string} to
 * @param {string} text
 */
function linkTo(root, to, text, name = "") {
  const made = make("a", name, text);
  made.href = root + to;
  return made;
}

/**
 * The entry as the list shows it.
 * @param {Told} told
 * @param {string} when
 * @param {string} root
 * @param {string} id
 * @param {string[]} of the organisations
 */
function rowOf([, title, act, , date, , sure, , , , , , href, year, dispute], when, root, id, of) {
  const row = make("li", `entry${of.length ? ` org-${of[0]}` : ""}${sure ? "" : " unsure"}`);
  const time = make("span", "when"), what = make("span", "what");
  row.dataset.id = id;
  row.dataset.date = date;
  const quiet = make("span", "date");
  quiet.append(linkTo(root, year, when));
  time.append(quiet);
  what.append(linkTo(root, href, title));
  if (act) { what.append(" ", make("span", "act", act)); }
  if (dispute) { what.append(" ", linkTo(root, dispute, "disputed", "disputed")); }
  row.append(time, " ", what);
  return row;
}

/**
 * Rows and texts are made when they are first asked for.
 * @param {Told} told
 * @param {string[]} ids
 * @param {string} root
 * @returns {Entry}
 */
function toldEntry(told, ids, root) {
  const [number, title, act, said, date, written, , kind, ...rest] = told, when = said || words(dayOf(date));
  const [organisations, countries, people, places, href, inYear, dispute] = rest;
  const named = (/** @type {number[]} */ some) => some.map((each) => ids[each]), organisation = named(organisations);
  const [from = date, to = date, begun, going] = written, label = act ? `${title}: ${act}` : title;
  /** @type {HTMLElement | undefined} */
  let row;
  /** @type {string | undefined} */
  let text;
  return {
    id: ids[number], title, act, when, date, label, disputed: Boolean(dispute), href: root + href, year: root + inYear,
    organisation, kind: [ids[kind]], country: named(countries), person: named(people), place: named(places),
    ...days(from, to, begun, going),
    get row() { return row ??= rowOf(told, when, root, ids[number], organisation); },
    get text() { return text ??= folded(`${when} ${title} ${act}`); },
  };
}

/**
 * The entries that data tell.
 * @param {Dated} dated
 * @param {string} root where the site's root stands
 */
export const toldEntries = ({ ids, entries: every }, root) => every.map((told) => toldEntry(told, ids, root));

/**
 * The entries of the list within an element.
 * @param {ParentNode} scope
 */
export const entries = (scope) => all(scope, "ol.timeline > li[data-kind]").map(entry);
