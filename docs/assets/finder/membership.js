/* Who was in an organisation on a day, in words. */
import { on, runsOf } from "../shared/runs.js";

/** @import { Code } from "../shared/runs.js" */
/** @import { Item } from "./matching.js" */
/**
 * The number of an organisation, its id, whether only some of its members are told of, the numbers of those from which
 * it descends, and its members: number and days.
 * @typedef {[number, string, 0 | 1, number[], [number, string][]]} Members
 */

/** From the surest on. */
const SUREST = /** @type {Code[]} */ (["c", "p", "u"]);
/** Members that are named at most. */
const NAMED = 20;

export class Membership {
  /**
   * @param {Members[]} organisations
   * @param {Item[]} items
   */
  constructor(organisations, items) {
    this.items = items;
    this.organisations = new Map(organisations.map((one) => [one[0], one]));
  }

  /**
   * Who was in it; nothing where nobody was.
   * @param {number} number
   * @param {number} day
   */
  told(number, day) {
    const [, , inPart, , members] = /** @type {Members} */ (this.organisations.get(number));
    /** @type {Map<number, Code>} */
    const best = new Map();
    members.forEach(([who, days]) => {
      const code = on(runsOf(days), day), known = best.get(who);
      if (code !== "-" && !(known && SUREST.indexOf(known) < SUREST.indexOf(code))) { best.set(who, code); }
    });
    const named = (/** @type {boolean} */ sure) => Array.from(best)
      .filter(([, code]) => (code === "c") === sure).map(([who]) => this.items[who].title).sort();
    const [sure, others] = [named(true), named(false)];
    const said = inPart ? "In it, of the states told of here" : `${sure.length} in it`;
    const told = [sure.length && `${said}: ${listed(sure)}`, others.length && `not known for sure: ${listed(others)}`];
    return told.filter(Boolean).join("; ");
  }

  /**
   * What it descends from and what descends from it, in which somebody was on a day.
   * @param {number} number
   * @param {number} day
   */
  relatives(number, day) {
    const before = this.organisations.get(number)?.[3] ?? [], every = Array.from(this.organisations.values());
    const after = every.filter(([, , , from]) => from.includes(number)).map(([one]) => one);
    return [...before, ...after].filter((one) => this.organisations.has(one) && this.told(one, day));
  }
}

/** @param {string[]} names */
const listed = (names) => {
  const more = names.length - NAMED;
  return names.slice(0, NAMED).join(", ") + (more > 0 ? ` and ${more} more` : "");
};
