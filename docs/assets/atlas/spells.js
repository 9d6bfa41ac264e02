/* Who is in what on a day, and how surely. What holds was decided when the page was made; here the number of a day
   is compared with runs of days. */
import { all, data, maybe } from "../shared/page.js";
import { on, runsOf } from "../shared/runs.js";

/** @import { Code, Runs } from "../shared/runs.js" */
/** @typedef {Exclude<Code, "-">} Sureness */
/**
 * A row of the table: one spell of a state or body in an organisation; own: an organisation all of whose members are
 * listed.
 * @typedef {{
 *   row: HTMLTableRowElement, state: string, organisation: string, status: string, own: boolean, runs: Runs<Code>,
 * }} Spell
 */
/** @typedef {{ spell: Spell, code: Sureness }} Held A spell that holds on a day. */
/** @typedef {Record<string, Held[]>} ByState */
/**
 * A status as the legend tells it: its letter, its hatching, and its words for one and for several.
 * @typedef {{ item: HTMLElement, letter: string, form: string, one: string, many: string }} Kind
 */
/** @typedef {Record<string, Kind>} Kinds By status, strongest first. */

/** @type {Record<Sureness, string>} The class of what is so sure. */
export const CLASSES = { c: "certainly", p: "possibly", u: "unknown" };
/** @type {Record<Sureness, string>} */
const WORDS = { c: "", p: "possibly ", u: "not known whether " };
/** @type {Sureness[]} */
const SUREST = ["c", "p", "u"];

/**
 * @param {HTMLElement} atlas
 * @returns {Spell[]}
 */
export function spells(atlas) {
  return all(document, ".atlas-rows tbody tr", HTMLTableRowElement).map((row) => {
    const organisation = data(row, "organisation");
    const own = !maybe(atlas, `option[data-part][value="${organisation}"]`);
    return {
      row, organisation, own, state: data(row, "state"), status: data(row, "status"), runs: runsOf(data(row, "runs")),
    };
  });
}

/**
 * @param {HTMLElement} atlas
 * @returns {Kinds}
 */
export function kinds(atlas) {
  return Object.fromEntries(all(atlas, ".atlas-legend [data-status]").map((item) => [data(item, "status"), {
    item, letter: data(item, "letter"), form: data(item, "form"), one: data(item, "one"), many: data(item, "many"),
  }]));
}

/**
 * The spells that hold on a day, by state.
 * @param {Spell[]} every
 * @param {number} day
 */
export function heldOn(every, day) {
  /** @type {ByState} In a plain object an id like `constructor` would be there already. */
  const found = Object.create(null);
  every.forEach((spell) => {
    const code = on(spell.runs, day);
    if (code !== "-") { (found[spell.state] ??= []).push({ spell, code }); }
  });
  return found;
}

/**
 * The days on which any of the spells turns, in order.
 * @param {Spell[]} every
 */
export function turns(every) {
  const days = new Set(every.flatMap(({ runs }) => runs.slice(1).map(([day]) => day)));
  return Array.from(days).sort((a, b) => a - b);
}

/**
 * How a state is marked for one organisation: of its spells the surest speaks; of equally sure ones all do, the
 * strongest status first.
 * @param {Held[]} list
 * @param {Kinds} known
 */
export function mark(list, known) {
  const code = SUREST.find((each) => list.some((held) => held.code === each)) ?? "u";
  const best = list.filter((held) => held.code === code).map(({ spell }) => known[spell.status]);
  const letters = Array.from(new Set(best.map(({ letter }) => letter))).join("/");
  return { code, form: best[0].form, text: code === "u" ? "?" : letters + (code === "p" ? "?" : "") };
}

/**
 * @param {Held[]} list
 * @param {string} codes
 */
function organisations(list, codes) {
  return new Set(list.filter(({ code }) => codes.includes(code)).map(({ spell }) => spell.organisation)).size;
}

/**
 * In how many organisations a state is; a question mark where not surely so.
 * @param {Held[]} list
 */
export function count(list) {
  const number = organisations(list, "cp"), sure = organisations(list, "c") === organisations(list, "cpu");
  return { number, text: `${number || ""}${sure ? "" : "?"}` };
}

/** @param {Held} held */
export const told = ({ spell, code }) => WORDS[code] + spell.status;

/**
 * How many statuses differ from one day to another.
 * @param {ByState} before
 * @param {ByState} now
 */
export function differences(before, now) {
  const [one, other] = [before, now].map((held) => new Map(Object.values(held).flat().map(
    ({ spell, code }) => [`${spell.state} ${spell.organisation} ${spell.status}`, code],
  )));
  return Array.from(new Set([...one.keys(), ...other.keys()])).filter((key) => one.get(key) !== other.get(key)).length;
}
