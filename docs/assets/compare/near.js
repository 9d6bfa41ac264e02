/* What was meant by an id that is not there. */

/** @import { Side } from "./data.js" */

/** As much of what was typed as is looked at. */
const READ = 60;

/**
 * Levenshtein's distance of two texts.
 * @param {string} x
 * @param {string} y
 */
function distance(x, y) {
  let row = [...y, 0].map((_, j) => j);
  [...x].forEach((c, i) => {
    const next = [i + 1];
    [...y].forEach((d, j) => next.push(Math.min(next[j] + 1, row[j + 1] + 1, row[j] + (c === d ? 0 : 1))));
    row = next;
  });
  return row[y.length];
}

/**
 * The side whose id, name or title is nearest to what was typed.
 * @param {string} typed
 * @param {Side[]} sides
 */
export function nearest(typed, sides) {
  const text = typed.toLowerCase().slice(0, READ);
  /** @param {Side} side */
  const far = ({ id, name, title }) => (
    Math.min(...[id, name, title].map((each) => distance(text, each.toLowerCase())))
  );
  const found = sides.map((side) => ({ side, far: far(side) }));
  return found.reduce((best, each) => (each.far < best.far ? each : best)).side;
}
