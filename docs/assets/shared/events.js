/* Where on a page something happens. */

/**
 * The nearest element around the place of an event that a selector fits.
 * @param {Event} event
 * @param {string} selector
 */
export function around({ target }, selector) {
  const found = target instanceof Element ? target.closest(selector) : null;
  return /** @type {HTMLElement | SVGElement | null} */ (found);
}
