/* The map that plays: from change to change, each told in words with its sources. It starts as a still, and plays when
   it is asked to; who wants no motion sees one still after another. ?kiosk plays it over and over. */
import { dayOf, iso, words } from "./shared/days.js";
import { around } from "./shared/events.js";
import { all, asked, data, one } from "./shared/page.js";
import { acts, Telling } from "./playing/acts.js";
import { spells, standings, States } from "./playing/states.js";
import { Zoom } from "./playing/zoom.js";

/** @import { Named } from "./playing/acts.js" */
/** @typedef {{ played: { spells: any, acts: any, sources: [string, string][] } }} Played */

/** How long one change stands while the map plays, in milliseconds; the same for who wants no motion. */
const [PACE, CALM] = [1100, 2600];
/** How long the map plays on for nobody before it goes back to its start, in milliseconds. */
const ALONE = 60_000;

/** What there is to play, from a script of its own. */
const { played } = /** @type {Played} */ (/** @type {unknown} */ (globalThis));
const still = matchMedia("(prefers-reduced-motion: reduce)");

class Playing {
  /** @param {HTMLElement} box */
  constructor(box) {
    this.box = box;
    this.first = Number(data(box, "first"));
    this.last = Number(data(box, "last"));
    this.day = this.start = dayOf(data(box, "day"));
    this.spells = spells(played.spells);
    this.acts = acts(played.acts);
    this.states = new States(one(box, ".stage"));
    this.slider = one(box, "input[type=range]", HTMLInputElement);
    this.button = one(box, "button.play", HTMLButtonElement);
    this.telling = new Telling(one(box, ".told .acts"), this.named(), played.sources, data(box, "root"));
    this.timer = 0;
    /** Whether somebody has chosen a day: else the first play begins with the first one. */
    this.moved = false;
    /** @type {import("./playing/states.js").Spell[]} Those of the organisations that are on. */
    this.own = [];
    /** @type {import("./playing/acts.js").Act[]} Theirs. */
    this.told = [];
    /** @type {number[]} The days on which something changes, in order. */
    this.days = [];
    new Zoom(one(box, ".stage"));
    this.listen();
    this.choose();
    all(box, ".controls, .switches, .zoom").forEach((part) => { part.hidden = false; });
    if (asked().has("kiosk")) { this.kiosk(); }
  }

  /** @returns {Named} */
  named() {
    return Object.fromEntries(all(this.box, ".switches li").map((item) => {
      const box = one(item, "input", HTMLInputElement), page = one(item, "a", HTMLAnchorElement);
      const title = (box.parentElement?.textContent ?? "").trim();
      return [box.value, { title, address: page.getAttribute("href") ?? "" }];
    }));
  }

  /* Takes up which organisations are on. */
  choose() {
    const chosen = all(this.box, ".switches :checked", HTMLInputElement).map(({ value }) => value);
    this.own = this.spells.filter(({ organisation }) => chosen.includes(organisation));
    this.told = this.acts.filter(({ organisation }) => chosen.includes(organisation));
    this.days = Array.from(new Set(this.told.map(({ day }) => day)));
    const at = this.days.map((day) => Math.round((1000 * (day - this.first)) / (this.last - this.first)));
    const path = Array.from(new Set(at), (x) => `M${x} 1V9`).join("");
    one(this.box, ".scrub path", SVGElement).setAttribute("d", path);
    one(this.box, ".stage").className = chosen.length === 1 ? `stage org-${chosen[0]}` : "stage";
    this.show(this.day);
  }

  /**
   * @param {number} day
   * @param {boolean} [moving] whether who comes and goes is to be seen
   */
  show(day, moving = false) {
    this.day = Math.min(this.last, Math.max(this.first, day));
    this.states.paint(standings(this.own, this.day), moving && !still.matches);
    this.slider.value = String(this.day);
    this.slider.setAttribute("aria-valuetext", words(this.day));
    this.tell();
  }

  /* What was done on the day; else what was done last before it. */
  tell() {
    const when = Math.max(...this.days.filter((day) => day <= this.day));
    const now = this.told.filter(({ day }) => day === when), line = one(this.box, ".told .day");
    if (!now.length) {
      line.textContent = this.days.length ? `${words(this.day)}: nothing yet` : "No organisation is chosen.";
      this.telling.tell([], "");
      return;
    }
    const [{ words: said, exact }] = now, year = data(this.box, "year").replace("1000", iso(when, 4));
    const address = exact ? `${year}#${iso(when).slice(5)}` : year;
    const date = document.createElement("a");
    date.href = address;
    date.textContent = said;
    line.replaceChildren(when === this.day ? "" : `${words(this.day)}; the last change: `, date);
    this.telling.tell(now, address);
  }

  /** @param {number} way 1 for the next change, -1 for the one before; @returns whether there was one */
  step(way) {
    const days = way > 0 ? this.days : [...this.days].reverse();
    const next = days.find((day) => (way > 0 ? day > this.day : day < this.day));
    if (next !== undefined) { this.moved = true; this.show(next, true); }
    return next !== undefined;
  }

  play() {
    if (!this.moved || this.day >= (this.days.at(-1) ?? this.last)) { this.show(this.first); }
    this.button.setAttribute("aria-pressed", "true");
    this.button.textContent = "Pause";
    one(this.box, ".told").setAttribute("aria-live", "off");
    this.timer = window.setInterval(() => { if (!this.step(1)) { this.ended(); } }, still.matches ? CALM : PACE);
  }

  pause() {
    clearInterval(this.timer);
    this.timer = 0;
    this.button.setAttribute("aria-pressed", "false");
    this.button.textContent = "Play";
    one(this.box, ".told").setAttribute("aria-live", "polite");
  }

  ended() {
    this.pause();
    if (asked().has("kiosk")) { this.play(); }
  }

  /* Plays over and over; a minute after the last touch it is as it was, and no link leads out of the site. */
  kiosk() {
    document.documentElement.classList.add("kiosk");
    let touched = performance.now();
    const touch = () => { touched = performance.now(); };
    ["pointerdown", "keydown", "wheel"].forEach((name) => addEventListener(name, touch));
    setInterval(() => {
      if (performance.now() - touched < ALONE) { return; }
      touched = performance.now();
      all(this.box, ".switches input", HTMLInputElement).forEach((each) => { each.checked = true; });
      this.pause();
      this.day = this.first;
      this.choose();
      this.play();
    }, 1000);
    addEventListener("click", (event) => {
      const link = around(event, "a[href]");
      if (link instanceof HTMLAnchorElement && link.origin !== location.origin) { event.preventDefault(); }
    });
    this.show(this.first);
    this.play();
  }

  listen() {
    this.button.addEventListener("click", () => (this.timer ? this.pause() : this.play()));
    all(this.box, "[data-step]").forEach((button) => {
      button.addEventListener("click", () => { this.pause(); this.step(Number(data(button, "step"))); });
    });
    this.slider.addEventListener("input", () => {
      this.pause();
      this.moved = true;
      this.show(Number(this.slider.value));
    });
    all(this.box, "[data-all]").forEach((button) => button.addEventListener("click", () => {
      const on = data(button, "all") === "on";
      all(this.box, ".switches input", HTMLInputElement).forEach((each) => { each.checked = on; });
      this.choose();
    }));
    one(this.box, ".switches").addEventListener("change", () => this.choose());
    one(this.box, ".stills").addEventListener("click", (event) => {
      const item = around(event, "li");
      if (!item || event.ctrlKey || event.metaKey || event.shiftKey) { return; }
      event.preventDefault();
      this.pause();
      this.moved = true;
      this.show(dayOf(data(item, "day")), true);
      one(this.box, ".stage").scrollIntoView({ block: "nearest" });
    });
  }
}

all(document, ".playing-map").forEach((box) => new Playing(box));
