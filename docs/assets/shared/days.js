/* Days, counted as the pages count them: whole numbers since 1 January 1970. In text a day is ISO (1963-05-10). */

/** Milliseconds. */
const LENGTH = 864e5;
export const MONTHS = [
  "January", "February", "March", "April", "May", "June",
  "July", "August", "September", "October", "November", "December",
];

/** @param {number} day */
const date = (day) => new Date(Math.floor(day) * LENGTH);

/**
 * The first day of a month, counted from 0; months beyond December are those of the next years.
 * @param {number} year
 * @param {number} month
 */
export const ofMonth = (year, month) => new Date(0).setUTCFullYear(year, month, 1) / LENGTH;

/**
 * The day of a text; not a number where it is none.
 * @param {string} iso
 */
export const dayOf = (iso) => Math.round(Date.parse(iso) / LENGTH);

/**
 * A day as text: 10 letters for the day, 7 for its month, 4 for its year.
 * @param {number} day
 */
export const iso = (day, letters = 10) => date(day).toISOString().slice(0, letters);

/** @param {number} day */
export const year = (day) => date(day).getUTCFullYear();

/**
 * The month of a day, counted from 0.
 * @param {number} day
 */
export const month = (day) => date(day).getUTCMonth();

/**
 * How much of some whole years has passed on a day: those from the year of the first day to the year of the last.
 * @param {number} day
 * @param {number} first
 * @param {number} last
 */
export function passed(day, first, last) {
  const start = ofMonth(year(first), 0);
  return (day - start) / (ofMonth(year(last) + 1, 0) - start);
}

/**
 * A day as the pages word it: 10 May 1963.
 * @param {number} day
 */
export const words = (day) => `${date(day).getUTCDate()} ${MONTHS[month(day)]} ${year(day)}`;

/**
 * The day of a text that is exactly a day of the calendar; not a number for 1963-02-30 and anything else.
 * @param {string} text
 */
export function exactly(text) {
  const day = /^\d{4}-\d\d-\d\d$/.test(text) ? dayOf(text) : NaN;
  return !Number.isNaN(day) && iso(day) === text ? day : NaN;
}

/**
 * The first day of a year, a month or a day: 1963-05 is 1 May 1963. For anything else what is to be taken instead.
 * @param {string} text
 */
export function firstOf(text, otherwise = NaN) {
  const day = /^\d{4}(-\d\d){0,2}$/.test(text) ? dayOf(text) : NaN;
  return Number.isNaN(day) ? otherwise : day;
}

/**
 * The last day of a year, a month or a day: 1963-05 is 31 May 1963. For anything else what is to be taken instead.
 * @param {string} text
 */
export function lastOf(text, otherwise = NaN) {
  const day = firstOf(text);
  if (Number.isNaN(day)) { return otherwise; }
  return text.length === 10 ? day : ofMonth(year(day), text.length === 4 ? 12 : month(day) + 1) - 1;
}
