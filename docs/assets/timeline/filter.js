/* Which entries fit a filter, and how many there would be for each choice. */
import { firstOf, lastOf } from "../shared/days.js";
import { folded, GROUPS } from "./entries.js";

/** @import { Entry, Group } from "./entries.js" */
/** @import { State } from "./address.js" */
/** @typedef {Record<Group, Record<string, number>>} Counts How many entries there are for each id of a group. */

/**
 * The first and the last day asked for.
 * @param {State} state
 */
const span = ({ from, to }) => ({ from: firstOf(from, -Infinity), to: lastOf(to, Infinity) });

/**
 * @param {Entry} entry
 * @param {{ from: number, to: number }} asked
 * @param {string} certainty
 */
function within(entry, asked, certainty) {
  if (entry.last <= asked.from || entry.first > asked.to) { return false; }
  if (!certainty) { return true; }
  return surely(entry, asked) === (certainty === "certain");
}

/**
 * @param {Entry} entry
 * @param {{ from: number, to: number }} asked
 */
const surely = (entry, asked) => entry.begun <= asked.to && entry.going >= asked.from;

/**
 * A test of whether an entry is certainly in the years asked for.
 * @param {State} state
 * @returns {(entry: Entry) => boolean}
 */
export function certain(state) {
  const asked = span(state);
  return (entry) => surely(entry, asked);
}

/**
 * A test of everything but the groups: dates, words, dispute, chosen items.
 * @param {State} state
 * @returns {(entry: Entry) => boolean}
 */
function other(state) {
  const asked = span(state), words = folded(state.words).split(/\s+/).filter(Boolean);
  return (entry) => within(entry, asked, state.certainty) && (!state.disputed || entry.disputed)
    && (!state.item.length || state.item.includes(entry.id)) && words.every((word) => entry.text.includes(word));
}

/**
 * @param {Counts} counts
 * @param {Entry} entry
 * @param {Group} name
 */
function count(counts, entry, name) {
  entry[name].forEach((id) => { counts[name][id] = (counts[name][id] ?? 0) + 1; });
}

/**
 * The entries that fit, and for each group the number there would be of each choice in it: an entry that only one
 * group keeps out counts there.
 * @param {Entry[]} entries
 * @param {State} state
 */
export function apply(entries, state) {
  const active = GROUPS.filter((name) => state[name].length);
  const counts = /** @type {Counts} */ (Object.fromEntries(GROUPS.map((name) => [name, Object.create(null)])));
  const chosen = entries.filter(other(state)).filter((entry) => {
    const missed = active.filter((name) => !entry[name].some((id) => state[name].includes(id)));
    if (missed.length < 2) { (missed.length ? missed : GROUPS).forEach((name) => count(counts, entry, name)); }
    return !missed.length;
  });
  return { chosen, counts };
}
