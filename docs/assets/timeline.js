/* The timeline put together. On its own page the whole state stands in the address, so that a copied link
   shows the same, and Back undoes one step; on other pages a plane stands beside its list, alone.
   Without script the lists and a drawing stand. */
import { firstOf, iso, lastOf } from "./shared/days.js";
import { make } from "./shared/make.js";
import { all, data, one } from "./shared/page.js";
import { read, write } from "./timeline/address.js";
import { reopen } from "./timeline/clusters.js";
import { entries, toldEntries } from "./timeline/entries.js";
import { apply, certain } from "./timeline/filter.js";
import { Form } from "./timeline/form.js";
import { LEVELS } from "./timeline/layout.js";
import { List } from "./timeline/list.js";
import { Minimap } from "./timeline/minimap.js";
import { Plane } from "./timeline/plane.js";

/** @import { Dated, Entry } from "./timeline/entries.js" */
/** @import { How } from "./timeline/plane.js" */
/**
 * What a reader may take along: the entries chosen, the choice in words (none if there is none), how many there are.
 * @typedef {{ entries: Entry[], words: string, every: number }} Taken
 */
/** @typedef {"lanes" | "today"} FieldName The two fields above a plane. */

/** Milliseconds after which a pan has come to rest. */
const SETTLED = 200;

/**
 * A plane with its minimap, in place of the drawing before it.
 * @param {HTMLElement} box
 * @param {Entry[]} every
 * @param {(text: string) => void} said
 * @param {(how: How) => void} changed
 * @param {() => void} [arranged] called after each laying out
 */
function planeOf(box, every, said, changed, arranged = () => {}) {
  const plane = new Plane(box, every, said, changed), map = new Minimap(plane);
  plane.onView = () => map.view();
  plane.arranged = () => { map.draw(); map.view(); arranged(); };
  const drawing = box.previousElementSibling;
  if (drawing instanceof HTMLElement && drawing.matches("figure.chart")) { drawing.hidden = true; }
  box.hidden = false;
  return plane;
}

/**
 * Lays a plane out when its width is first known (after place(), before then()), and whenever it changes.
 * @param {Plane} plane
 * @param {() => void} place
 * @param {() => void} then
 */
function onWidth(plane, place, then) {
  let width = 0;
  new ResizeObserver(() => {
    const before = width, { tall } = plane, now = plane.measure();
    if (!now) { return; } // on paper it has no place, and keeps what it shows
    width = now;
    if (width === before) {
      if (plane.tall > tall) { plane.render(true); }
      return;
    }
    if (!before) { place(); }
    plane.arrange();
    if (!before) { then(); }
  }).observe(plane.scroller);
}

/**
 * What the two fields above a plane do: chosen(name, value) after each choice.
 * @param {Plane} plane
 * @param {(name: FieldName, value: string) => void} chosen
 */
function fields(plane, chosen) {
  const lanes = one(plane.box, "[name=lanes]", HTMLSelectElement);
  const today = one(plane.box, "[name=today]", HTMLInputElement);
  /** @type {(name: FieldName, field: HTMLSelectElement | HTMLInputElement, words: () => string) => void} */
  const listen = (name, field, words) => field.addEventListener("change", () => {
    if (!field.reportValidity()) { return; }
    const value = field.value.trim();
    plane.set({ [name]: value });
    plane.arrange();
    plane.said(words());
    chosen(name, value);
  });
  listen("lanes", lanes, () => `Lanes by ${lanes.value}`);
  listen("today", today, () => `As of ${plane.asOf}`);
}

/**
 * A plane on an item's page or in an essay: its entries are in the list beside it.
 * @param {HTMLElement} box
 */
function drawn(box) {
  const scope = box.closest(".own-timeline, .embedded-timeline") ?? document, status = one(box, ".plane-said");
  const plane = planeOf(box, entries(scope), (text) => { status.textContent = text; }, () => {});
  fields(plane, () => {});
  onWidth(plane, () => plane.fit(), () => {});
}

/**
 * Room for it is kept; each is drawn once a reader comes near it (near.js fetches this script for the first).
 * @param {HTMLElement} box
 */
function alone(box) {
  const near = new IntersectionObserver((seen) => {
    if (seen.some((each) => each.isIntersecting)) { near.disconnect(); drawn(box); }
  }, { rootMargin: "600px" });
  near.observe(box);
}

/* The timeline's own page. */
class Whole {
  /**
   * @param {HTMLFormElement} element
   * @param {Dated} dated
   */
  constructor(element, dated) {
    this.form = new Form(element);
    this.entries = toldEntries(dated, data(element, "root"));
    this.chosen = this.entries;
    this.list = new List(one(document, ".listed"));
    this.state = read();
    /** Whether what is open was opened by a step of this reader's. */
    this.stepped = false;
    this.waiting = 0;
    this.listing = 0;
    this.printed = false;
    this.plane = this.withPlane(one(document, ".whole-timeline .moving"));
    this.listen(element);
    element.hidden = false;
    this.open();
  }

  /** @param {HTMLElement} box */
  withPlane(box) {
    const said = (/** @type {string} */ text) => this.form.say(text);
    const plane = planeOf(box, this.entries, said, (how) => this.moved(how), () => this.later());
    const drawn = plane.onView;
    plane.onView = () => { drawn(); this.later(); };
    fields(plane, (name, value) => {
      this.state[name] = name === "lanes" && value === plane.own ? "" : value;
      write(this.state, true);
    });
    onWidth(plane, () => this.place(plane), () => this.reopen(plane));
    return plane;
  }

  /* The list is drawn once the view has come to rest, so that the picture comes first. */
  later() {
    clearTimeout(this.listing);
    if (this.printed) { return; }
    this.listing = setTimeout(() => this.listed(), this.list.sections.length ? SETTLED : 0);
  }

  /* Lists what is chosen; once a reader has moved the plane, what of that is in view. */
  listed() {
    clearTimeout(this.listing);
    const moved = Boolean(this.state.at || this.state.zoom), seen = moved ? this.inView() : this.chosen;
    const where = moved ? `In view, ${this.plane.inWords()}` : "In order of time";
    this.list.show(`${where}: ${seen.length} ${seen.length === 1 ? "entry" : "entries"}`, this.sections(seen));
  }

  /**
   * Where years are asked for, what is certainly in them comes first.
   * @param {Entry[]} seen
   */
  sections(seen) {
    const { from, to } = this.state, years = Boolean(from || to), sure = years ? certain(this.state) : () => true;
    return [
      { heading: "", entries: seen.filter(sure) },
      { heading: "Possibly in these years", entries: years ? seen.filter((entry) => !sure(entry)) : [] },
    ];
  }

  inView() {
    const [left, right] = this.plane.span;
    return this.chosen.filter(({ first, last }) => last > left && first < right);
  }

  /** @param {boolean} printed while it is, the list has all that is chosen and does not follow the plane */
  print(printed) {
    clearTimeout(this.listing);
    this.printed = printed;
    this.list.print(printed ? this.sections(this.chosen) : undefined);
    if (!printed) { this.later(); }
  }

  /** @param {HTMLFormElement} element */
  listen(element) {
    element.addEventListener("change", () => this.changed());
    element.addEventListener("submit", (event) => { event.preventDefault(); this.changed(); });
    element.addEventListener("reset", (event) => { event.preventDefault(); this.clear(); });
    Object.assign(globalThis, { taken: () => this.taken() }); // for taking.js
    window.addEventListener("popstate", () => this.open());
    window.addEventListener("beforeprint", () => this.print(true));
    window.addEventListener("afterprint", () => this.print(false));
  }

  /* Shows what the address says. */
  open() {
    clearTimeout(this.waiting);
    this.state = read();
    this.form.write(this.state);
    this.stepped = false;
    this.apply();
    if (this.plane.visible) { this.reopen(this.plane); }
  }

  /** @param {Plane} plane */
  reopen(plane) {
    if (!reopen(plane, this.state.open)) { this.state.open = ""; }
  }

  /* Finds the entries that fit and shows them in list, counts and plane. */
  apply(place = true) {
    const { chosen, counts } = apply(this.entries, this.state), words = this.form.inWords(this.state);
    this.chosen = chosen;
    this.form.counted(counts, chosen.filter(({ disputed }) => disputed).length);
    one(this.form.element, ".in-words").replaceChildren(words ? `Shown: ${words}.` : "", ...this.nearest());
    this.form.say(`${chosen.length} of ${this.entries.length} entries`);
    this.plane.asked = this.state;
    if (place) { this.place(this.plane); }
    this.plane.show(chosen);
  }

  /* Where nothing fits, what comes nearest in time of that which would fit in any years. */
  nearest() {
    if (this.chosen.length) { return []; }
    const { from, to } = this.state, { chosen } = apply(this.entries, { ...this.state, from: "", to: "" });
    const first = firstOf(from, -Infinity), last = lastOf(to, Infinity);
    const away = (/** @type {Entry} */ entry) => Math.max(first - entry.last, entry.first - last);
    const best = chosen.length ? chosen.reduce((one, other) => (away(other) < away(one) ? other : one)) : undefined;
    if (!best) { return [" Nothing fits."]; }
    const link = make("a", "", best.label);
    link.href = best.href;
    return [" Nothing fits in these years; the nearest is ", link, `, ${best.when}.`];
  }

  changed() {
    if (!this.form.element.reportValidity()) { return; }
    this.state = this.form.read(this.state);
    this.form.write(this.state);
    this.apply(false);
    if (this.state.at) { this.state.at = iso(this.plane.at); }
    write(this.state, true);
  }

  clear() {
    this.form.write(this.form.cleared(this.state));
    this.changed();
  }

  /**
   * The plane as the address asks for it, else fitted to what is shown.
   * @param {Plane} plane
   */
  place(plane) {
    const { lanes, zoom, at, today, from, to } = this.state, level = LEVELS.find(({ name }) => name === zoom);
    plane.shown = this.chosen;
    plane.set({ lanes, today });
    const asked = firstOf(from), until = lastOf(to);
    if (from || to) {
      plane.fitSpan(Number.isNaN(asked) ? plane.first : asked, Number.isNaN(until) ? plane.last : until);
    } else { plane.fit(true); }
    if (level) {
      plane.level = level;
      plane.at = Math.min(lastOf(to, Infinity), Math.max(firstOf(from, -Infinity), plane.median()));
    }
    plane.at = lastOf(at, plane.at);
  }

  /**
   * A zoom is a step of its own, and so is what is opened; a pan changes the address once it has come to rest.
   * @param {How} how
   */
  moved(how) {
    const { plane } = this;
    clearTimeout(this.waiting);
    if (how === "close") { this.closed(); return; }
    if (how === "open") { this.state.open = plane.opened; this.stepped = true; }
    this.state.at = iso(plane.at);
    if (how !== "pan") { this.remember(true); } else { this.waiting = setTimeout(() => this.remember(false), SETTLED); }
  }

  /** @param {boolean} step */
  remember(step) {
    if (step) { this.state.zoom = this.plane.level.name; }
    write(this.state, step);
  }

  /* Closing goes back where opening was a step of this reader's. */
  closed() {
    if (!this.state.open) { return; }
    if (this.stepped) { history.back(); return; }
    this.state.open = "";
    write(this.state, false);
  }

  /** @returns {Taken} */
  taken() {
    return { entries: this.chosen, words: this.form.inWords(this.state), every: this.entries.length };
  }
}

const { dated } = /** @type {{ dated?: Dated }} */ (/** @type {unknown} */ (globalThis));
if (dated) { all(document, "form.timeline-filter", HTMLFormElement).forEach((form) => new Whole(form, dated)); }
all(document, ":not(.whole-timeline) > .moving").forEach(alone);
