/* Days, counted as the pages count them: whole numbers since 1 January 1970. In text a day is ISO (1996-04-26). */

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
export const ofMonth = (year, month) => Date.UTC(year, month, 1) / LENGTH;

/**
 * The day of a text; not a number where it is none.
 * @param {string} iso
 */
export const dayOf = (iso) => Math.round(Date.parse(iso) / LENGTH);

/** @param {number} day */
export const iso = (day) => date(day).toISOString().slice(0, 10);

/** @param {number} day */
export const year = (day) => date(day).getUTCFullYear();

/**
 * The month of a day, counted from 0.
 * @param {number} day
 */
export const month = (day) => date(day).getUTCMonth();

/**
 * A day as the pages word it: 26 April 1996.
 * @param {number} day
 */
export const words = (day) => `${date(day).getUTCDate()} ${MONTHS[month(day)]} ${year(day)}`;

/**
 * The day of a text that is exactly a day of the calendar; not a number for 2002-02-30 and anything else.
 * @param {string} text
 */
export function exactly(text) {
  const day = /^\d{4}-\d\d-\d\d$/.test(text) ? dayOf(text) : NaN;
  return !Number.isNaN(day) && iso(day) === text ? day : NaN;
}

/**
 * The last day of a year, a month or a day: 2026-06 is 30 June 2026. Not a number for anything else.
 * @param {string} text
 */
export function lastOf(text) {
  if (!/^\d{4}(-\d\d){0,2}$/.test(text)) { return NaN; }
  if (text.length === 10) { return dayOf(text); }
  return ofMonth(Number(text.slice(0, 4)), text.length === 4 ? 12 : Number(text.slice(5))) - 1;
}
