/* Which items are meant by some words: those that have the most of them, the surest names first. */
import { Folding } from "./folding.js";
import { likeness, misspelt, SURE } from "./likeness.js";

/** @import { Tables } from "./folding.js" */
/**
 * Kind, title, date in words, what is told of it, address; other names; names that count less; the numbers of items
 * whose names lead to it.
 * @typedef {[number, string, string, string, string, string[]?, string[]?, number[]?]} Row
 */
/** @typedef {Tables & { ignored: string[], kinds: [string, 0 | 1][], items: Row[] }} Known */
/** @typedef {{ text: string, words: string[], weight: number }} Name */
/**
 * known: whether its kind is what people ask for by name; cited: whether it is only what others are known from.
 * @typedef {{ number: number, kind: string, title: string, date: string, told: string, address: string,
 *   known: boolean, cited: boolean, names: Name[] }} Item
 */
/**
 * name: the one by which it was found; tier: 3 by its whole name, 2 by the beginning of one, 1.5 by words of one,
 * 1 by words of several, 0 by words that are like them.
 * @typedef {{ item: Item, name: string, tier: number, score: number }} Hit
 */
/**
 * A word that is asked for. near: the known words that are like it, and how much; sure: whether one is for sure; best:
 * the items that have one of them; rarity: how much it counts.
 * @typedef {{ near: Map<string, number>, sure: boolean, best: Map<number, number>, rarity: number }} Asked
 */

/** What a hit counts in a lesser name, in a year of its date, in the name of what it belongs to, in its kind. */
const [LESSER, YEAR, OF, KIND] = [0.7, 0.8, 0.4, 0.3];
/** What it counts, beside the words themselves, that a name is made up of them. */
const COVERAGE = 0.6;
/** Words that are looked for; letters of a question that are read. */
const [MOST, LONGEST] = [12, 300];

export class Finder {
  /** @param {Known} known */
  constructor({ letters, sounds, ignored, kinds, items }) {
    this.folding = new Folding({ letters, sounds });
    this.ignored = new Set(ignored);
    this.items = items.map((row, number) => this.item(row, number, kinds));
    /** @type {Map<string, Map<number, number>>} By each word the items that have it, and how much it counts there. */
    this.holders = new Map();
    this.items.forEach((item) => this.take(item));
    /** @type {Map<number, number[]>} By the number of an item those to which its names lead too. */
    this.led = new Map();
    items.forEach((row, number) => row[7]?.forEach((other) => {
      this.led.set(other, [...this.led.get(other) ?? [], number]);
    }));
  }

  /** @param {string[]} words */
  heard(words) { return words.map((word) => this.folding.sound(word)).join(" "); }

  /**
   * @param {Row} row
   * @param {number} number
   * @param {[string, 0 | 1][]} kinds
   * @returns {Item}
   */
  item([kind, title, date, told, address, names = [], lesser = []], number, kinds) {
    const [word, known] = kinds[kind];
    /** @type {(weight: number) => (text: string) => Name} */
    const name = (weight) => (text) => ({ text, words: this.folding.words(text), weight });
    return {
      number, kind: word, title, date, told, address, known: Boolean(known), cited: kind === kinds.length - 1,
      names: [title, ...names].map(name(1)).concat(lesser.map(name(LESSER))),
    };
  }

  /**
   * Takes up an item by its words.
   * @param {Item} item
   */
  take({ number, kind, date, names }) {
    /** @type {(word: string, weight: number) => void} */
    const hold = (word, weight) => {
      const held = this.holders.get(word) ?? new Map();
      this.holders.set(word, held.set(number, Math.max(weight, held.get(number) ?? 0)));
    };
    names.forEach(({ words, weight }) => words.forEach((word) => hold(word, weight)));
    this.folding.words(date).forEach((word) => hold(word, YEAR));
    this.folding.words(kind).forEach((word) => hold(word, KIND));
  }

  /**
   * The words of a question that say something.
   * @param {string} question
   */
  asked(question) {
    const every = this.folding.words(question.slice(0, LONGEST)).slice(0, MOST);
    const telling = every.filter((word) => !this.ignored.has(word));
    return telling.length ? telling : every;
  }

  /**
   * The items that are meant, the best first.
   * @param {string} question
   * @returns {Hit[]}
   */
  find(question) {
    const words = this.asked(question), asked = words.map((word) => this.near(word));
    /** @type {Map<number, number>} How many of the words each item has. */
    const counts = new Map();
    asked.forEach(({ best }) => best.forEach((_, number) => counts.set(number, (counts.get(number) ?? 0) + 1)));
    const most = Math.max(0, ...counts.values());
    if (most === 0 || words.length - most > (words.length - 1) / 3) { return []; }
    return Array.from(counts).filter(([, count]) => count === most)
      .map(([number]) => this.hit(this.items[number], this.heard(words), asked)).sort(before);
  }

  /**
   * The word of a name that is most like a word.
   * @param {string} word
   */
  known(word) { return Array.from(this.near(word).near).sort(([, one], [, other]) => other - one)[0]?.[0]; }

  /**
   * @param {string} word
   * @returns {Asked}
   */
  near(word) {
    const sound = (/** @type {string} */ one) => this.folding.sound(one);
    const near = this.fits((known) => likeness(word, known, sound));
    if (Math.max(0, ...near.values()) < SURE) {
      this.fits((known) => misspelt(word, known, sound)).forEach((fit, known) => near.set(known, fit));
    }
    /** @type {Map<number, number>} */
    const best = new Map();
    const count = (/** @type {number} */ number, /** @type {number} */ fit) => {
      best.set(number, Math.max(fit, best.get(number) ?? 0));
    };
    near.forEach((fit, known) => this.holders.get(known)?.forEach((weight, number) => {
      count(number, weight * fit);
      if (weight === 1) { this.led.get(number)?.forEach((other) => count(other, OF * fit)); }
    }));
    const rarity = Math.log(2 + this.items.length / (1 + best.size));
    return { near, sure: Math.max(...near.values()) >= SURE, best, rarity };
  }

  /**
   * @param {(known: string) => number} fit
   * @returns {Map<string, number>}
   */
  fits(fit) {
    const found = new Map();
    Array.from(this.holders.keys()).forEach((known) => {
      const how = fit(known);
      if (how) { found.set(known, how); }
    });
    return found;
  }

  /**
   * @param {Item} item
   * @param {string} wanted the question as it sounds
   * @param {Asked[]} asked
   * @returns {Hit}
   */
  hit(item, wanted, asked) {
    const whole = asked.reduce((sum, { rarity }) => sum + rarity, 0);
    const fits = asked.map(({ best }) => best.get(item.number) ?? 0);
    const named = item.names.map((name) => this.fitting(name, wanted, asked));
    const best = named.reduce((one, other) => (other.covered > one.covered ? other : one));
    const sure = asked.every((one) => one.sure && one.best.has(item.number));
    const tier = Math.max(sure ? 1 : 0, ...named.map((one) => one.tier));
    const score = fits.reduce((sum, fit, at) => sum + fit * asked[at].rarity, 0) / whole + COVERAGE * best.covered;
    return { item, name: best.covered ? best.text : item.title, tier, score };
  }

  /**
   * How much of a name is made up of what is asked for, and how much of that it holds.
   * @param {Name} name
   * @param {string} wanted
   * @param {Asked[]} asked
   */
  fitting({ text, words, weight }, wanted, asked) {
    const held = asked.filter(({ near }) => words.some((word) => near.has(word))).length / asked.length;
    if (!held) { return { text, tier: 0, covered: 0 }; }
    const fits = words.map((word) => Math.max(...asked.map(({ near }) => near.get(word) ?? 0)));
    const letters = words.reduce((sum, word) => sum + word.length, 0);
    const made = words.reduce((sum, word, at) => sum + word.length * fits[at], 0) / letters;
    const tier = held === 1 && weight === 1 ? tierOf(words, this.heard(words), wanted, asked) : 0;
    return { text, tier, covered: weight * made * held };
  }
}

/**
 * @param {string[]} words
 * @param {string} heard
 * @param {string} wanted
 * @param {Asked[]} asked
 */
function tierOf(words, heard, wanted, asked) {
  if (heard === wanted) { return 3; }
  if (heard.startsWith(wanted)) { return 2; }
  return asked.every(({ near }) => words.some((word) => (near.get(word) ?? 0) >= SURE)) ? 1.5 : 0;
}

/**
 * The surer first; of those alike, what is known by its name; sources behind all others.
 * @param {Hit} one
 * @param {Hit} other
 */
function before(one, other) {
  return rank(other) - rank(one) || other.score - one.score || one.item.number - other.item.number;
}

/** @param {Hit} hit */
function rank({ item, tier }) {
  const whole = tier === 1.5 && item.known ? 2 : Math.floor(tier);
  return whole * 4 + (item.cited ? 0 : item.known ? 2 : 1);
}
