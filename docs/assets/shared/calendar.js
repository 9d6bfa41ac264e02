/* The calendar: its years, its last day, and its days in whatever year: 05-10. */

/** The mean length of a year of the Gregorian calendar, in days. */
export const YEAR = 365.2425;
/** The last sure day of what goes on, as pages write it. */
export const GOES_ON = "9999-12-31";

/** Today, by the visitor's own clock. */
export function today() {
  const now = new Date();
  return [now.getMonth() + 1, now.getDate()].map((number) => String(number).padStart(2, "0")).join("-");
}

/**
 * Whether a text is written as a day of the calendar, be there such a day or not.
 * @param {string} text
 */
export const isDay = (text) => /^\d\d-\d\d$/.test(text);
