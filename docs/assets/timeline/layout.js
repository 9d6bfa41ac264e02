/* Where marks stand on the plane: steps of zoom, and boxes that never overlap. */
import { YEAR } from "../shared/calendar.js";

/** @import { Entry } from "./entries.js" */
/**
 * A step of zoom: pixels per year and per day; upper and lower give the months between the two rows of the axis.
 * @typedef {{
 *   name: string, words: string, pixels: number, upper: number, lower: number, perDay: number,
 * }} Level
 */
/** @typedef {{ x: (day: number) => number, perDay: number, today: number }} Scale Where days stand, in pixels. */
/**
 * A mark to be: a bar, a dot, or a cluster of several entries. a, b: between which fractions of its width an entry is
 * sure; soft: it is not sure all along.
 * @typedef {{
 *   kind: "bar" | "dot" | "cluster", x: number, w: number, row: number, a: number, b: number, soft: boolean,
 *   labelled: boolean, entries: Entry[],
 * }} Box
 */

const GAP = 2, OPEN = 60, BARS = 4, LABEL = 220, LABELLED = 90;
/** The width and height of a dot. */
export const SIZE = 24;
export const ROW = 26;
export const PAD = 5;

/** @type {Level[]} */
export const LEVELS = [
  { name: "decade", words: "decades", pixels: 24, upper: 120, lower: 24 },
  { name: "five-years", words: "five years", pixels: 64, upper: 120, lower: 12 },
  { name: "year", words: "years", pixels: 180, upper: 12, lower: 3 },
  { name: "quarter", words: "quarters", pixels: 600, upper: 12, lower: 1 },
  { name: "month", words: "months", pixels: 2200, upper: 1, lower: 0 },
].map((level) => ({ ...level, perDay: level.pixels / YEAR }));

/**
 * Left and right edge in pixels. Where an end is open the mark runs a fixed way into the open; what goes on, runs to
 * today first.
 * @param {Entry} entry
 * @param {Scale} scale
 */
function edges(entry, { x, today }) {
  let left = x(entry.first), right = x(entry.last);
  if (entry.first === -Infinity) { left = right - OPEN; }
  if (entry.last === Infinity) { right = (goesOn(entry) ? Math.max(left, x(today)) : left) + OPEN; }
  return { left, right };
}

/** @param {Entry} entry */
const goesOn = (entry) => entry.lasts && entry.going === Infinity;

/**
 * Between which fractions of its width the entry is sure.
 * @param {Entry} entry
 * @param {Scale} scale
 * @param {{ left: number, right: number }} edges
 */
function sure(entry, { x, perDay }, { left, right }) {
  const width = right - left, from = entry.first > -Infinity, to = entry.last < Infinity;
  let a = 0.35, b = 0.65;
  if (!from) { a = 0.9; b = 1; }
  if (!to) { a = 0; b = goesOn(entry) ? 1 - OPEN / width : 0.1; }
  if (entry.lasts && entry.begun <= entry.going) {
    if (from) { a = (x(entry.begun) - left) / width; }
    if (to) { b = (x(entry.going) - left + perDay) / width; }
  } else if (entry.last - entry.first === 1) { a = 0; b = 1; }
  return { a: Math.max(0, a), b: Math.min(1, b) };
}

/**
 * @param {Entry} entry
 * @param {Scale} scale
 * @returns {Box}
 */
function box(entry, scale) {
  const ends = edges(entry, scale), { left, right } = ends, { a, b } = sure(entry, scale, ends);
  const soft = a > 0.001 || b < 0.999, bar = right - left > SIZE;
  return {
    kind: bar ? "bar" : "dot", x: bar ? left : (left + right - SIZE) / 2, w: bar ? right - left : SIZE,
    row: 0, a, b, soft, labelled: false, entries: [entry],
  };
}

/**
 * Bars take the first free row; those that find none stand among the dots.
 * @param {Box[]} bars
 * @returns {[Box[], Box[]]} the bars, and what is left
 */
function rows(bars) {
  /** @type {number[]} */
  const ends = [];
  /** @type {Box[]} */
  const spare = [];
  const placed = bars.filter((bar) => {
    const free = ends.findIndex((end) => end <= bar.x - GAP), row = free < 0 ? ends.length : free;
    if (row >= BARS) { spare.push({ ...bar, kind: "dot", w: SIZE }); return false; }
    ends[row] = bar.x + bar.w;
    bar.row = row;
    return true;
  });
  return [placed, spare];
}

/**
 * Dots that would touch become one cluster at the place of the first.
 * @param {Box[]} dots
 */
function clusters(dots) {
  /** @type {Box[]} */
  const found = [];
  dots.sort((one, other) => one.x - other.x).forEach((dot) => {
    const before = found.at(-1);
    if (before && dot.x < before.x + SIZE + GAP) {
      before.kind = "cluster";
      before.entries.push(...dot.entries);
    } else { found.push(dot); }
  });
  return found;
}

/**
 * A lone dot with room to its right is labelled, and so is a bar with room for it.
 * @param {Box[]} points
 * @param {Box[]} bars
 */
function label(points, bars) {
  points.forEach((dot, index) => {
    const next = points[index + 1], room = next ? next.x - dot.x - GAP - 4 : Infinity;
    if (dot.kind === "dot" && room >= LABELLED) { dot.w = Math.min(room, SIZE + LABEL); dot.labelled = true; }
  });
  bars.forEach((bar) => { bar.labelled = bar.w >= LABELLED; });
}

/**
 * The boxes of one lane, dots above bars, and how high it is.
 * @param {Entry[]} entries
 * @param {Scale} scale
 */
export function lane(entries, scale) {
  const every = entries.map((entry) => box(entry, scale)).sort((one, other) => one.x - other.x);
  const [bars, spare] = rows(every.filter(({ kind }) => kind === "bar"));
  const points = clusters([...every.filter(({ kind }) => kind === "dot"), ...spare]);
  label(points, bars);
  bars.forEach((bar) => { bar.row += points.length ? 1 : 0; });
  const boxes = [...points, ...bars];
  return { boxes, height: Math.max(1, ...boxes.map(({ row }) => row + 1)) * ROW + 2 * PAD };
}
