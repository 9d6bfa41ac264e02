/* The axis of the plane: two rows of ticks, and a line below each. */
import { month, MONTHS, ofMonth, year } from "../shared/days.js";
import { make } from "../shared/make.js";

/** @import { Plane } from "./plane.js" */
/** @typedef {{ day: number, text: string }} Tick */

/**
 * @param {number} day
 * @param {number} months how many there are from tick to tick
 */
function called(day, months) {
  if (months >= 120) { return `${year(day)}s`; }
  if (months >= 12) { return String(year(day)); }
  return `${MONTHS[month(day)]} ${year(day)}`;
}

/**
 * The first days of months between two days, every so many months from a round one on.
 * @param {number} first
 * @param {number} last
 * @param {number} step
 */
function starts(first, last, step) {
  const found = [], years = Math.max(1, step / 12), from = Math.floor(year(first) / years) * years;
  let next = step < 12 ? Math.floor(month(first) / step) * step : 0;
  for (let day = ofMonth(from, next); day <= last; day = ofMonth(from, next)) {
    found.push(day);
    next += step;
  }
  return found;
}

/**
 * The ticks of the upper row.
 * @param {number} first
 * @param {number} last
 * @param {number} months
 * @returns {Tick[]}
 */
const heads = (first, last, months) =>
  starts(first, last, months).map((day) => ({ day, text: called(day, months) }));

/**
 * The ticks of the lower row; 0 months is the 1st, 8th, 15th and 22nd.
 * @param {number} first
 * @param {number} last
 * @param {number} months
 * @returns {Tick[]}
 */
function marks(first, last, months) {
  const days = starts(first, last, months || 1);
  if (months) {
    return days.map((day) => ({ day, text: months < 12 ? MONTHS[month(day)].slice(0, 3) : String(year(day)) }));
  }
  return days.flatMap((day) => [0, 7, 14, 21].map((more) => ({ day: day + more, text: String(more + 1) })));
}

/**
 * @param {Plane} plane
 * @param {Tick} tick
 * @param {HTMLElement} element
 */
function at(plane, { day }, element) {
  element.style.left = `${plane.x(day)}px`;
  return element;
}

/**
 * @param {Plane} plane
 * @param {Tick} tick
 * @param {Tick | undefined} next
 */
function head(plane, tick, next) {
  const cell = at(plane, tick, make("div", "upper"));
  cell.append(make("span", "", tick.text));
  cell.style.width = `${next ? plane.x(next.day) - plane.x(tick.day) : 200}px`;
  return cell;
}

/**
 * Draws what lies between two days.
 * @param {Plane} plane
 * @param {number} first
 * @param {number} last
 */
export function drawAxis(plane, first, last) {
  const upper = heads(first, last, plane.level.upper), lower = marks(first, last, plane.level.lower);
  plane.axis.replaceChildren(
    make("div", "corner"),
    ...upper.map((tick, index) => head(plane, tick, upper[index + 1])),
    ...lower.map((tick) => at(plane, tick, make("div", "lower", tick.text))),
  );
  plane.grid.replaceChildren(
    ...upper.map((tick) => at(plane, tick, make("div", "major"))),
    ...lower.map((tick) => at(plane, tick, make("div"))),
  );
}
