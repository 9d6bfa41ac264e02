/* The theme's labels that are pressed like buttons (menu, search, sections of the menu) get a button inside, for the
   keyboard and for readers; the switch of the scheme obeys Space and Enter; Escape closes the menu.
   Without script the labels work by pointer. */
import { make } from "../shared/make.js";
import { all, one } from "../shared/page.js";

/** The field of the search. */
const QUERY = ".md-search__input";

/**
 * @param {HTMLElement} element
 * @param {() => void} action
 */
function press(element, action) {
  element.addEventListener("keydown", (event) => {
    if (event.key !== " " && event.key !== "Enter") { return; }
    event.preventDefault();
    event.stopPropagation();
    action();
  });
}

/**
 * @param {HTMLLabelElement} label
 * @param {string} name
 */
function inside(label, name) {
  const box = document.getElementById(label.htmlFor);
  if (!(box instanceof HTMLInputElement) || label.querySelector("a, button")) { return; }
  const button = buttonOf(label, name);
  const act = () => { if (box.id === "__search") { one(document, QUERY).focus(); } else { box.click(); } };
  const tell = () => button.setAttribute("aria-expanded", String(box.checked));
  button.addEventListener("click", (event) => {
    event.preventDefault();
    event.stopPropagation();
    act();
  });
  press(button, act);
  box.addEventListener("change", tell);
  tell();
}

/**
 * Puts all that a label holds into a button.
 * @param {HTMLLabelElement} label
 * @param {string} name
 */
function buttonOf(label, name) {
  const button = make("button", "label-button");
  button.type = "button";
  button.append(...label.childNodes);
  if (name) { button.setAttribute("aria-label", name); }
  label.replaceChildren(button);
  label.removeAttribute("tabindex");
  return button;
}

/** @param {HTMLInputElement} option */
function switching(option) {
  press(option, () => {
    const label = /** @type {HTMLLabelElement} */ (option.nextElementSibling);
    label.click();
    document.getElementById(label.htmlFor)?.focus();
  });
}

/* A menu that stands open closes with Escape. */
function closing() {
  const drawer = one(document, "#__drawer", HTMLInputElement);
  document.addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || !drawer.checked) { return; }
    drawer.click();
    one(document, ".md-header label[for=__drawer] button").focus();
  });
}

/** The labels that are pressed, and the names of those without words. */
const LABELS = {
  ".md-header label[for=__drawer]": "Menu",
  ".md-header__inner > label[for=__search]": "Search",
  "label.md-nav__link, .md-nav .md-nav label.md-nav__title": "",
};

export function controls() {
  Object.entries(LABELS).forEach(([selector, name]) => {
    all(document, selector, HTMLLabelElement).forEach((label) => inside(label, name));
  });
  all(document, "input.md-option", HTMLInputElement).forEach(switching);
  closing();
}
