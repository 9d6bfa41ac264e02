/* The lanes in the page, a row each. What stays as it is from one laying out to the next is not drawn anew: a lane
   keeps its row, and marks that stand where they stood keep their places in it. */
import { make } from "../shared/make.js";
import { one } from "../shared/page.js";
import { equal, tell } from "./telling.js";

/** @import { Box } from "./layout.js" */
/** @import { Lane } from "./plane.js" */

/**
 * @param {Omit<Lane, "row">} lane
 * @param {boolean} coloured whether it is that of an organisation
 */
export function laneRow({ key, name }, coloured) {
  const row = make("div", `lane${coloured && key ? ` org-${key}` : ""}`), label = make("span", "lane-name");
  label.append(make("span", "", name), make("span", "count"));
  row.append(label);
  return row;
}

/**
 * Has the row of a lane say where it stands and how many entries it has.
 * @param {Lane} lane
 */
export function settle({ row, top, height, entries }) {
  row.style.top = `${top}px`;
  row.style.height = `${height}px`;
  tell(one(row, ".count"), String(entries.length));
}

/**
 * The boxes of a lane that look as they did before, at the same zoom and width, each with the earlier one.
 * @param {Lane} lane
 * @param {Lane} earlier
 * @returns {[Box, Box][]}
 */
export function unchanged({ boxes }, earlier) {
  const known = new Map(earlier.boxes.map((box) => [box.entries[0], box]));
  return boxes.flatMap((box) => {
    const was = known.get(box.entries[0]);
    return was && was.kind === box.kind && was.w === box.w && was.row === box.row && equal(was.entries, box.entries)
      ? [[box, was]] : [];
  });
}

/**
 * Has these rows and no others in an element, in their order; those that are there already stay.
 * @param {Element} parent
 * @param {Element[]} rows
 */
export function putInOrder(parent, rows) {
  Array.from(parent.children).forEach((row) => { if (!rows.includes(row)) { row.remove(); } });
  rows.forEach((row, at) => { if (parent.children[at] !== row) { parent.insertBefore(row, parent.children[at]); } });
}
