/* Beside the text: a citation's number, or “compare sources”, opens its target in a panel without leaving the
   place. The links stay links: without script, with a modifier key or in print they lead to the same text. */
import { around } from "../shared/events.js";
import { make } from "../shared/make.js";
import { all, one } from "../shared/page.js";

/** @type {HTMLElement | null} */
let panel = null;
/** @type {HTMLAnchorElement | null} */
let opener = null;

function prepare() {
  const made = make("aside", "beside md-typeset");
  made.tabIndex = -1;
  made.hidden = true;
  const button = make("button", "close", "Close");
  button.type = "button";
  button.addEventListener("click", close);
  made.append(button, make("div", "content"));
  one(document, ".md-content").append(made);
  return made;
}

/**
 * What the panel shows of a target: a copy that no link leads to.
 * @param {Element} target
 */
function copyOf(target) {
  const copy = /** @type {Element} */ (target.cloneNode(true));
  [copy, ...copy.querySelectorAll("[id]")].forEach((part) => part.removeAttribute("id"));
  const box = make(target.tagName === "LI" ? "div" : "section", copy.className || "citation");
  box.append(...copy.childNodes);
  return box;
}

/**
 * @param {HTMLAnchorElement} link
 * @param {Element} target
 */
function open(link, target) {
  panel ??= prepare();
  const name = link.closest("sup") ? `Citation ${link.textContent.trim()}` : "Sources compared";
  panel.setAttribute("aria-label", name);
  one(panel, ".content").replaceChildren(copyOf(target));
  panel.hidden = false;
  opener = link;
  place(panel, link);
  panel.focus({ preventScroll: true });
}

/**
 * On a wide screen the panel stands in the margin at the height of the link; else the stylesheet keeps it
 * at the foot of the window.
 * @param {HTMLElement} box
 * @param {Element} link
 */
function place(box, link) {
  if (!box.offsetParent) { return; }
  const top = link.getBoundingClientRect().top - box.offsetParent.getBoundingClientRect().top;
  box.style.setProperty("--top", `${Math.max(0, top - 12)}px`);
}

function close() {
  if (!panel || panel.hidden) { return; }
  panel.hidden = true;
  opener?.focus({ preventScroll: true });
}

/** @param {MouseEvent} event */
function clicked(event) {
  if (event.button || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) { return; }
  const link = around(event, "sup.cite a, a.compare"), inside = panel?.contains(/** @type {Node} */ (event.target));
  if (link instanceof HTMLAnchorElement && !inside) { follow(link, event); }
  if (!link && !inside && panel) { panel.hidden = true; }
}

/**
 * @param {HTMLAnchorElement} link
 * @param {Event} event
 */
function follow(link, event) {
  if (link.pathname !== location.pathname) { fromAnnex(link, event); return; }
  const target = document.getElementById(link.hash.slice(1));
  if (!target) { return; }
  event.preventDefault();
  open(link, target);
}

/**
 * A comparison that stands on a page of its own is fetched from there; where that fails, the link is followed.
 * @param {HTMLAnchorElement} link
 * @param {Event} event
 */
function fromAnnex(link, event) {
  if (location.protocol === "file:") { return; }
  event.preventDefault();
  fetch(link.href).then((answer) => answer.text()).then((text) => open(link, targetIn(text, link)))
    .catch(() => location.assign(link.href));
}

/**
 * The target of a link in the text of its page; links in it hold here too.
 * @param {string} text
 * @param {HTMLAnchorElement} link
 */
function targetIn(text, link) {
  const target = new DOMParser().parseFromString(text, "text/html").getElementById(link.hash.slice(1));
  if (!target) { throw new Error(`${link.href} is not there`); }
  all(target, "a[href]", HTMLAnchorElement).forEach((each) => {
    each.href = new URL(each.getAttribute("href") ?? "", link.href).href;
  });
  return target;
}

/**
 * “Open the source” leads to the words cited there, in browsers that know text fragments (WICG, Scroll to Text
 * Fragment): asked for when a reader is about to follow the link, so that print and pages carry the bare address.
 * @param {Event} event
 */
function toTheWords(event) {
  const link = around(event, "a.outward"), quoted = link?.parentElement?.querySelector("q");
  if (!(link instanceof HTMLAnchorElement) || !quoted || link.hash) { return; }
  const words = quoted.textContent.replace(/ …$/, "").replace(/\u00a0/g, " ");
  link.hash = ":~:text=" + encodeURIComponent(words).replace(/-/g, "%2D");
}

/* A filtered page is printed without the citations of what it does not show; the others keep their numbers. */
function sift() {
  const shown = new Set(), cited = new Set();
  all(document, "sup.cite a", HTMLAnchorElement).forEach((link) => {
    cited.add(link.hash.slice(1));
    if (!link.closest("[hidden]")) { shown.add(link.hash.slice(1)); }
  });
  all(document, "ol.citations > li", HTMLLIElement).forEach((each, index) => {
    each.value = index + 1;
    each.classList.toggle("not-printed", cited.has(each.id) && !shown.has(each.id));
  });
}

export function aside() {
  document.addEventListener("click", clicked);
  document.addEventListener("keydown", (event) => { if (event.key === "Escape") { close(); } });
  document.addEventListener("pointerdown", toTheWords);
  document.addEventListener("focusin", toTheWords);
  window.addEventListener("beforeprint", sift);
}
