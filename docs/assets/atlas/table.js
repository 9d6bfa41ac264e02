/* The table of states and bodies, and the line at the day in the matrix above it. */
import { passed } from "../shared/days.js";
import { maybe, one } from "../shared/page.js";
import { CLASSES } from "./spells.js";

/** @import { ByState, Spell } from "./spells.js" */

/**
 * Puts the line of the matrix, whose columns span whole years, at a day.
 * @param {number} day
 * @param {number} first
 * @param {number} last
 */
function line(day, first, last) {
  one(document, "article").style.setProperty("--now", `${100 * passed(day, first, last)}%`);
}

/**
 * The states and bodies without a place on the map, in words.
 * @param {ByState} held
 */
function off(held) {
  const names = Object.keys(held).filter((id) => !maybe(document, `.badge[data-state="${id}"]`, SVGElement))
    .map((id) => held[id][0].spell.row.cells[0].textContent);
  return names.length ? `Not on the map: ${names.join(", ")}.` : "";
}

/**
 * What shows in the table what holds on a day, of the spells that are chosen.
 * @param {Spell[]} spells
 * @param {number} first
 * @param {number} last
 * @returns {(day: number, held: ByState) => void}
 */
export function table(spells, first, last) {
  const nobody = one(document, ".nobody"), elsewhere = one(document, ".off-map");
  return (day, held) => {
    const codes = new Map(Object.values(held).flat().map(({ spell, code }) => [spell, code]));
    spells.forEach((spell) => {
      const code = codes.get(spell), { row } = spell;
      row.hidden = !code;
      row.classList.remove(...Object.values(CLASSES));
      if (code) { row.classList.add(CLASSES[code]); }
    });
    line(day, first, last);
    nobody.hidden = codes.size > 0;
    elsewhere.textContent = off(held);
  };
}
