/* Where agreements were signed and meetings held up to a day: the lists below the map, and the points on it. */
import { all, data, maybe, one } from "../shared/page.js";

/** @import { State } from "./map.js" */
/** @typedef {{ row: HTMLElement, from: number, to: number, organisations: string[] }} Act */

/**
 * A signature or meeting: the days it may fall on, and whose it was.
 * @param {HTMLElement} row
 * @returns {Act}
 */
function act(row) {
  const [from, to] = data(row, "days").split(" ").map(Number);
  return { row, from, to, organisations: data(row, "organisations").split(" ") };
}

/**
 * Counts what is shown of a place, in its list and on the map.
 * @param {HTMLElement} spot
 * @param {SVGElement | undefined} point
 */
function tally(spot, point) {
  const shown = all(spot, "li:not([hidden])").length;
  const words = shown === 1 ? "signature or meeting" : "signatures and meetings";
  spot.hidden = !shown;
  one(spot, ".count").textContent = String(shown);
  point?.classList.toggle("off", !shown);
  point?.setAttribute("aria-label", `${one(spot, ".name").textContent}: ${shown} ${words}`);
  return shown;
}

/**
 * What shows what was done in so many days up to the chosen one.
 * @param {number} days
 * @returns {(state: State) => void}
 */
export function places(days) {
  const acts = all(document, ".atlas-spots li").map(act), nothing = one(document, ".nothing");
  const spots = all(document, ".atlas-spots details").map((spot) => ({
    spot, point: maybe(document, `.place[data-place="${data(spot, "place")}"]`, SVGElement),
  }));
  return ({ day, organisation }) => {
    acts.forEach(({ row, from, to, organisations }) => {
      const then = from <= day && to > day - days;
      row.hidden = !then || (organisation !== "" && !organisations.includes(organisation));
    });
    nothing.hidden = spots.map(({ spot, point }) => tally(spot, point)).some(Boolean);
  };
}
