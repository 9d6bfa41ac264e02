/* The timeline's form: choices with their counts, and the filter in words for print and citation. */
import { all, data, one } from "../shared/page.js";
import { empty } from "./address.js";
import { GROUPS } from "./entries.js";
import { tell } from "./telling.js";

/** @import { Group } from "./entries.js" */
/** @import { State } from "./address.js" */
/** @import { Counts } from "./filter.js" */
/**
 * A choice: its box, the group and the id it stands for, its words, and where its count is shown.
 * @typedef {{ input: HTMLInputElement, group: Group, value: string, label: string, count: HTMLElement }} Choice
 */

/**
 * A list of choices: the group, what it is called, and where the chosen names are shown while it is closed.
 * @typedef {{ group: Group, title: string, chosen: HTMLElement }} Facet
 */

const TYPED = /** @type {const} */ (["from", "to", "certainty", "words"]);

/**
 * @param {HTMLInputElement} input
 * @returns {Choice}
 */
function choice(input) {
  const label = /** @type {HTMLElement} */ (input.parentElement);
  return {
    input, group: /** @type {Group} */ (input.name), value: input.value,
    label: input.nextElementSibling?.textContent ?? "", count: one(label, ".count"),
  };
}

/**
 * @param {HTMLElement} facet
 * @returns {Facet}
 */
function named(facet) {
  const title = one(facet, "summary").firstChild?.textContent ?? "";
  return { group: /** @type {Group} */ (data(facet, "facet")), title, chosen: one(facet, ".chosen") };
}

/**
 * An open list of choices closes with Escape, and when something else is clicked.
 * @param {HTMLDetailsElement} facet
 */
function closing(facet) {
  facet.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && facet.open) { facet.open = false; one(facet, "summary").focus(); }
  });
  document.addEventListener("click", (event) => {
    if (!facet.contains(/** @type {Node} */ (event.target))) { facet.open = false; }
  });
}

export class Form {
  /** @param {HTMLFormElement} element */
  constructor(element) {
    this.element = element;
    const facets = all(element, ".facet", HTMLDetailsElement);
    this.facets = facets.map(named);
    this.choices = all(element, ".facet input", HTMLInputElement).map(choice);
    this.said = one(element, "[role=status]");
    this.certainty = one(element, "[name=certainty]", HTMLSelectElement);
    this.items = one(element, "[data-items]");
    this.disputes = one(element, "label:has([name=disputed]) .count");
    facets.forEach(closing);
  }

  /** @param {string} text */
  say(text) { this.said.textContent = text; }

  /** @param {string} name */
  field(name) { return /** @type {HTMLInputElement} */ (this.element.elements.namedItem(name)); }

  /**
   * What is chosen now, on top of an earlier state.
   * @param {State} before
   * @returns {State}
   */
  read(before) {
    const given = new FormData(this.element), state = { ...before };
    GROUPS.forEach((name) => { state[name] = given.getAll(name).map(String); });
    TYPED.forEach((name) => { state[name] = String(given.get(name)).trim(); });
    state.disputed = String(given.get("disputed") ?? "");
    state.item = given.has("item") ? before.item : [];
    return state;
  }

  /** @param {State} state */
  write(state) {
    this.choices.forEach(({ input, group, value }) => {
      const checked = state[group].includes(value);
      if (input.checked !== checked) { input.checked = checked; }
    });
    TYPED.forEach((name) => { this.field(name).value = state[name]; });
    this.field("disputed").checked = Boolean(state.disputed);
    this.items.hidden = !state.item.length;
    one(this.items, "input", HTMLInputElement).checked = state.item.length > 0;
    tell(one(this.items, ".count"), String(state.item.length));
  }

  /**
   * A state without any choice; how the plane looks stays.
   * @param {State} state
   */
  cleared({ lanes, zoom, at, today }) { return { ...empty(), lanes, zoom, at, today }; }

  /**
   * @param {Counts} counts
   * @param {number} disputed
   */
  counted(counts, disputed) {
    this.choices.forEach(({ input, group, value, count }) => {
      const text = String(counts[group][value] ?? 0);
      if (count.textContent === text) { return; }
      count.textContent = text;
      input.parentElement?.classList.toggle("none", text === "0");
    });
    tell(this.disputes, String(disputed));
  }

  /**
   * The names chosen in a list, also shown on it while it is closed.
   * @param {Facet} facet
   * @param {State} state
   */
  named({ group, title, chosen }, state) {
    const names = this.choices
      .filter((choice) => choice.group === group && state[group].includes(choice.value)).map(({ label }) => label);
    tell(chosen, names.length ? ": " + names.join(", ") : "");
    return names.length ? `${title.toLowerCase()} ${names.join(" or ")}` : "";
  }

  /**
   * The filter in words; none if everything is shown.
   * @param {State} state
   */
  inWords(state) {
    const { from, to, certainty, words, disputed, item } = state;
    return [
      ...this.facets.map((facet) => this.named(facet, state)),
      from && `from ${from}`,
      to && `to ${to}`,
      certainty && this.certainty.selectedOptions[0].textContent,
      words && `with the words “${words}”`,
      disputed && "disputed dates only",
      item.length && `only the items ${item.join(", ")}`,
    ].filter(Boolean).join("; ");
  }
}
