/* The states on the map that plays: in how many organisations each is on a day, and which has left one that still
   exists. */
import { all, data } from "../shared/page.js";
import { on, runsOf } from "../shared/runs.js";

/** @import { Code, Runs } from "../shared/runs.js" */
/**
 * counts: whether a state is in an organisation so: as a member, a party or a participant, not as an observer, say.
 * @typedef {{ organisation: string, state: string, runs: Runs<Code>, counts: boolean }} Spell
 */
/**
 * In how many a state is; whether one of these is not certain; whether it is something else to one, if in none; whether
 * it has left one that still exists.
 * @typedef {{ number: number, perhaps: boolean, tied: boolean, left: boolean }} Standing
 */

/** The most for which there is a shade. */
const DARKEST = 9;
/** How long a state that comes or goes is shown as one, in milliseconds. */
const SEEN = 900;

/** @param {[string, string, string, number][]} rows organisation, state, runs, whether it counts */
export const spells = (rows) => rows.map(
  ([organisation, state, runs, counts]) => ({ organisation, state, runs: runsOf(runs), counts: counts === 1 }),
);

/**
 * How each state stands on a day in the organisations that are chosen.
 * @param {Spell[]} every
 * @param {number} day
 * @returns {Map<string, Standing>}
 */
export function standings(every, day) {
  /** @type {Map<string, Map<string, string>>} By state and organisation how surely it is in it. */
  const inside = new Map();
  /** @type {Map<string, Map<string, string>>} The same of what it is or was, whatever it is. */
  const tied = new Map();
  const alive = new Set();
  for (const { organisation, state, runs, counts } of every) {
    const code = on(runs, day);
    if (code !== "-") { put(tied, state, organisation, code === "u" ? "unknown" : "now"); }
    if (counts && (code === "c" || code === "p")) {
      alive.add(organisation);
      put(inside, state, organisation, code);
    } else if (counts && code === "-" && runs.some(([first, was]) => was === "c" && first <= day)) {
      put(tied, state, organisation, "before");
    }
  }
  return new Map(Array.from(tied, ([state, ties]) => {
    const now = Array.from((inside.get(state) ?? new Map()).values());
    const left = Array.from(ties).some(([organisation, when]) => when === "before" && alive.has(organisation));
    const also = Array.from(ties.values()).includes("now");
    return [state, { number: now.length, perhaps: now.includes("p"), tied: also && !now.length, left }];
  }));
}

/** Of what is kept of a state and an organisation, the strongest last. */
const STRENGTH = ["before", "unknown", "now", "p", "c"];

/**
 * Keeps of one state and organisation what is strongest.
 * @param {Map<string, Map<string, string>>} lists
 * @param {string} state
 * @param {string} organisation
 * @param {string} what
 */
function put(lists, state, organisation, what) {
  const found = lists.get(state) ?? new Map(), before = found.get(organisation) ?? "";
  if (STRENGTH.indexOf(what) > STRENGTH.indexOf(before)) { found.set(organisation, what); }
  lists.set(state, found);
}

/** Paints the states; what stays as it is stays untouched. */
export class States {
  /** @param {HTMLElement} box */
  constructor(box) {
    /** @type {Map<string, SVGElement[]>} */
    this.shapes = new Map();
    all(box, "[data-state]", SVGElement).forEach((shape) => {
      const state = data(shape, "state");
      this.shapes.set(state, [...this.shapes.get(state) ?? [], shape]);
    });
    /** @type {Map<string, number>} */
    this.numbers = new Map();
    /** @type {Map<string, string>} */
    this.classes = new Map();
  }

  /**
   * @param {Map<string, Standing>} found
   * @param {boolean} moving whether who comes and goes is to be seen
   */
  paint(found, moving) {
    this.shapes.forEach((shapes, state) => {
      const { number = 0, perhaps = false, tied = false, left = false } = found.get(state) ?? {};
      const before = this.numbers.get(state), shade = number ? `n${Math.min(number, DARKEST)}` : tied && "tied";
      const base = [shade, perhaps && "perhaps", left && "left"];
      const change = moving && before !== undefined && before !== number ? (number > before ? "comes" : "goes") : "";
      const name = [...base, change].filter(Boolean).join(" ");
      this.numbers.set(state, number);
      if (this.classes.get(state) === name) { return; }
      this.classes.set(state, name);
      shapes.forEach((shape) => { shape.setAttribute("class", name); });
      if (change) { setTimeout(() => this.calm(state, name), SEEN); }
    });
  }

  /**
   * A state that came or went is one like others, unless it moved on since.
   * @param {string} state
   * @param {string} name
   */
  calm(state, name) {
    if (this.classes.get(state) !== name) { return; }
    const rest = name.replace(/ ?(comes|goes)$/, "");
    this.classes.set(state, rest);
    this.shapes.get(state)?.forEach((shape) => { shape.setAttribute("class", rest); });
  }
}
