/* An address that names what stands in a part now (see data-leads) leads there; without script its entry is a link. */
function lead() {
  const named = document.getElementById(nameOf(location.hash.slice(1)));
  const link = named?.closest("[data-leads]") && (named.matches("a") ? named : named.querySelector("a"));
  if (link instanceof HTMLAnchorElement) { location.replace(link.href); }
}

/**
 * The id that a fragment names; an address may say anything, also what cannot be read.
 * @param {string} fragment
 */
function nameOf(fragment) {
  try { return decodeURIComponent(fragment); } catch { return fragment; }
}

lead();
window.addEventListener("hashchange", lead);
