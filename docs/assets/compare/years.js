/* What sides of one kind have in common at the end of each year: a chart, and the same in words. */
import { html } from "./html.js";
import { rows } from "./parts.js";
import { CERTAIN } from "./steps.js";

/** @import { Data } from "./data.js" */
/** @import { Found, Group } from "./common.js" */
/** @import { Value } from "./html.js" */
/** @typedef {{ year: string, groups: Group[] }} Year What was in common at its end, first with all sides. */
/** @typedef {{ key: string, lists: Found[], year: string, from: number, to: number }} Period Years that are alike. */

/** How far apart the years below the chart are. */
const DECADE = 10;

/**
 * How much was in common at the end of each year.
 * @param {Data} data
 * @param {Year[]} years
 * @param {string} what
 */
export function chart({ words, chart: [width, height] }, years, what) {
  const all = years.map(({ year, groups }) => ({ year, found: groups[0].found }));
  const most = Math.max(...all.map(({ found }) => found.length)), step = width / years.length;
  if (!most) { return ""; }
  const bars = all.map(({ year, found }, i) => bar(year, found, step * i, step, height, most));
  return html`<figure class="common-chart"><svg viewBox="0 -14 ${width} ${height + 28}" role="img"
    aria-label="${what} ${words.common}: ${most}">
    <line class="base" x2="${width}" y1="${height}" y2="${height}"/>${bars}<text y="-4">${most}</text></svg>
    <p class="caption">${what} ${words.common}</p></figure>`;
}

/**
 * The same in words: years that are alike are one line.
 * @param {Data} data
 * @param {Year[]} years
 * @param {string[]} heads of two sides each list has its head, of more the first alone
 * @param {(found: Found) => Value} told
 */
export function periods({ words, asOf }, years, heads, told) {
  /** @type {Period[]} */
  const found = [];
  years.forEach(({ year, groups }, i) => {
    const lists = groups.slice(0, heads.length).map((group) => group.found), key = JSON.stringify(lists);
    const last = found[found.length - 1];
    if (last?.key === key) { last.to = i; } else { found.push({ key, lists, year, from: i, to: i }); }
  });
  const lines = found.filter(({ lists }) => lists.some((list) => list.length)).map(({ year, from, to, lists }) => {
    const open = to === years.length - 1, end = open ? asOf : years[to].year;
    return [from === to ? end : `${year}${open ? " to " : "–"}${end}`, ...lists.map((list) => told(list))];
  });
  if (!lines.length) { return html`<p class="note">${words.none}</p>`; }
  return html`<table class="rolls">${rows([words.ends, ...heads], lines, true)}</table>`;
}

/**
 * The bar of a year: what is certain filled, the rest above it outlined.
 * @param {string} year
 * @param {Found} both
 * @param {number} x
 * @param {number} step
 * @param {number} height
 * @param {number} most
 */
function bar(year, both, x, step, height, most) {
  const unit = height / most, sure = both.filter(([, level]) => level === CERTAIN).length * unit;
  const all = both.length * unit;
  const perhaps = html`<rect class="perhaps" x="${x + 0.5}" y="${height - all + 0.5}" width="${step - 3}"
    height="${all - sure - 1}"/>`;
  return html`<rect class="certain" x="${x}" y="${height - sure}" width="${step - 2}" height="${sure}"/>${
    all > sure ? perhaps : ""}${Number(year) % DECADE ? "" : html`<text x="${x}" y="${height + 11}">${year}</text>`}`;
}
