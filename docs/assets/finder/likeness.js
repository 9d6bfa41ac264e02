/* How well a known word fits one that is asked for: from 0, not at all, to 1, the same. */
import { isNumber } from "./folding.js";

/** @typedef {(word: string) => string} Sound */

/** A likeness from which on a word is not taken for a misspelt one. */
export const SURE = 0.7;

/**
 * @param {string} asked
 * @param {string} known
 * @param {Sound} sound
 */
export function likeness(asked, known, sound) {
  if (asked === known) { return 1; }
  if (isNumber(asked)) { return asked.length === 3 && known.startsWith(asked) ? 0.5 : 0; }
  const part = (0.2 * asked.length) / known.length;
  if (known.startsWith(asked)) { return SURE + part; }
  if (asked.length > 2 && sound(known).startsWith(sound(asked))) {
    return sound(asked) === sound(known) ? 0.9 : 0.5 + part;
  }
  return known.length > 4 && asked.startsWith(known) ? 0.55 : 0; // with an ending
}

/**
 * How well a word fits that is misspelt, or the beginning of one: a letter in five, two in eight.
 * @param {string} asked
 * @param {string} known
 * @param {Sound} sound
 */
export function misspelt(asked, known, sound) {
  const allowed = asked.length < 5 || isNumber(asked) ? 0 : asked.length < 8 ? 1 : 2;
  if (!allowed) { return 0; }
  const heard = sound(asked), other = sound(known);
  if (other.length < heard.length - allowed) { return 0; }
  if (other.length <= heard.length + allowed) {
    const whole = distance(heard, other, allowed);
    if (whole <= allowed) { return SURE - 0.1 * whole; }
  }
  if (other[0] !== heard[0]) { return 0; }
  const begun = distance(heard, other.slice(0, heard.length), 1);
  return begun > 1 ? 0 : 0.4;
}

/**
 * How many letters are dropped, added, wrong or swapped (optimal string alignment); more than allowed are not counted.
 * @param {string} one
 * @param {string} other
 * @param {number} allowed
 */
function distance(one, other, allowed) {
  let before = [0], row = Array.from({ length: other.length + 1 }, (_, at) => at);
  for (let i = 1; i <= one.length; i += 1) {
    const next = [i];
    for (let j = 1; j <= other.length; j += 1) {
      const wrong = one[i - 1] === other[j - 1] ? 0 : 1;
      const swapped = i > 1 && j > 1 && one[i - 1] === other[j - 2] && one[i - 2] === other[j - 1];
      const least = Math.min(row[j] + 1, next[j - 1] + 1, row[j - 1] + wrong);
      next.push(swapped ? Math.min(least, before[j - 2] + 1) : least);
    }
    if (Math.min(...next) > allowed) { return allowed + 1; }
    [before, row] = [row, next];
  }
  return row[other.length];
}
