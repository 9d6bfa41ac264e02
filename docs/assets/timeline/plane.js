/* The plane: lanes in a region that scrolls by itself (so pointer, touch and keys pan it), with only the
   marks in view in the page. Zooming keeps a chosen day where it is. */
import { lastOf } from "../shared/days.js";
import { make } from "../shared/make.js";
import { data, one } from "../shared/page.js";
import { drawAxis } from "./axis.js";
import { handle } from "./handling.js";
import { lane, LEVELS, PAD, ROW, SIZE } from "./layout.js";
import { markOf } from "./marks.js";
import { putInOrder, laneRow, settle, unchanged } from "./rows.js";
import { View } from "./view.js";

/** @import { Entry } from "./entries.js" */
/** @import { Box, Scale } from "./layout.js" */
/** @typedef {"organisation" | "country" | "kind"} By What lanes are made by. */
/**
 * A lane: the entries of one organisation, country or kind, and where they stand.
 * @typedef {{
 *   key: string, name: string, entries: Entry[], boxes: Box[], height: number, top: number, row: HTMLElement,
 * }} Lane
 */
/** @typedef {{ box: Box, lane: Lane }} Place What a mark in the page stands for. */
/** @typedef {"zoom" | "pan" | "open" | "close"} How What a reader has done. */

const AXIS = 44, LONG = 400, SPARE = 80;
/** What is in the page goes by cells of the field: those in view, and as many pixels more on each side. */
const CELL = [200, 100], AROUND = [200, 40];

export class Plane extends View {
  /**
   * @param {HTMLElement} box the element .moving
   * @param {Entry[]} entries all there are
   * @param {(text: string) => void} said announces
   * @param {(how: How) => void} changed tells the address what the reader has done
   */
  constructor(box, entries, said, changed) {
    super(entries, lastOf(data(box, "asOf")));
    this.box = box;
    this.said = said;
    this.changed = changed;
    this.shown = entries;
    /** @type {Lane[]} */
    this.lanes = [];
    /** @type {Map<Box, HTMLElement>} */
    this.drawn = new Map();
    /** @type {WeakMap<Element, Place>} */
    this.places = new WeakMap();
    /** @type {Record<By, [string, string][]>} The keys and names of all lanes there may be. */
    this.names = JSON.parse(data(box, "lanes"));
    this.scroller = one(box, ".plane");
    this.field = one(box, ".field");
    this.dialog = one(box, "dialog.cluster", HTMLDialogElement);
    /** The name of the cluster that is open, or was last. */
    this.opened = "";
    /** @type {Box | undefined} The mark that Tab reaches. */
    this.current = undefined;
    /** Called after each laying out, and after each change of what is in view. */
    this.arranged = () => {};
    this.onView = () => {};
    this.axis = make("div", "plane-axis");
    this.grid = make("div", "plane-grid");
    this.line = make("div", "as-of-line");
    this.rows = make("div", "lanes");
    /** Which part of the field was rendered last. */
    this.cell = "";
    /** What the axis was drawn for last, and by what all marks are. */
    this.ruled = "";
    this.look = "";
    /** The height that the page has kept for the plane. */
    this.room = this.scroller.offsetHeight;
    this.by = this.own;
    /** @type {Partial<Record<By, string[]>>} Whose lanes come first. */
    this.asked = {};
    this.asOf = data(box, "asOf");
    this.set({ lanes: "", today: "" });
    this.scroller.style.height = `${this.room}px`;
    this.field.replaceChildren(this.grid, this.rows, this.line, this.axis);
    handle(this);
  }

  /** How the page would make lanes. */
  get own() { return /** @type {By} */ (data(this.box, "by")); }

  /** The day that is taken for today. */
  get today() { return lastOf(this.asOf); }

  /* The size of the view is kept, as asking for it after each change would cost a layout of the whole page. */
  measure() {
    this.measureGutter();
    this.across = this.scroller.clientWidth;
    this.tall = 0.75 * window.innerHeight;
    return this.across;
  }

  /**
   * Shows these entries; the place in time stays unless nothing would be seen there.
   * @param {Entry[]} entries
   */
  show(entries) {
    this.shown = entries;
    const [left, right] = this.span;
    if (entries.length && !entries.some(({ first, last }) => last > left && first < right)) { this.at = this.median(); }
    this.arrange();
  }

  /** The day in the middle of all that is shown. */
  median() {
    const days = this.days();
    return days.length ? days[Math.floor(days.length / 2)] : this.last;
  }

  days() {
    return this.shown.map(({ first, last }) => (Number.isFinite(first) ? first : last)).sort((a, b) => a - b);
  }

  /**
   * What is shown fits the view.
   * @param {boolean} [whole] all of it, where there is a step of zoom for that; else most
   */
  fit(whole = false) { this.fitTo(this.days(), whole); }

  /**
   * Sets how lanes are made and what day is taken for today; what is empty or wrong is as the page has it.
   * @param {{ lanes?: string, today?: string }} choice
   */
  set({ lanes, today }) {
    const asOf = data(this.box, "asOf");
    if (lanes !== undefined) { this.by = Object.hasOwn(this.names, lanes) ? /** @type {By} */ (lanes) : this.own; }
    if (today !== undefined) { this.asOf = Number.isNaN(lastOf(today)) ? asOf : today; }
    one(this.box, "[name=lanes]", HTMLSelectElement).value = this.by;
    one(this.box, "[name=today]", HTMLInputElement).value = this.asOf === asOf ? "" : this.asOf;
  }

  /* Lays everything out anew, after a change of filter, lanes, zoom or width. */
  arrange() {
    if (!this.visible) { return; }
    const held = this.held(), needed = this.stack();
    this.field.style.width = `${this.x(this.last) + this.width / 2}px`;
    this.field.style.height = `${needed}px`;
    this.keep(needed);
    this.line.style.left = `${this.x(this.today)}px`;
    this.line.textContent = `as of ${this.asOf}`;
    one(this.box, ".zoom output").textContent = this.level.words;
    this.goTo(this.at);
    this.render(true);
    putInOrder(this.rows, this.lanes.map(({ row }) => row));
    this.arranged();
    if (held) { this.hold(this.find(held)); }
  }

  /* Lays out the lanes, one below the other; gives the height they need. */
  stack() {
    /** @type {Scale} */
    const scale = { x: (day) => this.x(day), perDay: this.level.perDay, today: this.today };
    const look = [this.by, this.asOf, this.level.name, this.across].join();
    const before = look === this.look ? this.lanes : [];
    /** @type {Map<Box, HTMLElement>} */
    const stay = new Map();
    this.look = look;
    let top = AXIS;
    this.lanes = this.grouped().map((group) => {
      const laid = { ...group, ...lane(group.entries, scale), top };
      top += laid.height;
      return this.laid(laid, before.find(({ key }) => key === group.key), stay);
    });
    this.drawn.forEach((mark) => mark.remove());
    this.drawn = stay;
    return top;
  }

  /**
   * A lane with its row, in which marks stay that have not changed.
   * @param {Omit<Lane, "row">} lane
   * @param {Lane | undefined} earlier
   * @param {Map<Box, HTMLElement>} stay
   * @returns {Lane}
   */
  laid(lane, earlier, stay) {
    const made = { ...lane, row: earlier?.row ?? laneRow(lane, this.by === "organisation") };
    settle(made);
    (earlier ? unchanged(made, earlier) : []).forEach(([box, was]) => {
      const mark = this.drawn.get(was);
      if (!mark || !this.drawn.delete(was)) { return; }
      stay.set(box, mark);
      this.places.set(mark, { box, lane: made });
    });
    return made;
  }

  /**
   * At first the plane is as high as the room that the page has kept for it, unless it needs much less.
   * @param {number} needed
   */
  keep(needed) {
    this.scroller.style.height = this.room && this.room - needed < SPARE ? `${this.room}px` : "";
    this.room = 0;
  }

  /* The entries of each lane; what belongs to nothing is in the one without a key. */
  grouped() {
    /** @type {Record<string, Entry[]>} In a plain object an id like `constructor` would be there already. */
    const found = Object.create(null);
    this.shown.forEach((entry) => {
      (entry[this.by].length ? entry[this.by] : [""]).forEach((key) => { (found[key] ??= []).push(entry); });
    });
    const asked = this.asked[this.by] ?? [], names = this.names[this.by].filter(([key]) => found[key]);
    const first = names.filter(([key]) => asked.includes(key)), rest = names.filter(([key]) => !asked.includes(key));
    return [...first, ...rest].map(([key, name]) => ({ key, name, entries: found[key] }));
  }

  /**
   * Puts a day at the centre of the view.
   * @param {number} day
   */
  goTo(day) {
    this.at = Math.min(this.last, Math.max(this.first, day));
    const left = this.x(this.at) - this.middle;
    if (Math.abs(left - this.left) <= 1) { return; }
    this.scroller.scrollLeft = left;
    this.left = this.scroller.scrollLeft;
  }

  /**
   * Pixels from the left of the view, of a place in the window.
   * @param {number} clientX
   */
  within(clientX) { return clientX - this.scroller.getBoundingClientRect().left - this.scroller.clientLeft; }

  /**
   * Brings a day to x pixels from the left of the view.
   * @param {number} day
   * @param {number} x
   */
  carry(day, x) {
    this.goTo(day - this.off(x));
    this.render(false);
    this.changed("pan");
  }

  /**
   * Zooms by steps; the day at x pixels from the left of the view (else its centre) stays there.
   * @param {number} steps
   * @param {number} [x]
   */
  zoom(steps, x = this.middle) {
    const index = Math.min(LEVELS.length - 1, Math.max(0, LEVELS.indexOf(this.level) + steps));
    if (LEVELS[index] === this.level) {
      this.said(`Zoom: ${this.level.words}${steps > 0 ? ", the closest" : ", the widest"}`);
      return;
    }
    const kept = this.under(x);
    this.level = LEVELS[index];
    this.at = kept - this.off(x);
    this.arrange();
    this.said(`Zoom: ${this.level.words}. In view: ${this.inWords()}`);
    this.changed("zoom");
  }

  /* After a scroll: the centre is what is in the middle now. */
  scrolled() {
    if (!this.visible) { return; }
    const left = this.scroller.scrollLeft;
    this.top = this.scroller.scrollTop;
    if (Math.abs(left - this.left) >= 1) {
      this.left = left;
      this.at = this.dayAt(left + this.middle);
      this.changed("pan");
    }
    this.render(false);
  }

  /**
   * Brings the marks in view and a little around into the page, and takes the others out: which, and in what order,
   * follows from the place in time that the address tells, not from the way on which it was reached.
   * @param {boolean} anew whether it is to be done although the view has hardly moved
   */
  render(anew) {
    const [left, top] = this.corner(), cell = `${left}:${top}`;
    this.onView();
    if (!anew && cell === this.cell) { return; }
    this.cell = cell;
    const ends = { left: left - AROUND[0], right: left + CELL[0] + this.across + AROUND[0] };
    const wanted = this.wanted(ends, top - AROUND[1], top + CELL[1] + this.tall + AROUND[1]);
    this.fill(wanted);
    const kept = new Set(wanted.map(({ box }) => box));
    this.drawn.forEach((mark, box) => {
      if (!kept.has(box) && mark !== document.activeElement) { mark.remove(); this.drawn.delete(box); }
    });
    this.rule(ends);
    this.rove(wanted);
  }

  /**
   * Draws the axis between these edges, unless it is there.
   * @param {{ left: number, right: number }} ends
   */
  rule({ left, right }) {
    const ruled = `${this.level.name} ${left} ${right}`;
    if (ruled !== this.ruled) { drawAxis(this, this.dayAt(left), this.dayAt(right)); }
    this.ruled = ruled;
  }

  /** The upper left corner of the cell at which the view begins, in pixels of the field. */
  corner() {
    const left = this.x(this.told) - this.middle;
    return [left, this.top].map((each, index) => Math.floor(each / CELL[index]) * CELL[index]);
  }

  /**
   * What lies between these edges, lane by lane.
   * @param {{ left: number, right: number }} ends
   * @param {number} top
   * @param {number} bottom
   */
  wanted({ left, right }, top, bottom) {
    return this.lanes.filter((each) => each.top <= bottom && each.top + each.height >= top)
      .flatMap((lane) => lane.boxes.filter(({ x, w }) => x < right && x + w > left).map((box) => ({ lane, box })));
  }

  /**
   * Draws what is not there yet, each before the next of its lane.
   * @param {Place[]} wanted
   */
  fill(wanted) {
    wanted.reduceRight((/** @type {Place | undefined} */ next, place) => {
      const before = next?.lane === place.lane ? this.drawn.get(next.box) : undefined;
      if (!this.drawn.has(place.box)) { this.draw(place, before ?? null); }
      return place;
    }, undefined);
  }

  /**
   * @param {Place} place
   * @param {Element | null} before
   */
  draw(place, before) {
    const { box, lane: { row } } = place, mark = markOf(box, this.by !== "organisation");
    mark.style.left = `${box.x}px`;
    mark.style.width = `${box.w}px`;
    mark.style.top = `${PAD + box.row * ROW}px`;
    mark.classList.toggle("long", box.w > LONG);
    mark.classList.toggle("later", box.entries.every(({ first }) => first > this.today));
    this.drawn.set(box, mark);
    this.places.set(mark, place);
    row.insertBefore(mark, before);
  }

  /** @param {Element} mark */
  placeOf(mark) { return this.places.get(mark); }

  /**
   * One mark at a time can be reached with Tab: the one last used, else the first in view.
   * @param {Place[]} wanted
   */
  rove(wanted) {
    if (!this.current || !this.drawn.has(this.current)) {
      this.current = wanted.find(({ box }) => box.x >= this.left + this.gutter)?.box;
    }
    this.drawn.forEach((mark, box) => { mark.tabIndex = box === this.current ? 0 : -1; });
  }

  /** What the mark in focus stands for. */
  held() {
    const { activeElement: mark } = document;
    return mark && this.scroller.contains(mark) ? this.placeOf(mark) : undefined;
  }

  /**
   * The box with the first entry of an earlier one: in the same lane, or in any.
   * @param {Place} earlier
   */
  find({ box: { entries: [entry] }, lane: { key } }) {
    const same = this.lanes.find((each) => each.key === key);
    return (same ?? this.lanes.find((each) => each.entries.includes(entry)))?.boxes
      .find((box) => box.entries.includes(entry));
  }

  /**
   * Moves the focus to a box, bringing it into view; without one, to the plane.
   * @param {Box | undefined} box
   */
  hold(box) {
    const own = box && this.lanes.find(({ boxes }) => boxes.includes(box));
    if (!own) { this.scroller.focus(); return; }
    const left = this.scroller.scrollLeft + this.gutter; // it may still be on its way
    if (box.x < left || box.x + SIZE > left + this.width) {
      this.goTo(this.dayAt(box.x));
      this.changed("pan");
    }
    this.lower(own.top + box.row * ROW);
    this.current = box;
    this.render(true);
    this.drawn.get(box)?.focus({ preventScroll: true });
  }

  /**
   * Scrolls to a height, unless it is in sight.
   * @param {number} y
   */
  lower(y) {
    const { scroller } = this, above = scroller.scrollTop;
    if (y >= above + AXIS && y + 40 <= above + scroller.clientHeight) { return; }
    scroller.scrollTop = y - scroller.clientHeight / 2;
    this.top = scroller.scrollTop;
  }
}
