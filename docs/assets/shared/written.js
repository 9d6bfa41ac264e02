/* Days as people write them: 10 May 1963, May 10, 1963, 10.05.1963, 1963-05-10, 10 May, May 1963, 1963. */
import { exactly, iso, lastOf, MONTHS } from "./days.js";

/**
 * What is written of a day, as far as it goes. rest: what else is written.
 * @typedef {{ year?: number, month?: number, day?: number, rest: string }} Written
 */

/* The parts of a day by number: year, month, day. A word is the name of a month. */
/** @type {[RegExp, number, number, number][]} */
const FORMS = [
  [/(?<!\d)(\d{4})-(\d\d?)(?:-(\d\d?))?(?!\d)/, 1, 2, 3],
  [/(?<!\d)(\d\d?)[./](\d\d?)[./](\d{4})(?!\d)/, 3, 2, 1],
  [/(?<!\d)(\d\d?)(?:st|nd|rd|th|\.)? ?(?:of )?(\p{L}{3,})(?!\p{L})\.?,? ?(?:(\d{4})(?!\d))?/u, 3, 2, 1],
  [/(?<!\p{L})(\p{L}{3,})\.? (\d\d?)(?:st|nd|rd|th)?(?!\d),? ?(?:(\d{4})(?!\d))?/u, 3, 1, 2],
  [/(?<!\p{L})(\p{L}{3,})\.?,? ?(\d{4})(?!\d)/u, 2, 1, 0],
  [/(?<![\p{L}\p{N}])(\d{4})(?![\p{L}\p{N}])/u, 1, 0, 0],
];
/** Letters of a month's name that are enough. */
const ENOUGH = 3;

/** @typedef {[string, number][]} Months Their names in small letters; they are counted from 1. */
/** @type {Months} */
export const ENGLISH = MONTHS.map((name, number) => [name.toLowerCase(), number + 1]);

/**
 * The months of some languages, as they stand alone and beside a day.
 * @param {string[]} languages
 * @param {(text: string) => string} fold
 */
export function monthsOf(languages, fold) {
  /** @type {Months} */
  const found = [];
  languages.forEach((language) => {
    ["numeric", undefined].forEach((day) => {
      const told = new Intl.DateTimeFormat(language, { day: /** @type {"numeric"} */ (day), month: "long" });
      MONTHS.forEach((_, number) => {
        const parts = told.formatToParts(new Date(Date.UTC(2, number, 15)));
        const name = fold(parts.find(({ type }) => type === "month")?.value ?? "");
        if (name.length >= ENOUGH) { found.push([name, number + 1]); }
      });
    });
  });
  return found;
}

/**
 * The first day, month or year that is written in a text; nothing where there is none.
 * @param {string} text in small letters
 * @param {Months} months
 * @returns {Written | undefined}
 */
export function written(text, months) {
  for (const [form, ...places] of FORMS) {
    const found = form.exec(text), [year, month, day] = places.map((place) => (found && place ? found[place] : ""));
    if (!found) { continue; }
    const number = !month || Number(month) ? Number(month) : months.find(([name]) => name.startsWith(month))?.[1];
    const said = { year: Number(year) || undefined, month: number || undefined, day: Number(day) || undefined };
    if (number === undefined || !isOne(said)) { continue; }
    return { ...said, rest: `${text.slice(0, found.index)} ${text.slice(found.index + found[0].length)}`.trim() };
  }
  return undefined;
}

/**
 * Whether there is such a day, month or year. Without its year any day of a leap year is one.
 * @param {{ year?: number, month?: number, day?: number }} said
 */
const isOne = ({ year = 4, month = 1, day = 1 }) => !Number.isNaN(exactly(isoOf(year, month, day)));

/**
 * The first and the last day of what is written of a year.
 * @param {{ month?: number, day?: number }} said
 * @param {number} year
 */
export function bounds({ month, day }, year) {
  const text = isoOf(year, month ?? 1, day ?? 1), whole = text.slice(0, day ? 10 : month ? 7 : 4);
  return [text, iso(lastOf(whole))];
}

/**
 * A day, month or year as the pages word it; of whatever year where that is left out.
 * @param {{ year?: number, month?: number, day?: number }} said
 */
export const worded = ({ year, month, day }) => [day, month && MONTHS[month - 1], year].filter(Boolean).join(" ");

/**
 * @param {number} year
 * @param {number} month
 * @param {number} day
 */
const isoOf = (year, month, day) => `${String(year).padStart(4, "0")}-${keyOf(month, day)}`;

/**
 * The month and the day of 05-10.
 * @param {string} key
 */
export function ofKey(key) {
  const [month, day] = key.split("-").map(Number);
  return { month, day };
}

/**
 * A day of the calendar, in whatever year, or the beginning of those of a month: 05-10, 05-.
 * @param {number} month
 * @param {number} [day]
 */
export const keyOf = (month, day) => `${twoDigits(month)}-${day === undefined ? "" : twoDigits(day)}`;

/** @param {number} number */
const twoDigits = (number) => String(number).padStart(2, "0");
