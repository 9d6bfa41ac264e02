/* An address that names what stands in a part now (see data-leads) leads there; without script its entry is a link. */
function lead() {
  const named = document.getElementById(decodeURIComponent(location.hash.slice(1)));
  const link = named?.closest("[data-leads]") && (named.matches("a") ? named : named.querySelector("a"));
  if (link instanceof HTMLAnchorElement) { location.replace(link.href); }
}

lead();
window.addEventListener("hashchange", lead);
