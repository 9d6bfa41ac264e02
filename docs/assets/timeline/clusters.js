/* A cluster opened: the list of its entries in a dialog. */
import { one } from "../shared/page.js";

/** @import { Entry } from "./entries.js" */
/** @import { Box } from "./layout.js" */
/** @import { Lane, Plane } from "./plane.js" */

/**
 * What a cluster is called in an address: its lane and the date of its first entry, which no other has.
 * @param {Lane} lane
 * @param {Box} box
 */
const nameOf = (lane, box) => `${lane.key} ${box.entries[0].date}`;

/** @param {Entry} entry */
function copyOf({ row }) {
  const copy = /** @type {HTMLElement} */ (row.cloneNode(true));
  copy.hidden = false;
  copy.querySelectorAll("sup.cite").forEach((cite) => cite.remove());
  return copy;
}

/**
 * Opens the list of a cluster; Escape closes it and the focus returns.
 * @param {Plane} plane
 * @param {Lane} lane
 * @param {Box} box
 */
export function open(plane, lane, box) {
  const sorted = [...box.entries].sort((a, b) => (a.first < b.first ? -1 : a.first > b.first ? 1 : 0));
  const first = sorted[0].when, last = sorted[sorted.length - 1].when;
  const when = first === last ? first : `${first} to ${last}`;
  one(plane.dialog, "h2, h3").textContent = `${sorted.length} entries, ${when}`;
  one(plane.dialog, "ol").replaceChildren(...sorted.map(copyOf));
  plane.opened = nameOf(lane, box);
  plane.dialog.showModal();
}

/**
 * Opens the cluster of this name, or none; says whether it is there.
 * @param {Plane} plane
 * @param {string} name
 */
export function reopen(plane, name) {
  const { dialog } = plane;
  if (dialog.open && plane.opened === name) { return true; }
  if (dialog.open) { dialog.close(); }
  for (const lane of name ? plane.lanes : []) {
    const box = lane.boxes.find((each) => each.kind === "cluster" && nameOf(lane, each) === name);
    if (box) {
      plane.hold(box);
      open(plane, lane, box);
      return true;
    }
  }
  return false;
}
