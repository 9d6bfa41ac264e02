/* What can be said at once: what happened on a day or in a year, and who was in what then. */
import { dayOf, MONTHS, words } from "../shared/days.js";
import { bounds, ENGLISH, keyOf, monthsOf, ofKey, worded, written } from "../shared/written.js";
import { Membership } from "./membership.js";

/** @import { Finder, Hit, Item } from "./matching.js" */
/** @import { Members } from "./membership.js" */
/** @import { Months, Written } from "../shared/written.js" */
/**
 * A year, the address of its page, how many entries it has; by its days the numbers of the items that did something.
 * @typedef {[number, string, number, Record<string, number[]>]} Year
 */
/**
 * The address of the atlas, its first and its last day, its organisations. Empty where there is none.
 * @typedef {[string, string, string, Members[]] | []} Atlas
 */
/** @typedef {[string, string, string]} Shared A name of several things, where they are told apart, what they are. */
/** @typedef {{ title: string, told: string, address: string }} Line */
/** @typedef {{ item: Item, name: string }} Found An item, and the name by which it was found. */

/** Days named by an answer to a day of whatever year; titles named in an answer. */
const [DAYS, TITLES] = [4, 3];
/** Items that stand before a year that was asked for beside them. */
const BEFORE = 3;
/** Letters of a question in which a date is looked for. */
const LONGEST_DATED = 300;
/** What stands around a date in a question, and asks for nothing itself. */
const ASKING = new Set([
  "who was were is are what happened when did members member states left joined",
  "of in on at the year god goda",
].join(" ").split(" "));

export class Answers {
  /**
   * @param {{ languages: string[], years: Year[], atlas: Atlas, shared: Shared[] }} known
   * @param {Finder} finder
   */
  constructor({ languages, years, atlas, shared }, finder) {
    this.finder = finder;
    this.languages = languages;
    this.years = new Map(years.map((year) => [year[0], year]));
    this.atlas = atlas;
    this.organisations = new Map((atlas[3] ?? []).map(([number, id]) => [number, id]));
    this.membership = new Membership(atlas[3] ?? [], finder.items);
    this.shared = new Map(shared.map((one) => [this.key(one[0]), one]));
    /** @type {Months | undefined} Those of other languages, once they are asked for. */
    this.months = undefined;
  }

  /**
   * All that is found at once, in order.
   * @param {string} question
   * @returns {(Line | Found)[]}
   */
  to(question) {
    const date = this.date(question);
    if (!date) { return [...this.several(question), ...this.finder.find(question)]; }
    const rest = date.rest.split(/\s+/).filter((word) => word && !ASKING.has(word)).join(" ");
    const named = rest ? this.finder.find(rest) : [], organisation = this.organisation(named);
    const told = this.happened(date), held = this.held(date, organisation);
    if (!rest) { return [...told, ...held, ...this.dated(date)]; }
    const hits = this.finder.find(`${rest} ${date.year ?? ""}`), found = date.day ? this.items(date) : [];
    const before = organisation ? [...held, { item: organisation, name: organisation.title }] : [];
    const others = organisation ? [] : named;
    if (date.day || !hits.length) { return once([...before, ...told, ...found, ...hits, ...others]); }
    return once([...before, ...hits.slice(0, BEFORE), ...told, ...hits.slice(BEFORE)]);
  }

  /**
   * A name as it is looked for.
   * @param {string} text
   */
  key(text) { return this.finder.heard(this.finder.folding.words(text)); }

  /**
   * Where the things are told apart that bear a name, if there are several.
   * @param {string} question
   * @returns {Line[]}
   */
  several(question) {
    const found = this.shared.get(this.key(question));
    return found ? [{ title: `${found[0]}: several things`, told: found[2], address: found[1] }] : [];
  }

  /**
   * What is found of a date alone; of a year first what happened in it.
   * @param {Written} date
   * @returns {Found[]}
   */
  dated(date) {
    if (date.month) { return this.items(date); }
    const year = String(date.year), found = this.finder.find(year);
    const inIt = found.filter(({ item }) => item.date.includes(year));
    return [...inIt, ...found.filter((hit) => !inIt.includes(hit))];
  }

  /**
   * @param {string} question
   * @returns {Written | undefined}
   */
  date(question) {
    if (!/\p{N}/u.test(question)) { return undefined; }
    const fold = (/** @type {string} */ text) => this.finder.folding.fold(text);
    const text = fold(question.slice(0, LONGEST_DATED));
    const plain = written(text, ENGLISH);
    if (plain && (plain.month || !/\p{L}/u.test(plain.rest))) { return plain; }
    this.months ??= [...ENGLISH, ...monthsOf(this.languages, fold)];
    return written(text, this.months);
  }

  /**
   * The organisation that is meant for sure, if the atlas shows it.
   * @param {Hit[]} hits
   */
  organisation(hits) {
    return hits.find(({ item, tier }) => tier >= 2 && this.organisations.has(item.number))?.item;
  }

  /**
   * The days that are meant, each with its year and its items; of all years where none is said.
   * @param {Written} date
   * @returns {[Year, string, number[]][]}
   */
  days({ year, month, day }) {
    const years = year ? [this.years.get(year)] : Array.from(this.years.values());
    const begun = keyOf(month ?? 0, day);
    /** @type {[Year, string, number[]][]} */
    const found = [];
    years.forEach((one) => Object.entries(one?.[3] ?? {}).forEach(([on, items]) => {
      if (one && month && on.startsWith(begun)) { found.push([one, on, items]); }
    }));
    return found;
  }

  /**
   * @param {Written} date
   * @returns {Found[]}
   */
  items(date) {
    const numbers = this.days(date).flatMap(([, , items]) => items);
    return numbers.map((number) => this.finder.items[number]).map((item) => ({ item, name: item.title }));
  }

  /**
   * What happened.
   * @param {Written} date
   * @returns {Line[]}
   */
  happened(date) {
    const year = this.years.get(date.year ?? 0);
    if (date.day) {
      const found = this.days(date).slice(0, DAYS).map(([one, key, items]) => this.line(one, key, items));
      if (found.length || !year) { return found; }
      const [, address] = year, title = worded(date);
      return [{ title, told: `Nothing is dated to this day; what happened in ${date.year}`, address }];
    }
    if (!year) { return []; }
    const [number, address, count] = year, days = this.days(date).length;
    const entries = `${count} ${count === 1 ? "entry" : "entries"}`, on = `${days} ${days === 1 ? "day" : "days"}`;
    const of = days ? `What happened, on ${on}` : `What happened in ${number}`;
    const told = date.month ? of : `What happened: ${entries}`;
    const month = date.month && days ? `#${MONTHS[date.month - 1].toLowerCase()}` : "";
    return [{ title: worded({ ...date, year: number }), told, address: address + month }];
  }

  /**
   * @param {Year} year
   * @param {string} key
   * @param {number[]} numbers
   * @returns {Line}
   */
  line([year, address], key, numbers) {
    const titles = Array.from(new Set(numbers.map((number) => this.finder.items[number].title)));
    const more = titles.length - TITLES;
    const told = titles.slice(0, TITLES).join("; ") + (more > 0 ? `; and ${more} more` : "");
    return { title: worded({ year, ...ofKey(key) }), told, address: `${address}#${key}` };
  }

  /**
   * Who was in what, or in one organisation, on a day, or on the last of a month or year.
   * @param {Written} date
   * @param {Item | undefined} organisation
   * @returns {Line[]}
   */
  held(date, organisation) {
    const [at, first, last] = this.atlas;
    if (!date.year || !at || !first || !last) { return []; }
    const [from, to] = bounds(date, date.year);
    if (from > last || to < first) { return []; }
    const day = to < last ? to : last, then = `on ${words(dayOf(day))}`;
    if (!organisation) {
      return [{ title: `Who was in what ${then}`, told: "On the map", address: `${at}?date=${day}` }];
    }
    const { number } = organisation, told = this.membership.told(number, dayOf(day));
    const nobody = "Nobody was in it then, as far as is known here";
    /** @type {(one: number, said: string) => Line} */
    const line = (one, said) => ({
      title: `${this.finder.items[one].title} ${then}`, told: said,
      address: `${at}?date=${day}&organisation=${encodeURIComponent(this.organisations.get(one) ?? "")}`,
    });
    const others = told ? [] : this.membership.relatives(number, dayOf(day));
    // who asks for what was not there yet, or no more, is first led to what was
    return [...others.map((one) => line(one, this.membership.told(one, dayOf(day)))), line(number, told || nobody)];
  }
}

/**
 * Each item once.
 * @param {(Line | Found)[]} every
 */
const once = (every) => every.filter((one, at) => !("item" in one)
  || every.findIndex((other) => "item" in other && other.item === one.item) === at);
