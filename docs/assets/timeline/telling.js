/* What is told often, and mostly stays as it was. */

/**
 * Has an element say this; one that says it already is left alone, as any change costs a layout.
 * @param {Element} element
 * @param {string} text
 */
export function tell(element, text) {
  if (element.textContent !== text) { element.textContent = text; }
}

/**
 * Whether two lists have the same things in the same order.
 * @param {unknown[]} one
 * @param {unknown[]} other
 */
export const equal = (one, other) => one.length === other.length && one.every((each, at) => each === other[at]);
