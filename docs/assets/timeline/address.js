/* The state of the timeline's page and its address: ?organisation=lake-union&kind=treaty&from=1963&zoom=year. */
import { asked } from "../shared/page.js";
import { GROUPS } from "./entries.js";

/** @import { Group } from "./entries.js" */
/** @typedef {Group | "item"} ListName A name that may come several times. */
/**
 * @typedef {"from" | "to" | "certainty" | "words" | "disputed" | "lanes" | "zoom" | "at" | "today" | "open"} TextName
 */
/** @typedef {Record<ListName, string[]> & Record<TextName, string>} State What is not set is empty. */

/** @type {ListName[]} */
const LISTS = [...GROUPS, "item"];
/** @type {TextName[]} */
const TEXTS = ["from", "to", "certainty", "words", "disputed", "lanes", "zoom", "at", "today", "open"];

/** @returns {State} */
export function empty() {
  const pairs = [...LISTS.map((name) => [name, []]), ...TEXTS.map((name) => [name, ""])];
  return Object.fromEntries(pairs);
}

/** The state that the address tells. */
export function read() {
  const given = asked(), state = empty();
  LISTS.forEach((name) => { state[name] = given.getAll(name).filter(Boolean); });
  TEXTS.forEach((name) => { state[name] = given.get(name) ?? ""; });
  /* As they were called once; the theme's search reads that name too. */
  state.words ||= given.get("q") ?? "";
  if (!["certain", "doubtful"].includes(state.certainty)) { state.certainty = ""; }
  return state;
}

/** @param {State} state */
function query(state) {
  const made = new URLSearchParams();
  LISTS.forEach((name) => state[name].forEach((id) => made.append(name, id)));
  TEXTS.forEach((name) => { if (state[name]) { made.set(name, state[name]); } });
  return String(made);
}

/**
 * Writes a state: as a step that Back undoes, or in place of the present one.
 * @param {State} state
 * @param {boolean} step
 */
export function write(state, step) {
  const text = query(state), to = location.pathname + (text ? `?${text}` : "");
  if (`?${text}` === (location.search || "?")) { return; }
  if (step) { history.pushState(null, "", to); } else { history.replaceState(null, "", to); }
}
