/* Which texts are meant by some words: those in which the rarest of them count the most, in groups. */
import { isNumber } from "./folding.js";
import { misspelt } from "./likeness.js";
import { lastUpTo, Pieces } from "./pieces.js";
import { passage } from "./passage.js";

/** @import { Finder } from "./matching.js" */
/** @import { Passage } from "./passage.js" */
/** @import { Plan } from "./pieces.js" */
/** @typedef {Map<string, number>} Fits Known words, each with how well it fits one that is asked for. */
/** @typedef {{ fits: Fits, texts: Map<number, number>, rarity: number }} Sought What fits a word, where that stands. */
/** @typedef {{ address: string, title: string, score: number, passage: Passage }} TextHit */
/** @typedef {{ name: string, score: number, hits: TextHit[] }} Group */

/**
 * How many of each group are shown, how many are read for that, of which headings tell the best, and how much it
 * counts: an item outranks the sources that speak of it.
 * @type {[number, number, number][]}
 */
const SHOWN = [[4, 8, 1.4], [3, 4, 1.2], [3, 3, 1], [4, 4, 0.6], [3, 9, 0.7]];
/** The steps in which a piece says how much a word counts in a text. */
const STEPS = 9;
/** What counts of a word with another ending, one that goes on, one that sounds alike or is misspelt. */
const [ENDING, LONGER, MISSPELT] = [0.6, 0.8, 0.5];
/** Letters that an ending has at most, and that stand before it at least; pieces that are read for a word. */
const [ENDS, STANDS, MOST_PIECES] = [3, 5, 3];
/** The part of what is asked that a text must have, by how much each word counts. */
const LEAST = 0.6;
/** The part of what the best of a group counts that another must count to stand beside it. */
const BESIDE = 0.3;
/** By how much more it counts what stands under a heading, or under a title, that is what is asked for. */
const [HEADED, TITLED] = [4, 1];
/** Words of a question that ask for nothing themselves, beside those that are always passed over. */
const QUESTIONS = new Set(
  "what which who whom whose when where why how did do does is are was were has have had be been there".split(" "),
);

export class FullText {
  /**
   * @param {URL} root
   * @param {Finder} finder
   */
  constructor(root, finder) {
    this.finder = finder;
    this.pieces = new Pieces(root);
  }

  /**
   * The words of a question that say something.
   * @param {string} question
   */
  asked(question) {
    const every = this.finder.asked(question), telling = every.filter((word) => !QUESTIONS.has(word));
    return Array.from(new Set(telling.length ? telling : every));
  }

  /**
   * What is found, by groups, the best first.
   * @param {string} question
   * @returns {Promise<Group[]>}
   */
  async find(question) {
    const words = this.asked(question), typed = /[\p{L}\p{N}]$/u.test(question) ? words.at(-1) : "";
    if (!words.length) { return []; }
    const plan = await this.pieces.plan();
    const sought = await Promise.all(words.map((word) => this.sought(plan, word, word === typed)));
    const scores = scored(sought, plan.count), ends = [...plan.groups.slice(1).map(([, first]) => first), plan.count];
    const groups = await Promise.all(plan.groups.map(async ([name, first], at) => {
      const [most, read, weight] = SHOWN[at], inIt = scores.filter(([number]) => number >= first && number < ends[at]);
      const hits = await this.hits(plan, inIt.slice(0, read), sought, most);
      return { name, score: weight * (hits[0]?.score ?? 0), hits };
    }));
    return groups.filter(({ hits }) => hits.length).sort((one, other) => other.score - one.score);
  }

  /**
   * Of each page the text that fits best, with the passage that says why.
   * @param {Plan} plan
   * @param {[number, number][]} scores
   * @param {Sought[]} sought
   * @param {number} most
   */
  async hits(plan, scores, sought, most) {
    /** @type {Map<string, TextHit>} */
    const pages = new Map();
    const texts = await Promise.all(scores.map(([number]) => this.pieces.text(plan, number)));
    texts.forEach(([address, title, sections], at) => {
      const found = passage(title, sections, sought, this.finder.folding);
      const score = scores[at][1] * (1 + HEADED * found.headed + TITLED * found.titled);
      if (score > (pages.get(address)?.score ?? 0)) { pages.set(address, { address, title, score, passage: found }); }
    });
    const found = Array.from(pages.values()).sort((one, other) => other.score - one.score);
    return found.slice(0, most).filter(({ score }) => score >= BESIDE * found[0].score);
  }

  /**
   * The known words that fit one, and the texts that have them.
   * @param {Plan} plan
   * @param {string} word
   * @param {boolean} typed whether it may be the beginning of one
   * @param {boolean} [named] whether it is the word of a name that is like one that nothing fits
   * @returns {Promise<Sought>}
   */
  async sought(plan, word, typed, named = false) {
    const known = await this.near(plan, word), sound = (/** @type {string} */ one) => this.finder.folding.sound(one);
    let fits = chosen(known, (other) => fit(word, other, typed));
    if (!fits.size) { fits = chosen(known, (other) => MISSPELT * misspelt(word, other, sound)); }
    const other = fits.size || named ? undefined : this.finder.known(word);
    if (other) { return this.sought(plan, other, false, true); }
    return { ...gathered(known, fits), fits, rarity: 0 };
  }

  /**
   * The words of the pieces in which those with the same beginning stand.
   * @param {Plan} plan
   * @param {string} word
   */
  async near(plan, word) {
    const stem = isNumber(word) ? word : word.slice(0, Math.max(STANDS, word.length - ENDS));
    const first = lastUpTo(plan.words, stem), last = lastUpTo(plan.words, `${stem}\uffff`);
    const at = Math.max(first, Math.min(lastUpTo(plan.words, word) - 1, last - MOST_PIECES + 1));
    const numbers = Array.from({ length: Math.min(MOST_PIECES, last - at + 1) }, (_, more) => at + more);
    return Object.assign({}, ...await Promise.all(numbers.map((number) => this.pieces.words(plan, number))));
  }
}

/**
 * @param {Record<string, string>} known
 * @param {(other: string) => number} how
 * @returns {Fits}
 */
function chosen(known, how) {
  return new Map(Object.keys(known).map((other) => /** @type {[string, number]} */ ([other, how(other)]))
    .filter(([, found]) => found > 0));
}

/**
 * How well a word fits: the same, one that goes on, one with another ending.
 * @param {string} asked
 * @param {string} known
 * @param {boolean} typed
 */
function fit(asked, known, typed) {
  if (asked === known) { return 1; }
  if (isNumber(asked)) { return 0; }
  const more = known.length - asked.length;
  if (known.startsWith(asked) && (typed || more <= Math.min(ENDS, asked.length - ENDS))) {
    return LONGER * (more <= ENDS ? 1 : asked.length / known.length);
  }
  let same = 0;
  while (same < asked.length && asked[same] === known[same]) { same += 1; }
  const ends = Math.max(asked.length, known.length) - same;
  return same >= STANDS && same >= 2 * ends && ends <= ENDS ? ENDING : 0;
}

/**
 * In which texts words stand, and how much they count there: 3b is a third, one text further on.
 * @param {Record<string, string>} known
 * @param {Fits} fits
 */
function gathered(known, fits) {
  /** @type {Map<number, number>} */
  const texts = new Map();
  fits.forEach((how, word) => {
    let number = 0;
    for (const [, step, letters] of known[word].matchAll(/(\d)([a-z]+)/g)) {
      number += Array.from(letters).reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 97, 0);
      texts.set(number, Math.max(texts.get(number) ?? 0, (how * Number(step)) / STEPS));
    }
  });
  return { texts };
}

/**
 * The texts that have enough of what is asked, the best first. Each word gets its rarity, by which it counts.
 * @param {Sought[]} sought
 * @param {number} count
 */
function scored(sought, count) {
  /** @type {Map<number, [number, number]>} Of each text its score, and how much of what is asked it has. */
  const found = new Map();
  sought.forEach((one) => {
    const { size } = one.texts;
    one.rarity = Math.log(1 + (count - size + 0.5) / (size + 0.5));
    one.texts.forEach((weight, number) => {
      const [score, has] = found.get(number) ?? [0, 0];
      found.set(number, [score + weight * one.rarity, has + one.rarity]);
    });
  });
  // a word that no text has keeps none from being found
  const whole = sought.reduce((sum, { rarity, texts }) => sum + (texts.size ? rarity : 0), 0);
  return Array.from(found).filter(([, [, has]]) => has >= LEAST * whole)
    .map(([number, [score, has]]) => /** @type {[number, number]} */ ([number, (score * has) / whole]))
    .sort(([one, score], [other, better]) => better - score || one - other);
}
