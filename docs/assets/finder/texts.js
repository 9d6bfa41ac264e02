/* What is found in the full text, in the theme's own list: by groups, each hit with the passage in which it stands. */
import { make } from "../shared/make.js";
import { one } from "../shared/page.js";

/** @import { Group, TextHit } from "./full-text.js" */

const NONE = "Nothing found in the full text";

export class Texts {
  /**
   * @param {HTMLElement} result what the theme shows its results in
   * @param {URL} root
   */
  constructor(result, root) {
    this.root = root;
    this.said = one(result, ".md-search-result__meta");
    this.list = one(result, ".md-search-result__list");
    this.asking = this.said.textContent;
  }

  /** Shows nothing, as nothing is asked for. */
  clear() {
    this.list.replaceChildren();
    this.say(this.asking);
  }

  /** Says that it cannot be searched, as what is to be searched cannot be fetched. */
  fail() {
    this.list.replaceChildren();
    this.say("The full text cannot be searched here");
  }

  /** @param {Group[]} groups */
  show(groups) {
    this.list.replaceChildren(...groups.map((group) => this.group(group)));
    const count = groups.reduce((sum, { hits }) => sum + hits.length, 0);
    this.say(count ? `${count} found in the full text` : NONE);
  }

  /** @param {string} text */
  say(text) { if (this.said.textContent !== text) { this.said.textContent = text; } }

  /** @param {Group} group */
  group({ name, hits }) {
    const item = make("li", "md-search-result__item"), list = make("ol", "texts");
    list.append(...hits.map((hit) => {
      const each = make("li");
      each.append(this.link(hit));
      return each;
    }));
    item.append(make("p", "texts-of", name), list);
    return item;
  }

  /** @param {TextHit} hit */
  link({ address, title, score, passage: { fragment, heading, parts, phrase } }) {
    const link = make("a", "md-search-result__link"), article = make("article", "md-search-result__article");
    const head = make("h2", "", title), told = make("p");
    article.dataset.mdScore = score.toFixed(2);
    link.href = new URL(address + (fragment && `#${fragment}`), this.root).href;
    if (phrase) { link.href += (link.href.includes("#") ? "" : "#") + toWords(phrase); }
    link.tabIndex = -1;
    if (heading && heading !== title) { head.append(" ", make("small", "", heading)); }
    told.append(...parts.map(({ text, found }) => (found ? make("mark", "", text) : text)));
    article.append(head, told);
    link.append(article);
    return link;
  }
}

/**
 * What has a browser go to some words of a page, and mark them; one that cannot goes to the heading above.
 * @param {string} phrase
 */
const toWords = (phrase) => `:~:text=${encodeURIComponent(phrase).replace(/-/g, "%2D")}`;
