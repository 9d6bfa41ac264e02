/* Runs: what holds from day to day, as pages have it in attributes and data. */

/** @typedef {"c" | "p" | "u" | "-"} Code Certainly, possibly, not known, or not. */
/**
 * @template T
 * @typedef {[number, T][]} Runs What holds from a day on, until the next run begins.
 */

/**
 * What runs say of a day.
 * @template T
 * @param {Runs<T>} runs
 * @param {number} day
 */
export function on(runs, day) {
  const after = runs.findIndex(([first]) => first > day);
  return runs[after < 0 ? runs.length - 1 : Math.max(0, after - 1)][1];
}

/**
 * Runs as an attribute has them: - 9000p 9100c. The first begins with the first day there is.
 * @param {string} text
 * @returns {Runs<Code>}
 */
export const runsOf = (text) => text.split(" ").map((run) => [parseInt(run), /** @type {Code} */ (run.slice(-1))]);
