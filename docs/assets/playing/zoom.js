/* Nearer and farther: the map is moved by buttons, keys, the wheel with Ctrl, and two fingers. */
import { all, data, one } from "../shared/page.js";

/** How many times nearer one can come. */
const NEAREST = 6;
const STEP = 1.5;
/** By how much of what is seen an arrow key moves it. */
const MOVE = 0.15;
/** Pixels that a hand moves at most while it clicks: who moves farther drags. */
const STILL = 4;

/** What is seen of a picture. */
export class Zoom {
  /** @param {HTMLElement} stage */
  constructor(stage) {
    this.stage = stage;
    this.map = one(stage, "svg.world", SVGElement);
    const [, , width, height] = (this.map.getAttribute("viewBox") ?? "").split(" ").map(Number);
    this.width = width;
    this.height = height;
    this.scale = 1;
    this.left = 0;
    this.top = 0;
    /** @type {Map<number, { x: number, y: number }>} Fingers, or the mouse while it drags. */
    this.pointers = new Map();
    /** How far, in pixels, it has been dragged since it was taken hold of. */
    this.dragged = 0;
    this.listen();
  }

  /**
   * @param {number} scale
   * @param {number} x what stays where it is, in units of the picture
   * @param {number} y
   */
  to(scale, x = this.left + this.width / this.scale / 2, y = this.top + this.height / this.scale / 2) {
    const next = Math.min(NEAREST, Math.max(1, scale)), ratio = this.scale / next;
    this.left = x - (x - this.left) * ratio;
    this.top = y - (y - this.top) * ratio;
    this.scale = next;
    this.draw();
  }

  /**
   * @param {number} x in units of the picture
   * @param {number} y
   */
  move(x, y) {
    this.left += x;
    this.top += y;
    this.draw();
  }

  draw() {
    const width = this.width / this.scale, height = this.height / this.scale;
    this.left = Math.min(this.width - width, Math.max(0, this.left));
    this.top = Math.min(this.height - height, Math.max(0, this.top));
    this.map.setAttribute("viewBox", `${this.left} ${this.top} ${width} ${height}`);
    this.map.style.setProperty("--zoom", String(1 / this.scale));
    this.stage.classList.toggle("near", this.scale > 1);
  }

  /**
   * Where on the picture a place of the window is.
   * @param {number} x
   * @param {number} y
   */
  at(x, y) {
    const box = this.map.getBoundingClientRect(), unit = this.width / this.scale / box.width;
    return { x: this.left + (x - box.left) * unit, y: this.top + (y - box.top) * unit, unit };
  }

  listen() {
    const { stage, map } = this;
    all(stage, "[data-zoom]").forEach((button) => {
      button.addEventListener("click", () => this.to(this.scale * (data(button, "zoom") === "in" ? STEP : 1 / STEP)));
    });
    stage.addEventListener("keydown", (event) => this.key(event));
    map.addEventListener("wheel", (event) => {
      if (!event.ctrlKey && !event.metaKey) { return; }
      event.preventDefault();
      const { x, y } = this.at(event.clientX, event.clientY);
      this.to(this.scale * Math.exp(-event.deltaY / 300), x, y);
    }, { passive: false });
    map.addEventListener("pointerdown", ({ pointerId, clientX: x, clientY: y }) => {
      this.pointers.set(pointerId, { x, y });
      this.dragged = 0;
    });
    map.addEventListener("dragstart", (event) => event.preventDefault());  // a link is not taken away, the map is moved
    map.addEventListener("click", (event) => {
      if (this.dragged > STILL) { event.preventDefault(); }
    }, { capture: true });
    map.addEventListener("pointermove", (event) => this.drag(event));
    ["pointerup", "pointercancel", "pointerleave"].forEach((name) => {
      map.addEventListener(name, (event) => this.pointers.delete(/** @type {PointerEvent} */ (event).pointerId));
    });
  }

  /** @param {PointerEvent} event */
  drag({ pointerId, clientX: x, clientY: y }) {
    const before = this.pointers.get(pointerId);
    if (!before) { return; }
    const [other] = Array.from(this.pointers).filter(([id]) => id !== pointerId).map(([, point]) => point);
    this.pointers.set(pointerId, { x, y });
    this.dragged += Math.hypot(x - before.x, y - before.y);
    const { unit } = this.at(x, y);
    if (other) {
      const middle = this.at((x + other.x) / 2, (y + other.y) / 2);
      const far = (/** @type {{ x: number, y: number }} */ one) => Math.hypot(one.x - other.x, one.y - other.y);
      this.to(this.scale * far({ x, y }) / Math.max(1, far(before)), middle.x, middle.y);
    } else if (this.scale > 1) { this.move((before.x - x) * unit, (before.y - y) * unit); }
  }

  /** @param {KeyboardEvent} event */
  key(event) {
    if (event.ctrlKey || event.metaKey || event.altKey) { return; }
    const step = (this.width / this.scale) * MOVE;
    /** @type {Record<string, () => void>} */
    const ways = {
      "+": () => this.to(this.scale * STEP),
      "=": () => this.to(this.scale * STEP),
      "-": () => this.to(this.scale / STEP),
      "0": () => this.to(1),
      ArrowLeft: () => this.move(-step, 0),
      ArrowRight: () => this.move(step, 0),
      ArrowUp: () => this.move(0, -step),
      ArrowDown: () => this.move(0, step),
    };
    const way = ways[event.key];
    if (!way || (event.key.startsWith("Arrow") && this.scale === 1)) { return; }
    event.preventDefault();
    way();
  }
}
