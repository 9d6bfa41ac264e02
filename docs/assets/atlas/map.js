/* The map and the small maps beside it. */
import { all, data, one } from "../shared/page.js";
import { CLASSES, count, heldOn, mark, told } from "./spells.js";

/** @import { ByState, Held, Kinds, Spell } from "./spells.js" */
/** @typedef {{ day: number, organisation: string }} State What is chosen; no organisation: all of the exhibit's own. */

/**
 * The ground of a state: hatched by its status in one organisation, or the darker, the more it is in.
 * @param {SVGElement} link
 * @param {Held[] | undefined} list
 * @param {string} organisation
 * @param {Kinds} kinds
 */
function paint(link, list, organisation, kinds) {
  const use = one(link, "use", SVGElement), marked = list && organisation ? mark(list, kinds) : undefined;
  const how = marked ? CLASSES[marked.code] : list ? `n${Math.min(count(list).number, 9)}` : "";
  link.setAttribute("class", list ? `state holds ${how}` : "state");
  if (marked && marked.code !== "u") { use.setAttribute("fill", `url(#atlas-${marked.form})`); }
  else { use.removeAttribute("fill"); }
}

/**
 * The badge of a state: letters for one organisation, or a number.
 * @param {SVGElement} badge
 * @param {Held[] | undefined} list
 * @param {string} organisation
 * @param {Kinds} kinds
 */
function letter(badge, list, organisation, kinds) {
  const title = data(badge, "title");
  badge.classList.toggle("off", !list);
  if (!list) { badge.setAttribute("aria-label", title); return; }
  const { text } = organisation ? mark(list, kinds) : count(list);
  const words = organisation ? list.map(told).join(", ") : `in ${text} of the organisations`;
  one(badge, "text", SVGElement).textContent = text;
  badge.classList.toggle("wide", text.length > 2);
  badge.setAttribute("aria-label", `${title}: ${words}`);
}

/**
 * The small map of an organisation: who is in it, whatever is chosen.
 * @param {HTMLElement} small
 * @param {ByState} held
 * @param {Kinds} kinds
 */
function shrink(small, held, kinds) {
  all(small, "[data-state]", SVGElement).forEach((use) => {
    const list = held[data(use, "state")], marked = list && mark(list, kinds);
    use.setAttribute("class", marked ? `holds form-${marked.form} ${CLASSES[marked.code]}` : "");
  });
  const known = Object.values(held).filter((list) => list.some(({ code }) => code !== "u")).length;
  small.classList.toggle("off", !Object.keys(held).length);
  one(small, ".count").textContent = String(known || "?");
}

/**
 * What shows on the maps what holds on a day.
 * @param {HTMLElement} atlas
 * @param {Spell[]} spells
 * @param {Kinds} kinds
 * @returns {(state: State, held: ByState) => void}
 */
export function maps(atlas, spells, kinds) {
  const figure = one(atlas, ".atlas-figure");
  const states = all(figure, ".state", SVGElement), badges = all(figure, ".badge", SVGElement);
  const smalls = all(atlas, ".atlas-smalls li").map((item) => {
    const organisation = data(item, "organisation");
    return { item, organisation, own: spells.filter((spell) => spell.organisation === organisation) };
  });
  return ({ day, organisation }, held) => {
    figure.className = `atlas-figure${organisation ? ` org-${organisation}` : ""}`;
    states.forEach((link) => paint(link, held[data(link, "state")], organisation, kinds));
    badges.forEach((badge) => letter(badge, held[data(badge, "state")], organisation, kinds));
    smalls.forEach((small) => {
      shrink(small.item, heldOn(small.own, day), kinds);
      small.item.classList.toggle("chosen", small.organisation === organisation);
    });
  };
}
