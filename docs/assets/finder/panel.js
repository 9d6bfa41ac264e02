/* What is found at once, above what is found in the text: a list of links, among which the arrow keys of the theme
   move as they do among its own, and the first of which Enter opens. */
import { make } from "../shared/make.js";

/** @import { Found, Line } from "./answers.js" */
/** @import { Item } from "./matching.js" */

/** How many links there are at most. */
const LINKS = 8;
/** Enter opens the link with the highest score; those of the theme are far below this. */
const HIGHEST = 1e15;

export class Panel {
  /**
   * @param {HTMLElement} result what the theme shows its results in
   * @param {URL} root
   */
  constructor(result, root) {
    this.root = root;
    this.said = make("p", "finder-said");
    this.said.setAttribute("role", "status");
    this.list = make("ol");
    const box = make("div", "finder");
    box.append(this.said, this.list);
    result.prepend(box);
  }

  /** @param {(Line | Found)[]} found */
  show(found) {
    const links = found.slice(0, LINKS).map((one) => ("item" in one
      ? this.link(one.item, head(one.item, one.name), one.item.told, one.item.cited ? "cited" : "")
      : this.link(one, [make("b", "", one.title)], one.told, "answer")));
    links.forEach((link, at) => link.firstElementChild?.setAttribute("data-md-score", String(HIGHEST - at)));
    this.list.replaceChildren(...links.map((link) => {
      const one = make("li");
      one.append(link);
      return one;
    }));
    this.say(links.length);
  }

  /** @param {number} count */
  say(count) {
    const text = count ? `${count === LINKS ? `The first ${LINKS}` : count} by name and date` : "";
    if (this.said.textContent !== text) { this.said.textContent = text; }
  }

  /**
   * @param {{ address: string }} to
   * @param {HTMLElement[]} parts
   * @param {string} told
   * @param {string} kind
   */
  link({ address }, parts, told, kind) {
    const found = make("a", kind), first = make("span", "finder-head");
    found.href = new URL(address, this.root).href;
    found.tabIndex = -1;
    first.append(...parts);
    found.append(first);
    if (told) { found.append(" ", make("span", "finder-told", told)); }
    return found;
  }
}

/**
 * @param {Item} item
 * @param {string} name the one by which it was found
 */
function head({ title, kind, date }, name) {
  const parts = [make("b", "", title)];
  if (name !== title) { parts.push(make("i", "", name)); }
  parts.push(make("small", "", date ? `${kind}, ${date}` : kind));
  return parts.flatMap((part, at) => (at ? [/** @type {any} */ (" "), part] : [part]));
}
