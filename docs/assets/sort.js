/* Sorting of index tables: each heading becomes a button; without script the table stands as it is. */
import { make } from "./shared/make.js";
import { all } from "./shared/page.js";

/**
 * @param {HTMLTableRowElement} row
 * @param {number} index
 */
function key(row, index) {
  const cell = row.cells[index];
  return cell ? cell.dataset.sort || cell.textContent.trim() : "";
}

/**
 * The order of two keys; what is empty comes last.
 * @param {string} x
 * @param {string} y
 * @param {boolean} down
 */
function compared(x, y, down) {
  if (!x || !y) { return x ? -1 : y ? 1 : 0; }
  const order = x.localeCompare(y, document.documentElement.lang || "en", { numeric: true });
  return down ? -order : order;
}

/**
 * @param {HTMLTableElement} table
 * @param {number} index
 * @param {HTMLElement} heading
 */
function sort(table, index, heading) {
  const down = heading.getAttribute("aria-sort") === "ascending", body = table.tBodies[0];
  all(table, "th[aria-sort]").forEach((each) => each.removeAttribute("aria-sort"));
  heading.setAttribute("aria-sort", down ? "descending" : "ascending");
  const rows = Array.from(body.rows);
  body.append(...rows.sort((one, other) => compared(key(one, index), key(other, index), down)));
}

/** @param {HTMLTableElement} table */
function prepare(table) {
  Array.from(table.tHead?.rows[0].cells ?? []).forEach((heading, index) => {
    const button = make("button", "", heading.textContent);
    button.type = "button";
    button.addEventListener("click", () => sort(table, index, heading));
    heading.replaceChildren(button);
  });
}

all(document, "table.sortable", HTMLTableElement).forEach(prepare);
