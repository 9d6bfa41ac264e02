/* The band of time: when each side existed, when all did, and when they had something in common; certain, possible and
   not known apart. The same as the pages of pairs show. */
import { words } from "../shared/days.js";
import { isOrganisation } from "./data.js";
import { html } from "./html.js";
import { weakest } from "./steps.js";

/** @import { Common } from "./common.js" */
/** @import { Data, Side } from "./data.js" */
/** @import { Value } from "./html.js" */
/** @import { Steps } from "./steps.js" */
/** @typedef {{ label: Value, org?: Side, steps: Steps }} Line */

const CLASSES = ["", "unknown", "possibly", "certainly"];

/**
 * @param {Data} data
 * @param {Common} common
 * @param {Side[]} sides
 */
export function band(data, common, sides) {
  const [start, end, ticks] = data.axis, { lines: said } = data.words;
  const organisations = sides.filter(isOrganisation), states = sides.filter((side) => !isOrganisation(side));
  const exist = sides.map((side) => ({ side, steps: common.existing.get(side.n) ?? [] }));
  const known = exist.filter(({ steps }) => steps.length);
  const every = known.filter(({ side }) => isOrganisation(side)).map(({ steps }) => steps);
  /** @type {Line[]} */
  const lines = known.map(({ side, steps }) => ({ label: linked(side.href, `${side.name} exists`), org: side, steps }));
  if (organisations.length > 1 && every.length === organisations.length) {
    lines.push({ label: ofAll(said[0], organisations), steps: weakest(every) });
  }
  states.forEach((state) => organisations.forEach((side) => lines.push({
    label: linked(`${side.href}#members`, `${state.name} in ${side.name}`), org: side, steps: common.steps(side, state),
  })));
  if (organisations.length > 1) { lines.push({ label: said[1], steps: common.ever(organisations) }); }
  if (states.length > 1) {
    lines.push({ label: said[2], steps: common.ever(states) });
    if (!organisations.length) {
      lines.push(...common.together(states).map(({ other, steps }) => (
        { label: linked(`${other.href}#members`, `${ofAll("Both", states)} in ${other.name}`), org: other, steps }
      )));
    }
  }
  const years = ticks.map(([x, year]) => html`<text x="${(100 * x) / data.width}%" y="11">${year}</text>`);
  const first = data.ends[0][1];
  /** @param {number} day */
  const at = (day) => (100 * (Math.min(Math.max(day, start), end) - start)) / (end - start);
  return html`<table class="band"><thead><tr><td></td><td>
    <svg class="years" aria-hidden="true" width="100%" height="14"><text y="11">${first}</text>${years}</svg></td></tr>
    </thead><tbody>${lines.map((line) => row(data, line, at))}</tbody></table>
    <p class="caption of-band">${data.words.bandCaption}</p>`;
}

/**
 * What is said of two, said of more.
 * @param {string} text
 * @param {Side[]} sides
 */
const ofAll = (text, sides) => (sides.length > 2 ? text.replace("Both", "All") : text);

/**
 * @param {string} href
 * @param {string} text
 */
const linked = (href, text) => html`<a href="${href}">${text}</a>`;

/**
 * @param {Data} data
 * @param {Line} line
 * @param {(day: number) => number} at
 */
function row(data, { label, org, steps }, at) {
  const { last, words: { lines } } = data, told = steps.filter(([day]) => day <= last);
  const parts = told.map(([day, sure], i) => ({ day, sure, until: told[i + 1]?.[0] })).filter(({ sure }) => sure);
  const drawn = parts.map(({ day, sure, until }) => {
    const left = at(day), width = at(until ?? last) - left;
    return width > 0 ? html`<rect class="${CLASSES[sure]}" x="${left.toFixed(2)}%" width="${width.toFixed(2)}%"
      y="1" height="12"/>` : "";
  });
  const inWords = parts.map((part) => span(data, part)).join("; ") || lines[3];
  return html`<tr class="${org && isOrganisation(org) ? `org-${org.id}` : ""}"><th scope="row">${label}</th><td>
    <svg aria-hidden="true" width="100%" height="14"><line class="base" x2="100%" y1="7" y2="7"/>${drawn}</svg>
    <span class="words">${inWords}</span></td></tr>`;
}

/**
 * From when until when, and how surely.
 * @param {Data} data
 * @param {{ day: number, sure: number, until: number | undefined }} part
 */
function span({ before, words: { said } }, { day, sure, until }) {
  const begin = day > before ? `from ${words(day)}` : "";
  const end = until === undefined ? (begin ? "on" : "always") : `until ${words(until)}`;
  return `${said[sure - 1]}${begin} ${end}`.replace("  ", " ").trim();
}
