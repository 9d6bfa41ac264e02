/* Marks of the plane: a link for one entry, a button for several. */
import { make } from "../shared/make.js";

/** @import { Box } from "./layout.js" */

/** @param {Box} box */
function spoken({ kind, entries }) {
  const [first] = entries, last = entries[entries.length - 1];
  if (kind !== "cluster") { return `${first.when} – ${first.label}`; }
  return `${entries.length} entries, ${first.when} to ${last.when}`;
}

/** @param {Box} box */
function button({ entries }) {
  const mark = make("button", "mark cluster", String(entries.length));
  mark.type = "button";
  mark.dataset.ids = entries.map(({ id }) => id).join(" ");
  mark.setAttribute("aria-haspopup", "dialog");
  return mark;
}

/** @param {Box} box */
function link({ kind, soft, a, b, labelled, entries: [entry] }) {
  const mark = make("a", `mark ${kind}${soft ? " soft" : ""}`), shape = make("span", "shape");
  mark.dataset.id = entry.id;
  mark.href = entry.href;
  mark.draggable = false;
  if (kind === "bar") {
    shape.style.setProperty("--a", `${a * 100}%`);
    shape.style.setProperty("--b", `${b * 100}%`);
  }
  mark.append(shape);
  if (labelled) { mark.append(make("span", "text", entry.label)); }
  return mark;
}

/**
 * @param {Box} box
 * @param {boolean} coloured whether it has the colour of its organisation, which its lane has not
 */
export function markOf(box, coloured) {
  const mark = box.kind === "cluster" ? button(box) : link(box), [organisation] = box.entries[0].organisation;
  mark.title = spoken(box);
  mark.setAttribute("aria-label", mark.title);
  mark.classList.toggle("rival", box.entries.some(({ disputed }) => disputed));
  if (coloured && organisation) { mark.classList.add(`org-${organisation}`); }
  return mark;
}
