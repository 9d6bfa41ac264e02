/* The passage of a text that has the most of what is asked for. */

/** @import { Folding } from "./folding.js" */
/** @import { Sought } from "./full-text.js" */
/** @import { Section } from "./pieces.js" */
/** @typedef {{ text: string, found: boolean }} Part */
/**
 * fragment: the id of its heading; heading: its words; headed, titled: how far these, and those of the page's title,
 * are what is asked for, up to 1; phrase: words of it as they stand there, to which a browser goes.
 * @typedef {{
 *   fragment: string, heading: string, headed: number, titled: number, parts: Part[], phrase: string,
 * }} Passage
 */

/** Words of a passage; letters before what is found in it; words of a phrase; what counts that stands in a heading. */
const [WIDE, LEADING, PHRASE, IN_HEADING] = [30, 60, 4, 0.5];
/** @typedef {{ at: number, end: number, which: number }} Place A word in a text; which of those asked for, or -1. */

/**
 * @param {string} title of the page, which says nothing as a heading
 * @param {Section[]} sections
 * @param {Sought[]} sought
 * @param {Folding} folding
 * @returns {Passage}
 */
export function passage(title, sections, sought, folding) {
  /** @param {string} word */
  const which = (word) => sought.findIndex(({ fits }) => folding.words(word).some((one) => fits.has(one)));
  const whole = sought.reduce((sum, { rarity }) => sum + rarity, 0) || 1;
  /**
   * How far words are what is asked for: how much of it they have, and how much of them it is.
   * @param {Place[]} places
   */
  const meant = (places) => ((raritiesOf(places, sought) / whole) ** 2 * places.filter((one) => one.which >= 0).length)
    / (places.length || 1);
  const found = sections.map(([fragment, heading, text]) => {
    const places = placesIn(text, which);
    const { start, score } = densest(places, sought);
    const head = placesIn(heading === title ? "" : heading, which), also = raritiesOf(head, sought);
    return { fragment, heading, text, places, headed: meant(head), start, score: score + IN_HEADING * also };
  });
  const best = found.reduce((one, other) => (other.score > one.score ? other : one));
  const { fragment, heading, text, places, start, headed } = best;
  const titled = meant(placesIn(title, which)), parts = partsOf(text, places, start);
  return { fragment, heading, headed, titled, parts, phrase: phraseAt(text, places, start) };
}

/**
 * @param {string} text
 * @param {(word: string) => number} which
 * @returns {Place[]}
 */
const placesIn = (text, which) => Array.from(text.matchAll(/[\p{L}\p{N}]+(?:['’ʻʼ`][\p{L}\p{N}]+)*/gu), (word) => (
  { at: word.index, end: word.index + word[0].length, which: which(word[0]) }));

/**
 * How much the words count that stand in some places, each once.
 * @param {Place[]} places
 * @param {Sought[]} sought
 */
const raritiesOf = (places, sought) => Array.from(new Set(places.map(({ which }) => which)))
  .reduce((sum, which) => sum + (sought[which]?.rarity ?? 0), 0);

/**
 * Where the stretch begins that has the most, and how much that is; the first word where nothing is found.
 * @param {Place[]} places
 * @param {Sought[]} sought
 */
function densest(places, sought) {
  let [start, score] = [0, 0];
  places.forEach((place, at) => {
    if (place.which < 0) { return; }
    const sum = raritiesOf(places.slice(at, at + WIDE), sought);
    if (sum > score) { [start, score] = [at, sum]; }
  });
  return { start, score };
}

/**
 * The passage in parts, those that were asked for apart.
 * @param {string} text
 * @param {Place[]} places
 * @param {number} start
 */
function partsOf(text, places, start) {
  const begun = places.findIndex(({ at }) => at >= (places[start]?.at ?? 0) - LEADING);
  const first = Math.max(0, begun), last = Math.min(first + WIDE + 5, places.length - 1);
  const shown = places.slice(first, last + 1);
  const from = first > 0 ? places[first].at : 0, end = last < places.length - 1 ? places[last].end : text.length;
  /** @type {Part[]} */
  const parts = [];
  let told = from;
  /** @type {(to: number, found: boolean) => void} */
  const tell = (to, found) => {
    if (to > told) { parts.push({ text: text.slice(told, to), found }); }
    told = Math.max(told, to);
  };
  if (from > 0) { parts.push({ text: "… ", found: false }); }
  shown.filter(({ which }) => which >= 0).forEach((place) => {
    tell(place.at, false);
    tell(place.end, true);
  });
  tell(end, false);
  if (end < text.length) { parts.push({ text: " …", found: false }); }
  return parts;
}

/**
 * Some words from the first that was found on, up to a sign; nothing where nothing was found.
 * @param {string} text
 * @param {Place[]} places
 * @param {number} start
 */
function phraseAt(text, places, start) {
  if (!places.some(({ which }) => which >= 0)) { return ""; }
  let last = start;
  while (last < start + PHRASE - 1 && places[last + 1] && text.slice(places[last].end, places[last + 1].at) === " ") {
    last += 1;
  }
  return text.slice(places[start].at, places[last].end);
}
