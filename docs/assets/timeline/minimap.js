/* The minimap: how many entries each year has, and a window on what is in view; the window is a slider. */
import { year } from "../shared/days.js";
import { one } from "../shared/page.js";

/** @import { Plane } from "./plane.js" */

/** @type {Record<string, number>} How much of what is in view a key moves. */
const WAYS = { ArrowLeft: -0.1, ArrowRight: 0.1, ArrowDown: -0.1, ArrowUp: 0.1, PageDown: -1, PageUp: 1 };
/** @type {Record<string, number>} */
const ZOOMS = { "+": 1, "=": 1, "-": -1 };
const HEIGHT = 20;

export class Minimap {
  /** @param {Plane} plane */
  constructor(plane) {
    this.plane = plane;
    this.map = one(plane.box, ".minimap");
    this.frame = one(this.map, ".window");
    this.path = one(this.map, "path", SVGElement);
    this.first = year(plane.first);
    this.years = year(plane.last) - this.first;
    this.label();
    this.listen();
  }

  label() {
    const last = this.first + this.years;
    this.frame.setAttribute("aria-valuemin", String(this.first));
    this.frame.setAttribute("aria-valuemax", String(last));
    one(this.map, ".first").textContent = String(this.first);
    one(this.map, ".last").textContent = String(last - 1);
  }

  /* Draws a bar for each year. */
  draw() {
    const counts = new Array(this.years).fill(0);
    this.plane.shown.forEach(({ first, last }) => {
      counts[year(Number.isFinite(first) ? first : last - 1) - this.first] += 1;
    });
    const most = Math.max(1, ...counts), step = 100 / this.years;
    this.path.setAttribute("d", counts.map((count, index) => {
      const height = count ? Math.max(1, HEIGHT * Math.sqrt(count / most)).toFixed(2) : 0;
      return `M${(index * step).toFixed(2)} ${HEIGHT}v-${height}h${(step * 0.85).toFixed(2)}v${height}z`;
    }).join(""));
  }

  /* Puts the window where the view is. */
  view() {
    const { plane, frame } = this, whole = plane.last - plane.first;
    const [left, right] = plane.span.map((day) => (day - plane.first) / whole), start = Math.max(0, left);
    frame.style.left = `${start * 100}%`;
    frame.style.width = `${Math.max(0.005, Math.min(1, right) - start) * 100}%`;
    frame.setAttribute("aria-valuenow", String(year(plane.at)));
    frame.setAttribute("aria-valuetext", plane.inWords());
  }

  /** @param {number} day */
  go(day) {
    this.plane.goTo(day);
    this.plane.render(false);
    this.plane.changed("pan");
  }

  /** @param {KeyboardEvent} event */
  key(event) {
    const { plane } = this, [left, right] = plane.span, way = WAYS[event.key], step = ZOOMS[event.key];
    if (way) { this.go(plane.at + way * (right - left)); }
    else if (step) { plane.zoom(step); }
    else if (event.key === "Home") { this.go(plane.first); }
    else if (event.key === "End") { this.go(plane.last); }
    else { return; }
    event.preventDefault();
  }

  /**
   * The day that is pointed at.
   * @param {PointerEvent} event
   */
  pointed(event) {
    const { plane } = this, box = this.map.getBoundingClientRect();
    return plane.first + (event.clientX - box.left) / box.width * (plane.last - plane.first);
  }

  listen() {
    /** @type {number | null} How many days lie between the pointer and the middle of the window that it holds. */
    let grip = null;
    this.map.addEventListener("pointerdown", (event) => {
      if (event.button !== 0) { return; }
      grip = event.target === this.frame ? this.plane.at - this.pointed(event) : 0;
      this.map.setPointerCapture(event.pointerId);
      this.go(this.pointed(event) + grip);
      this.frame.focus({ preventScroll: true });
      event.preventDefault();
    });
    this.map.addEventListener("pointermove", (event) => {
      if (grip !== null) { this.go(this.pointed(event) + grip); }
    });
    this.map.addEventListener("pointerup", () => { grip = null; });
    this.map.addEventListener("pointercancel", () => { grip = null; });
    this.frame.addEventListener("keydown", (event) => this.key(event));
  }
}
