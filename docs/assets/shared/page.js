/* What scripts find on a page, and learn from its attributes and its address. */

/**
 * @template {Element} T
 * @typedef {abstract new () => T} Kind
 */

/**
 * All that a selector finds within a root.
 * @template {Element} [T=HTMLElement]
 * @param {ParentNode} root
 * @param {string} selector
 * @param {Kind<T>} [kind] what it is, if not an HTML element like any other
 * @returns {T[]}
 */
export function all(root, selector, kind = /** @type {Kind<any>} */ (HTMLElement)) {
  return /** @type {T[]} */ (Array.from(root.querySelectorAll(selector)).filter((found) => found instanceof kind));
}

/**
 * The first of these, if there is any.
 * @template {Element} [T=HTMLElement]
 * @param {ParentNode} root
 * @param {string} selector
 * @param {Kind<T>} [kind]
 * @returns {T | undefined}
 */
export const maybe = (root, selector, kind) => all(root, selector, kind)[0];

/**
 * The first of what every such page has.
 * @template {Element} [T=HTMLElement]
 * @param {ParentNode} root
 * @param {string} selector
 * @param {Kind<T>} [kind]
 */
export function one(root, selector, kind) {
  const found = maybe(root, selector, kind);
  if (!found) { throw new Error(`The page has no ${selector}`); }
  return found;
}

/**
 * What an attribute data-… says; nothing where it is missing.
 * @param {HTMLElement | SVGElement} element
 * @param {string} name
 */
export const data = (element, name) => element.dataset[name] ?? "";

/** What is asked for in the page's address. */
export const asked = () => new URL(location.href).searchParams;
