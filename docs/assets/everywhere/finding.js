/* What finds names and days at once is fetched when the search is reached: first the names, then what looks through
   them. */
import { make } from "../shared/make.js";
import { maybe } from "../shared/page.js";

const FETCHED = ["names.js", "finder.js"];
const here = /** @type {HTMLScriptElement} */ (document.currentScript).src;

function fail() {
  const said = maybe(document, ".md-search-result__meta");
  if (said) { said.textContent = "Search cannot be used here"; }
}

function fetchNames() {
  document.head.append(...FETCHED.map((name) => {
    const script = make("script");
    script.src = new URL(name, here).href;
    script.async = false; // in this order
    script.onerror = fail;
    return script;
  }));
}

/* The theme takes its field up before the page is there; what it shows its results in is ours only after that. */
export function finding() {
  document.addEventListener("DOMContentLoaded", () => {
    const field = maybe(document, ".md-search__input");
    if (document.activeElement === field) { fetchNames(); }
    else { field?.addEventListener("focus", fetchNames, { once: true }); }
  });
}
