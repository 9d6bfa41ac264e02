/* The atlas put together: moves the map, the table and the places to a day. The day and the organisation stand in the
   address; Back undoes one step. Without script the last known day stands. */
import { exactly, iso, month, ofMonth, words, year } from "./shared/days.js";
import { around } from "./shared/events.js";
import { all, asked, data, one } from "./shared/page.js";
import { on } from "./shared/runs.js";
import { instead } from "./atlas/instead.js";
import { legend } from "./atlas/legend.js";
import { maps } from "./atlas/map.js";
import { places } from "./atlas/places.js";
import { Popup } from "./atlas/popup.js";
import { differences, heldOn, kinds, spells, turns } from "./atlas/spells.js";
import { table } from "./atlas/table.js";

/** @import { State } from "./atlas/map.js" */
/** @import { ByState, Spell } from "./atlas/spells.js" */
/** @import { Runs } from "./shared/runs.js" */

/** The part of a text that an answer repeats. */
const REPEATED = 40;
/** How long one change stands while the atlas plays, in milliseconds. */
const PACE = 1200;

/**
 * What is called otherwise from day to day, and how.
 * @returns {{ node: Element, runs: Runs<string> }[]}
 */
const named = () => all(document, "[data-names]", Element)
  .map((node) => ({ node, runs: JSON.parse(node.getAttribute("data-names") ?? "[]") }));

class Atlas {
  /** @param {HTMLElement} element */
  constructor(element) {
    this.element = element;
    this.first = Number(data(element, "first"));
    this.last = Number(data(element, "last"));
    this.form = one(element, "form");
    this.organisation = one(this.form, "[name=organisation]", HTMLSelectElement);
    this.date = one(this.form, "[name=date]", HTMLInputElement);
    this.month = one(this.form, "[name=month]", HTMLInputElement);
    this.said = one(this.form, "[role=status]");
    this.shown = one(element, ".atlas-day .day");
    /** The last day stands for all up to which the exhibit knows (the whole of a month, say), as the page words it. */
    this.known = this.shown.textContent;
    this.named = named();
    this.spells = spells(element);
    const known = kinds(element);
    this.showMaps = maps(element, this.spells, known);
    this.showTable = table(this.spells, this.first, this.last);
    this.showPlaces = places(Number(data(element, "window")));
    this.showLegend = legend(element, known);
    this.popup = new Popup(element);
    this.instead = instead(this.form, this.spells);
    this.playing = 0;
    /** Of which organisation the members are shown: that which is chosen, or what stands in for it on the day. */
    this.told = "";
    /** @type {State} */
    this.state = { day: this.last, organisation: "" };
    /** @type {ByState} What holds on the day, and of which organisation that was said. */
    this.held = Object.create(null);
    /** @type {string | null} */
    this.before = null;
    this.listen();
    this.form.hidden = false;
    this.open();
  }

  /** @param {number} day */
  words(day) { return day === this.last ? this.known : words(day); }

  /** @param {Spell} spell */
  chosen({ organisation, own }) { return this.told ? organisation === this.told : own; }

  /**
   * Shows the state; note: what was wrong with what was asked.
   * @param {string} [note]
   */
  show(note = "") {
    const { day } = this.state, { organisation, how } = this.instead(this.state.organisation, day);
    this.told = organisation;
    const held = heldOn(this.spells.filter((each) => this.chosen(each)), day);
    this.popup.shut(false);
    this.named.forEach(({ node, runs }) => { node.textContent = on(runs, day); });
    this.showTable(day, held);
    this.showMaps({ day, organisation }, held);
    this.showPlaces({ day, organisation });
    const moved = this.before === organisation ? differences(this.held, held) : 0;
    const sum = `${this.name(organisation, how)}${this.words(day)}: ${this.showLegend(organisation, held)}`;
    this.held = held;
    this.before = organisation;
    this.say(`${note ? `${note} ` : ""}${sum}${moved ? `; ${moved} changed` : ""}.`, Boolean(note));
    this.write();
  }

  /**
   * Which organisation stands in for the one that is chosen, to be said before all else; nothing where none does.
   * @param {string} organisation
   * @param {string} how
   */
  name(organisation, how) {
    const note = one(this.element, ".atlas-instead"), options = Array.from(this.organisation.options);
    note.hidden = !how;
    if (!how) { return ""; }
    const [own, other] = [this.state.organisation, organisation].map((id) => (
      options.find(({ value }) => value === id)?.textContent ?? id
    ));
    note.textContent = `Nobody is recorded in ${own} on this day. Shown is ${other}, ${how}.`;
    return `${other} in its place, `;
  }

  /**
   * @param {string} text
   * @param {boolean} wrong
   */
  say(text, wrong) {
    this.said.textContent = text;
    this.said.classList.toggle("wrong", wrong);
  }

  /* Puts the state into the form and the line above the map. */
  write() {
    const { day, organisation } = this.state, option = this.organisation.selectedOptions[0];
    one(this.element, ".atlas-day .what").textContent = organisation ? option.textContent : "All organisations";
    one(this.element, ".atlas-part").hidden = !("part" in option.dataset);
    this.shown.textContent = this.words(day);
    this.date.value = iso(day);
    this.month.value = String((year(day) - year(this.first)) * 12 + month(day));
    this.month.setAttribute("aria-valuetext", this.words(day));
    this.ticks();
  }

  /* The days on which something changes: above the slider, and whether there are any to step to. */
  ticks() {
    const { first, last, state: { day } } = this, days = this.changes();
    const path = days.map((each) => `M${(1000 * (each - first) / (last - first)).toFixed(1)} 3V14`).join("");
    one(this.form, ".changes path", SVGElement).setAttribute("d", path);
    all(this.form, "[data-step]").forEach((button) => {
      const any = days.some((each) => (data(button, "step") === "1" ? each > day : each < day));
      button.setAttribute("aria-disabled", String(!any));
    });
  }

  /** The days on which something changes in what is shown, or in what that stands in for. */
  changes() {
    return turns(this.spells.filter((each) => this.chosen(each) || each.organisation === this.state.organisation));
  }

  /* Plays from change to change, or stops; only where it stops stands in the address. */
  play() {
    const button = one(this.form, ".play"), on = !this.playing;
    clearInterval(this.playing);
    this.playing = on ? window.setInterval(() => this.beat(), PACE) : 0;
    button.setAttribute("aria-pressed", String(on));
    button.textContent = on ? "pause" : "play";
    if (on) { this.beat(); } else { history.pushState(null, "", this.address()); }
  }

  beat() {
    const days = this.changes(), { day } = this.state, next = days.find((each) => each > day);
    if (next === undefined && this.playing && day !== this.last) { this.play(); return; }
    this.state.day = next ?? days[0] ?? this.first;
    this.show();
  }

  /** @param {string} way 1 to the next change, -1 to the one before */
  step(way) {
    const { state: { day, organisation } } = this, days = this.changes();
    const next = way === "1" ? days.find((each) => each > day) : days.reverse().find((each) => each < day);
    if (next !== undefined) { this.go(next, organisation); }
  }

  /** The address of the state. */
  address() {
    const { day, organisation } = this.state, url = new URL(location.href);
    url.search = `date=${iso(day)}${organisation ? `&organisation=${encodeURIComponent(organisation)}` : ""}`;
    url.hash = "";
    return url;
  }

  /**
   * A step that Back undoes.
   * @param {number} day
   * @param {string} organisation
   */
  go(day, organisation) {
    if (day === this.state.day && organisation === this.state.organisation) { return; }
    this.state = { day, organisation };
    this.organisation.value = organisation;
    history.pushState(null, "", this.address());
    this.show();
  }

  /**
   * The day of a text, if the atlas can show it; else not a number.
   * @param {string} text
   */
  valid(text) {
    const day = exactly(text);
    return day >= this.first && day <= this.last ? day : NaN;
  }

  /** @param {string} text */
  wrong(text) { return `“${text}” is not a day between ${this.words(this.first)} and ${this.words(this.last)}.`; }

  /* Shows what the address says; what is wrong in it is said and passed over. */
  open() {
    const date = asked().get("date"), organisation = asked().get("organisation") ?? "", notes = [];
    const day = date === null ? this.last : this.valid(date);
    const known = Array.from(this.organisation.options).some(({ value }) => value === organisation);
    if (Number.isNaN(day)) { notes.push(this.wrong((date ?? "").slice(0, REPEATED))); }
    if (!known) { notes.push(`The atlas has no organisation “${organisation.slice(0, REPEATED)}”.`); }
    this.state = { day: Number.isNaN(day) ? this.last : day, organisation: known ? organisation : "" };
    this.organisation.value = this.state.organisation;
    this.show(notes.join(" "));
  }

  listen() {
    const { form, organisation, date, month: slider } = this;
    form.addEventListener("submit", (event) => event.preventDefault());
    organisation.addEventListener("change", () => this.go(this.state.day, organisation.value));
    date.addEventListener("change", () => this.typed(date.value));
    slider.addEventListener("input", () => {
      this.state.day = Math.max(this.first, ofMonth(year(this.first), Number(slider.value)));
      this.show();
    });
    slider.addEventListener("change", () => history.pushState(null, "", this.address()));
    all(form, "[data-step]").forEach((button) => {
      button.addEventListener("click", () => this.step(data(button, "step")));
    });
    one(form, ".play").addEventListener("click", () => this.play());
    this.element.addEventListener("click", (event) => this.clicked(event));
    window.addEventListener("popstate", () => this.open());
  }

  /** @param {string} text */
  typed(text) {
    const day = this.valid(text);
    if (Number.isNaN(day)) { this.say(this.wrong(text || "nothing"), true); return; }
    this.go(day, this.state.organisation);
  }

  /** @param {MouseEvent} event */
  clicked(event) {
    const link = around(event, "a[data-state], a.place"), small = around(event, ".atlas-smalls li");
    if (event.ctrlKey || event.metaKey || event.shiftKey) { return; }
    if (small || link) { event.preventDefault(); }
    if (small) { this.choose(data(small, "organisation")); }
    else if (link instanceof SVGElement) { this.tell(link); }
    else if (!around(event, ".atlas-popup")) { this.popup.shut(false); }
  }

  /**
   * An organisation that is chosen already is left again.
   * @param {string} organisation
   */
  choose(organisation) {
    this.go(this.state.day, organisation === this.state.organisation ? "" : organisation);
  }

  /** @param {SVGElement} link */
  tell(link) {
    if (link.classList.contains("place")) { this.popup.openPlace(link); }
    else { this.popup.openState(link, this.held, this.words(this.state.day)); }
  }
}

all(document, ".atlas").forEach((element) => {
  new Atlas(element);
  const figure = one(element, ".atlas-figure");
  figure.scrollLeft = (figure.scrollWidth - figure.clientWidth) * 0.4;
});
