/* What two sides have in common on a day. Who belonged when was decided when the page was made; here it is only looked
   up which day has come. */

/** @import { Data, Side } from "./data.js" */
/** @typedef {[side: number, sure: number][]} Found Sides, each with how sure it is: 3 certainly to 0 not recorded. */
/** @typedef {[both: Found, first: Found, second: Found]} Lists What both belong to, and what one alone. */

export class Common {
  /** @param {Data} data */
  constructor(data) {
    this.data = data;
    this.memberships = new Map(data.memberships.map((membership) => [`${membership[0]}-${membership[1]}`, membership]));
  }

  /**
   * How sure it is that one belongs to the other, and whether not belonging tells nothing.
   * @param {Side} side
   * @param {Side} other
   * @param {number} day
   */
  belongs(side, other, day) {
    const [organisation, who] = side.kind === "organisations" ? [side, other] : [other, side];
    const membership = this.memberships.get(`${organisation.n}-${who.n}`) ?? [];
    let sure = 0;
    for (let i = 2; i < membership.length && membership[i] <= day; i += 2) { sure = membership[i + 1]; }
    return { sure, silent: organisation.part && !membership.length };
  }

  /**
   * @param {Side} a
   * @param {Side} b
   * @param {number} day
   */
  on(a, b, day) {
    /** @type {Lists} */
    const lists = [[], [], []];
    this.data.order.forEach((n) => {
      const one = this.belongs(a, this.data.sides[n], day), other = this.belongs(b, this.data.sides[n], day);
      if (one.sure && other.sure) { lists[0].push([n, Math.min(one.sure, other.sure)]); }
      else if (one.sure) { lists[1].push([n, other.silent ? 0 : one.sure]); }
      else if (other.sure) { lists[2].push([n, one.silent ? 0 : other.sure]); }
    });
    return lists;
  }
}
