/* Names, years and days are found at once: a small matcher over the names of all items, which stand in a script of
   their own. Both are fetched when the search is reached. A moment after the last key follows what is found in the full
   text, of which only those pieces are fetched that the question needs. */
import { all, maybe, one } from "./shared/page.js";
import { Answers } from "./finder/answers.js";
import { FullText } from "./finder/full-text.js";
import { Finder } from "./finder/matching.js";
import { nameRegions } from "./finder/regions.js";
import { Panel } from "./finder/panel.js";
import { Texts } from "./finder/texts.js";

/** @import { Atlas, Shared, Year } from "./finder/answers.js" */
/** @import { Known } from "./finder/matching.js" */
/**
 * @typedef {Known & { languages: string[], codes: [number, string][], years: Year[], atlas: Atlas,
 *   shared: Shared[] }} Names
 */

const own = /** @type {HTMLScriptElement} */ (document.currentScript);
const { names } = /** @type {{ names?: Names }} */ (/** @type {unknown} */ (globalThis));
/** Milliseconds after the last key. */
const PAUSE = 120;
const result = maybe(document, ".md-search-result");

if (names && result && !all(result, ".finder").length) {
  const field = one(document, ".md-search__input", HTMLInputElement), root = new URL("..", own.src);
  nameRegions(names);
  const finder = new Finder(names), answers = new Answers(names, finder), fullText = new FullText(root, finder);
  const panel = new Panel(result, root), texts = new Texts(result, root);
  let before = "", waiting = 0;
  const look = async () => {
    const question = before;
    const found = await fullText.find(question).catch(() => undefined);
    if (question !== before) { return; }
    if (found) { texts.show(found); } else { texts.fail(); }
  };
  const ask = () => {
    const question = field.value.trim();
    if (question === before) { return; }
    before = question;
    clearTimeout(waiting);
    panel.show(question ? answers.to(question) : []);
    if (question) { waiting = setTimeout(look, PAUSE); } else { texts.clear(); }
  };
  field.addEventListener("input", ask);
  field.addEventListener("keyup", ask);
  field.form?.addEventListener("reset", () => setTimeout(ask, 0));
  fullText.pieces.plan().catch(() => undefined); // before anything is asked
  ask();
}
