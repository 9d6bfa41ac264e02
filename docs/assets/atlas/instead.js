/* Which organisation stands in for another on a day on which nobody was in that: what it came from, or what came of
   it. */
import { data } from "../shared/page.js";
import { heldOn } from "./spells.js";

/** @import { Spell } from "./spells.js" */
/** @typedef {{ organisation: string, how: string }} Shown Whose members are shown; how it is related, if another. */

/**
 * What finds the organisation to show for the one that is chosen: itself where somebody is in it, or where nothing
 * better is known.
 * @param {HTMLElement} form
 * @param {Spell[]} spells
 * @returns {(organisation: string, day: number) => Shown}
 */
export function instead(form, spells) {
  /** @type {Record<string, string[]>} By organisation those that it came from. */
  const before = JSON.parse(data(form, "before"));
  /** @param {string} one */
  const after = (one) => Object.keys(before).filter((later) => before[later].includes(one));
  /**
   * Who is in an organisation on a day: one or more of c, p and u.
   * @param {string} one
   * @param {number} day
   */
  const codes = (one, day) => (
    Object.values(heldOn(spells.filter(({ organisation }) => organisation === one), day)).flat().map(({ code }) => code)
  );
  /** @param {string} one */
  function begins(one) {
    const days = spells.filter(({ organisation }) => organisation === one).flatMap(({ runs }) => (
      runs.filter(([, code]) => code !== "-").map(([day]) => day)
    ));
    return Math.min(...days);
  }
  return (organisation, day) => {
    if (!organisation || codes(organisation, day).length) { return { organisation, how: "" }; }
    const early = day < begins(organisation), seen = [organisation];
    for (const one of seen) {
      if (codes(one, day).some((code) => code !== "u")) {
        return { organisation: one, how: early ? "from which it came" : "which came of it" };
      }
      seen.push(...(early ? before[one] ?? [] : after(one)).filter((other) => !seen.includes(other)));
    }
    return { organisation, how: "" };
  };
}
