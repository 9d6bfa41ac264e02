/* Guess before you see: tells a guess on a scale as it is made, and when the answer is opened how near it came. */
import { all, data, maybe, one } from "./shared/page.js";

let guesses = 0, hits = 0;

/** @param {number} number of a year, or of a unit */
const told = (number, /** @type {string} */ unit) => unit ? `${number.toLocaleString("en")} ${unit}` : String(number);

/**
 * How a guess stands to the answer, in words, and whether it is right; nothing where none was made.
 * @param {HTMLElement} guess
 * @param {boolean} moved
 * @returns {[string, boolean] | undefined}
 */
function compared(guess, moved) {
  const scale = maybe(guess, ".scale input", HTMLInputElement);
  if (scale) {
    const said = Number(scale.value), off = said - Number(data(guess, "right")), unit = data(guess, "unit");
    const much = told(Math.abs(off), unit || (Math.abs(off) === 1 ? "year" : "years"));
    const how = off ? `${much} too ${unit ? (off > 0 ? "many" : "few") : (off > 0 ? "late" : "early")}` : "right";
    return moved ? [`Your guess: ${told(said, unit)}, ${how}.`, !off] : undefined;
  }
  const chosen = maybe(guess, "input:checked", HTMLInputElement), right = chosen?.hasAttribute("data-right") ?? false;
  const words = chosen?.parentElement?.textContent?.trim();
  return chosen ? [`Your guess: ${words}, ${right ? "right" : "not so"}.`, right] : undefined;
}

all(document, ".guess").forEach((guess) => {
  const answer = one(guess, "details", HTMLDetailsElement), scale = maybe(guess, ".scale input", HTMLInputElement);
  let moved = false, counted = false;
  if (scale) {
    const now = one(guess, "output");
    scale.addEventListener("input", () => {
      moved = true;
      now.textContent = scale.value;
      scale.setAttribute("aria-valuetext", told(Number(scale.value), data(guess, "unit")));
    });
  }
  answer.addEventListener("toggle", () => {
    const found = answer.open && !counted && compared(guess, moved);
    if (!found) { return; }
    counted = true;
    guesses += 1;
    hits += Number(found[1]);
    one(answer, ".compared").textContent = `${found[0]} Right so far: ${hits} of ${guesses}.`;
    all(guess, "input", HTMLInputElement).forEach((input) => { input.disabled = true; });
  });
});
