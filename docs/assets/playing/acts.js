/* What was done on a day, in words: each act with its organisation and its sources, all of them links. */
import { make } from "../shared/make.js";

/**
 * @typedef {{
 *   day: number, exact: number, words: string, organisation: string, fragment: string, label: string,
 *   sources: number[],
 * }} Act
 */
/** @typedef {Record<string, { title: string, address: string }>} Named Organisations by id. */

/** How many acts of one day are told. */
const MOST = 4;

/** @param {[number, number, string, string, string, string, number[]][]} rows */
export const acts = (rows) => rows.map(
  ([day, exact, words, organisation, fragment, label, sources]) => (
    { day, exact, words, organisation, fragment, label, sources }
  ),
);

/**
 * @param {string} address
 * @param {string} text
 * @param {string} [title]
 */
function link(address, text, title) {
  const found = make("a", "", text);
  found.href = address;
  if (title) { found.title = title; found.setAttribute("aria-label", `Source: ${title}`); }
  return found;
}

/** Tells acts in a list. */
export class Telling {
  /**
   * @param {HTMLElement} list
   * @param {Named} organisations
   * @param {[string, string][]} sources title and address of each
   * @param {string} root the way from this page to the root of the site
   */
  constructor(list, organisations, sources, root) {
    this.list = list;
    this.organisations = organisations;
    this.sources = sources;
    this.root = root;
  }

  /**
   * @param {Act[]} told acts of one day
   * @param {string} address of the day, or of the year, where all are told
   */
  tell(told, address) {
    const more = told.length - MOST;
    this.list.replaceChildren(...told.slice(0, more > 0 ? MOST - 1 : MOST).map((act) => this.item(act)));
    if (more > 0) {
      const item = make("li");
      item.append(link(address, `${more + 1} more`));
      this.list.append(item);
    }
  }

  /** @param {Act} act */
  item({ organisation, fragment, label, sources }) {
    const item = make("li"), { title, address } = this.organisations[organisation];
    item.append(link(fragment ? `${address}#${fragment}` : address, title), `: ${label} `);
    const cited = make("sup", "cite");
    cited.append(...sources.flatMap((number, at) => {
      const [name, place] = this.sources[number];
      return [at ? " " : "", link(this.root + place, String(at + 1), name)];
    }));
    if (sources.length) { item.append(cited); }
    return item;
  }
}
