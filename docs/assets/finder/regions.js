/* What states are called in languages in which nothing here is named: the browser knows. */

/** @import { Row } from "./matching.js" */

/** Languages of the reader's own that are asked for names. */
const OWN = 3;

/**
 * Adds those names to the names of states.
 * @param {{ items: Row[], codes: [number, string][], languages: string[] }} names
 */
export function nameRegions({ items, codes, languages }) {
  const asked = Array.from(new Set([...languages, ...navigator.languages.slice(0, OWN)]));
  const told = asked.map((language) => new Intl.DisplayNames([language], { type: "region", fallback: "none" }));
  codes.forEach(([number, code]) => {
    const row = items[number], others = row[5] ?? [], found = told.map((one) => one.of(code) ?? row[1]);
    row[5] = others.concat(Array.from(new Set(found)).filter((name) => name !== row[1] && !others.includes(name)));
  });
}
