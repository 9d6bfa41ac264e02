/* What sides of one kind have in common on a day. Who belonged when was decided when the page was made; here it is
   only looked up which day has come. */
import { isOrganisation } from "./data.js";
import { stepsOf, strongest, sureOn, weakest } from "./steps.js";

/** @import { Data, Side } from "./data.js" */
/** @import { Steps } from "./steps.js" */
/** @typedef {[side: number, sure: number][]} Found Sides, each with how sure it is: 3 certainly to 0 not recorded. */
/** @typedef {{ of: Side[], found: Found }} Group What belongs to these of the sides, and to no other of them. */

export class Common {
  /** @param {Data} data */
  constructor(data) {
    this.data = data;
    this.memberships = new Map(data.memberships.map(([organisation, who, ...steps]) => (
      [`${organisation}-${who}`, stepsOf(steps)]
    )));
    this.existing = new Map(data.exists.map(([n, ...steps]) => [n, stepsOf(steps)]));
  }

  /**
   * When one belonged to the other, whichever is the organisation; nothing where nothing is recorded.
   * @param {Side} side
   * @param {Side} other
   * @returns {Steps}
   */
  steps(side, other) {
    const [organisation, who] = isOrganisation(side) ? [side, other] : [other, side];
    return this.memberships.get(`${organisation.n}-${who.n}`) ?? [];
  }

  /**
   * How sure it is that one belongs to the other, and whether not belonging tells nothing.
   * @param {Side} side
   * @param {Side} other
   * @param {number} day
   */
  belongs(side, other, day) {
    const steps = this.steps(side, other), organisation = isOrganisation(side) ? side : other;
    return { sure: sureOn(steps, day), silent: organisation.part && !steps.length };
  }

  /**
   * What belongs to the sides on a day: first to all of them, then to fewer.
   * @param {Side[]} sides
   * @param {number} day
   * @returns {Group[]}
   */
  on(sides, day) {
    /** @type {Map<string, Group>} */
    const groups = new Map([sides, ...sides.map((side) => [side])].map((of) => [key(of), { of, found: [] }]));
    for (const n of this.data.order) {
      const told = sides.map((side) => ({ side, ...this.belongs(side, this.data.sides[n], day) }));
      const held = told.filter(({ sure }) => sure), of = held.map(({ side }) => side);
      if (held.length) {
        const silent = told.some((one) => !one.sure && one.silent), group = groups.get(key(of)) ?? { of, found: [] };
        group.found.push([n, silent ? 0 : Math.min(...held.map(({ sure }) => sure))]);
        groups.set(key(of), group);
      }
    }
    return Array.from(groups.values()).sort((one, other) => other.of.length - one.of.length);
  }

  /**
   * For everything that ever belonged to all sides, when it did.
   * @param {Side[]} sides
   * @returns {{ other: Side, steps: Steps }[]}
   */
  together(sides) {
    return this.data.order.map((n) => this.data.sides[n]).flatMap((other) => {
      const steps = weakest(sides.map((side) => this.steps(side, other)));
      return steps.length ? [{ other, steps }] : [];
    });
  }

  /**
   * When anything at all belonged to all sides.
   * @param {Side[]} sides
   */
  ever(sides) { return strongest(this.together(sides).map(({ steps }) => steps)); }
}

/** @param {Side[]} sides */
const key = (sides) => sides.map(({ n }) => n).join("-");
