/* Parts of an answer that several of its sections have. */
import { one } from "../shared/page.js";
import { html } from "./html.js";

/** @import { Side } from "./data.js" */
/** @import { Html, Value } from "./html.js" */

/** @param {Side} side */
export const link = ({ href, name }) => html`<a href="${href}">${name}</a>`;

/**
 * Names one after another: A, B and C.
 * @param {Side[]} sides
 */
export const joined = (sides) => (
  sides.map(({ name }) => name).join(", ").replace(/, (?=[^,]*$)/, " and ")
);

/**
 * The page of a pair, which the list on the page leads to.
 * @param {Side} a
 * @param {Side} b
 */
export const pageOf = (a, b) => one(document, `.pairs a[data-a="${a.id}"][data-b="${b.id}"]`, HTMLAnchorElement).href;

/**
 * @param {string} title
 * @param {Value} inside
 */
export const section = (title, inside) => html`<h2>${title}</h2>${inside}`;

/**
 * The rows of a table; labelled: each cell says its head, for narrow screens.
 * @param {Value[] | null} head
 * @param {Value[][]} lines
 * @param {boolean} [labelled]
 */
export function rows(head, lines, labelled) {
  /** @param {Value} inside */
  const title = (inside) => (inside ? html`<th scope="col">${inside}</th>` : html`<td></td>`);
  const top = head && html`<thead><tr>${head.map(title)}</tr></thead>`;
  /** @type {(cell: Value, i: number) => Html} */
  const cell = (inside, i) => html`<td data-label="${labelled && head ? head[i + 1] : ""}">${inside}</td>`;
  const body = lines.map(([first, ...rest]) => html`<tr><th scope="row">${first}</th>${rest.map(cell)}</tr>`);
  return html`${top}<tbody>${body}</tbody>`;
}
