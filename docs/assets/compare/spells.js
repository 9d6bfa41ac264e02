/* Every spell of the sides, drawn in a table: those that all have first. */
import { isOrganisation } from "./data.js";
import { html } from "./html.js";
import { link, rows } from "./parts.js";

/** @import { Data, Side, Spell } from "./data.js" */

/**
 * The states compared have a column each, or the organisations if there are any; in the rows stand what the columns
 * have, or, of sides of both kinds, the states alone.
 * @param {Data} data
 * @param {Side[]} sides
 * @param {string} title
 */
export function everySpell(data, sides, title) {
  const organisations = sides.filter(isOrganisation), states = sides.filter((side) => !isOrganisation(side));
  const columns = organisations.length ? organisations : states, own = organisations.length ? 0 : 1;
  const wanted = organisations.length && states.length ? states.map(({ n }) => n) : data.order;
  const found = wanted.map((n) => ({ n, each: columns.map((side) => (
    data.spells.filter((spell) => spell[own] === side.n && spell[1 - own] === n)
  )) })).filter(({ each }) => each.some((list) => list.length));
  const shared = found.filter(({ each }) => each.every((list) => list.length));
  const lines = [...shared, ...found.filter((one) => !shared.includes(one))]
    .map(({ n, each }) => [link(data.sides[n]), ...each.map((list) => bars(data, list))]);
  const heads = [own ? "Organisation" : "State", ...columns.map((side) => html`${link(side)} ${data.words.span}`)];
  return html`<div class="pair"><div class="matrix-region" role="region" tabindex="0" aria-label="${title}">
    <table class="matrix">${rows(heads, lines)}</table></div></div>`;
}

/**
 * The bars of a cell, which lead to the evidence.
 * @param {Data} data
 * @param {Spell[]} spells
 */
function bars({ sides, width }, spells) {
  if (!spells.length) { return ""; }
  const { id, href } = sides[spells[0][0]], words = spells.map((spell) => spell[2]).join("; ");
  const drawn = spells.map(([, , , form, pieces]) => html`<g class="bar form-${form}">${pieces.map(piece)}</g>`);
  return html`<a class="org-${id}" href="${href}#members" title="${words}"><svg viewBox="0 0 ${width} 16"
    width="${width}" height="16" role="img" aria-label="${words}">${drawn}</svg></a>`;
}

/** @param {[path: string, fades: boolean]} piece */
const piece = ([path, fades]) => html`<path d="${path}"${fades ? html` class="soft"` : ""}/>`;
