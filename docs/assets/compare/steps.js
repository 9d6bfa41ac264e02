/* Steps: a day and how sure something is from then on, 3 certainly to 1 not known, 0 for not, until the next. */

/** @typedef {[day: number, sure: number][]} Steps */

export const CERTAIN = 3;
export const UNKNOWN = 1;

/**
 * Steps as the data have them: days and codes by turns.
 * @param {number[]} flat
 * @returns {Steps}
 */
export const stepsOf = (flat) => flat.flatMap((day, i) => (i % 2 ? [] : [[day, flat[i + 1]]]));

/**
 * What steps say of a day.
 * @param {Steps} steps
 * @param {number} day
 */
export function sureOn(steps, day) {
  let found = 0;
  for (const [first, sure] of steps) { if (first <= day) { found = sure; } }
  return found;
}

/**
 * Several at once; choose: what they come to on a day.
 * @param {Steps[]} every
 * @param {(...found: number[]) => number} choose
 * @returns {Steps}
 */
function together(every, choose) {
  const days = Array.from(new Set(every.flatMap((steps) => steps.map(([day]) => day)))).sort((a, b) => a - b);
  /** @type {Steps} */
  const all = days.map((day) => [day, choose(...every.map((steps) => sureOn(steps, day)))]);
  return all.filter(([, sure], i) => sure !== (i ? all[i - 1][1] : 0));
}

/**
 * When all of these hold: as surely as the least sure of them.
 * @param {Steps[]} every
 */
export const weakest = (every) => together(every, Math.min);

/**
 * When any of these holds: as surely as the surest of them.
 * @param {Steps[]} every
 */
export const strongest = (every) => together(every, Math.max);
