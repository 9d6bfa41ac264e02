/* Names, years and days are found at once, while the full text is still being looked through: a small matcher over the
   names of all items, which stand in a script of their own. Both are fetched when the search is reached. */
import { all, maybe, one } from "./shared/page.js";
import { Answers } from "./finder/answers.js";
import { Finder } from "./finder/matching.js";
import { Panel } from "./finder/panel.js";

/** @import { Atlas, Year } from "./finder/answers.js" */
/** @import { Known } from "./finder/matching.js" */
/** @typedef {Known & { languages: string[], years: Year[], atlas: Atlas }} Names */

const own = /** @type {HTMLScriptElement} */ (document.currentScript);
const { names } = /** @type {{ names?: Names }} */ (/** @type {unknown} */ (globalThis));
const result = maybe(document, ".md-search-result");

if (names && result && !all(result, ".finder").length) {
  const field = one(document, ".md-search__input", HTMLInputElement);
  const finder = new Finder(names), answers = new Answers(names, finder);
  const panel = new Panel(result, new URL("..", own.src));
  let before = "";
  const ask = () => {
    const question = field.value.trim();
    if (question === before) { return; }
    before = question;
    panel.show(question ? answers.to(question) : []);
  };
  field.addEventListener("input", ask);
  field.addEventListener("keyup", ask);
  field.form?.addEventListener("reset", () => setTimeout(ask, 0));
  ask();
}
