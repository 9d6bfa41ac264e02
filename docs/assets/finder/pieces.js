/* The pieces of the full text: scripts, each fetched once, when a question needs it. The plan says which begins with
   what; a piece of another site than the plan's, just published, is never taken for its own. */

/** @typedef {[string, string, string]} Section The id of a heading, its words, the text under it. */
/** @typedef {[string, string, Section[]]} Text The address of a page, its title, its sections. */
/**
 * groups: their names, each with the number of its first text; words, texts: with what each piece begins; count: how
 * many texts there are.
 * @typedef {{ sign: string, groups: [string, number][], count: number, words: string[], texts: number[] }} Plan
 */

export class Pieces {
  /** @param {URL} root */
  constructor(root) {
    this.root = root;
    /** @type {Map<string, Promise<any>>} */
    this.fetched = new Map();
  }

  /** @returns {Promise<Plan>} */
  plan() { return this.piece("full-text.js", "fullText"); }

  /**
   * The words of a piece, each with the texts that have it.
   * @param {Plan} plan
   * @param {number} at
   * @returns {Promise<Record<string, string>>}
   */
  words({ sign }, at) { return this.piece(`pieces/words-${at}.js?${sign}`, `fullTextWords${at}`); }

  /**
   * A text by its number.
   * @param {Plan} plan
   * @param {number} number
   * @returns {Promise<Text>}
   */
  async text({ sign, texts }, number) {
    const at = lastUpTo(texts, number);
    const piece = await this.piece(`pieces/texts-${at}.js?${sign}`, `fullTextTexts${at}`);
    return piece[number - texts[at]];
  }

  /**
   * @param {string} file
   * @param {string} name
   */
  piece(file, name) {
    const known = this.fetched.get(file) ?? fetched(new URL(`search/${file}`, this.root).href, name);
    this.fetched.set(file, known);
    known.catch(() => this.fetched.delete(file));
    return known;
  }
}

/**
 * @param {string} address
 * @param {string} name
 * @returns {Promise<any>}
 */
const fetched = (address, name) => new Promise((take, fail) => {
  const element = document.createElement("script");
  element.src = address;
  element.onload = () => take(/** @type {any} */ (globalThis)[name]);
  element.onerror = () => fail(new Error(address));
  document.head.append(element);
});

/**
 * The place of the last in an order that comes not after another; the first where none does.
 * @template {string | number} T
 * @param {T[]} order
 * @param {T} other
 */
export function lastUpTo(order, other) {
  let [from, to] = [0, order.length];
  while (to - from > 1) {
    const middle = (from + to) >> 1;
    if (order[middle] <= other) { from = middle; } else { to = middle; }
  }
  return from;
}
