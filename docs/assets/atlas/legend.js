/* The legend: how many states and bodies are what, which also sums up a day in words. */
import { one } from "../shared/page.js";

/** @import { ByState, Held, Kind, Kinds } from "./spells.js" */

/** What is not sure: the class of its item, its code, its words in the sum. */
const UNSURE = /** @type {const} */ ([
  ["possibly", "p", " of them not surely"],
  ["unknown", "u", " not known"],
]);

/**
 * Shows the number of a status; gives it in words, none for nobody.
 * @param {Kind} kind
 * @param {number} number
 */
function status({ item, one: single, many }, number) {
  const words = number === 1 ? single : many;
  item.hidden = !number;
  one(item, "b").textContent = String(number);
  one(item, ".words").textContent = words;
  return number ? `${number} ${words}` : "";
}

/**
 * The same of what is not sure.
 * @param {HTMLElement} atlas
 * @param {Held[]} list
 * @param {typeof UNSURE[number]} which
 */
function unsure(atlas, list, [name, code, words]) {
  const item = one(atlas, `.sureness.${name}`), number = list.filter((held) => held.code === code).length;
  item.hidden = !number;
  one(item, "b").textContent = String(number);
  return number ? number + words : "";
}

/**
 * What shows the legend of a day; gives the day's sum in words.
 * @param {HTMLElement} atlas
 * @param {Kinds} kinds
 * @returns {(organisation: string, held: ByState) => string}
 */
export function legend(atlas, kinds) {
  const forAll = one(atlas, ".atlas-legend.all"), forOne = one(atlas, ".atlas-legend.one");
  return (organisation, held) => {
    const list = Object.values(held).flat(), known = list.filter(({ code }) => code !== "u");
    forAll.hidden = Boolean(organisation);
    forOne.hidden = !organisation;
    const words = [
      ...Object.entries(kinds).map(([name, kind]) => (
        status(kind, known.filter(({ spell }) => spell.status === name).length)
      )),
      ...UNSURE.map((which) => unsure(atlas, list, which)),
    ];
    if (!organisation) { return `${Object.keys(held).length} states and bodies`; }
    return words.filter(Boolean).join(", ") || "nobody";
  };
}
