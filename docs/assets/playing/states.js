/* The states on the map that plays: in how many organisations each is on a day, and which has left one that goes on. */
import { all, data } from "../shared/page.js";
import { on, runsOf } from "../shared/runs.js";

/** @import { Code, Runs } from "../shared/runs.js" */
/** @typedef {{ organisation: string, state: string, runs: Runs<Code> }} Spell */
/** @typedef {{ number: number, left: boolean }} Standing In how many it is; whether it has left one that goes on. */

/** The most for which there is a shade. */
const DARKEST = 9;
/** How long a state that comes or goes is shown as one, in milliseconds. */
const SEEN = 900;

/** @param {[string, string, string][]} rows organisation, state, runs */
export const spells = (rows) => rows.map(
  ([organisation, state, runs]) => ({ organisation, state, runs: runsOf(runs) }),
);

/**
 * How each state stands on a day in the organisations that are chosen.
 * @param {Spell[]} every
 * @param {number} day
 * @returns {Map<string, Standing>}
 */
export function standings(every, day) {
  /** @type {Map<string, Set<string>>} */
  const inside = new Map();
  /** @type {Map<string, Set<string>>} */
  const before = new Map();
  const alive = new Set();
  for (const { organisation, state, runs } of every) {
    const code = on(runs, day);
    if (code === "c" || code === "p") {
      alive.add(organisation);
      put(inside, state, organisation);
    } else if (code === "-" && runs.some(([first, was]) => was === "c" && first <= day)) {
      put(before, state, organisation);
    }
  }
  return new Map(Array.from(new Set([...inside.keys(), ...before.keys()]), (state) => {
    const now = inside.get(state) ?? new Set();
    const left = Array.from(before.get(state) ?? []).some((each) => alive.has(each) && !now.has(each));
    return [state, { number: now.size, left }];
  }));
}

/**
 * @param {Map<string, Set<string>>} lists
 * @param {string} key
 * @param {string} value
 */
function put(lists, key, value) {
  lists.set(key, (lists.get(key) ?? new Set()).add(value));
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
      const { number, left } = found.get(state) ?? { number: 0, left: false };
      const before = this.numbers.get(state), base = [number && `n${Math.min(number, DARKEST)}`, left && "left"];
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
