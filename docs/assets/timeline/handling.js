/* What keys and pointers do to the plane and its marks. */
import { around } from "../shared/events.js";
import { all, data } from "../shared/page.js";
import { open } from "./clusters.js";

/** @import { Plane, Place } from "./plane.js" */

/** Milliseconds after a turn of the wheel in which it does not zoom again. */
const REST = 150;
/** How far the mouse has to go, in pixels, for a press to be a drag. */
const DRAG = 4;
/** Two fingers zoom by a step each time they are as much further apart, or closer. */
const PINCH = 1.6;
/** @type {Record<string, number>} */
const STEPS = { "+": 1, "=": 1, "-": -1, "−": -1 };

/**
 * From a mark: left and right in its row's order, up and down to the nearest mark of the next lane.
 * @param {Plane} plane
 * @param {Place} place
 * @param {string} key
 */
function neighbour(plane, { box, lane }, key) {
  const inOrder = [...lane.boxes].sort((a, b) => a.x - b.x || a.row - b.row), index = inOrder.indexOf(box);
  if (key === "ArrowLeft") { return inOrder[index - 1]; }
  if (key === "ArrowRight") { return inOrder[index + 1]; }
  const next = plane.lanes[plane.lanes.indexOf(lane) + (key === "ArrowDown" ? 1 : -1)];
  return next?.boxes.reduce((best, each) => (Math.abs(each.x - box.x) < Math.abs(best.x - box.x) ? each : best));
}

/**
 * What a key does; nothing for most.
 * @param {Plane} plane
 * @param {KeyboardEvent} event
 * @returns {(() => void) | undefined}
 */
function meant(plane, event) {
  const mark = around(event, ".mark"), place = mark && plane.placeOf(mark), { scroller } = plane;
  if (STEPS[event.key]) { return () => plane.zoom(STEPS[event.key]); }
  if (place && event.key.startsWith("Arrow")) {
    const next = neighbour(plane, place, event.key);
    return () => { if (next) { plane.hold(next); } };
  }
  if (place && event.key === "Escape") { return () => scroller.focus(); }
  if (event.key === "Home") { return () => { scroller.scrollLeft = 0; }; }
  if (event.key === "End") { return () => { scroller.scrollLeft = scroller.scrollWidth; }; }
  return undefined;
}

/** @param {Plane} plane */
function keys(plane) {
  plane.scroller.addEventListener("keydown", (event) => {
    const act = event.altKey || event.metaKey || event.ctrlKey ? undefined : meant(plane, event);
    if (!act) { return; }
    act();
    event.preventDefault();
  });
}

/**
 * The mouse drags the plane; touch scrolls it anyway. A drag is not a click.
 * @param {Plane} plane
 */
function drag({ scroller }) {
  /** @type {{ x: number, y: number, left: number, top: number } | null} */
  let from = null;
  let moved = false;
  scroller.addEventListener("pointerdown", (event) => {
    if (event.pointerType !== "mouse" || event.button !== 0) { return; }
    from = { x: event.clientX, y: event.clientY, left: scroller.scrollLeft, top: scroller.scrollTop };
    moved = false;
  });
  window.addEventListener("pointermove", (event) => {
    if (!from) { return; }
    const x = event.clientX - from.x, y = event.clientY - from.y;
    moved ||= Math.abs(x) + Math.abs(y) > DRAG;
    if (!moved) { return; }
    scroller.classList.add("dragged");
    scroller.scrollTo(from.left - x, from.top - y);
  });
  window.addEventListener("pointerup", () => { from = null; scroller.classList.remove("dragged"); });
  scroller.addEventListener("click", (event) => {
    if (moved) { event.preventDefault(); event.stopPropagation(); moved = false; }
  }, true);
}

/**
 * Where two fingers are, and how far apart.
 * @param {Plane} plane
 * @param {TouchList} touches
 */
function between(plane, [one, other]) {
  return {
    x: plane.within((one.clientX + other.clientX) / 2),
    apart: Math.hypot(one.clientX - other.clientX, one.clientY - other.clientY),
  };
}

/**
 * Two fingers zoom; the day between them stays there.
 * @param {Plane} plane
 */
function pinch(plane) {
  let apart = 0, day = 0;
  /** @param {TouchEvent} event */
  function move(event) {
    if (event.touches.length !== 2 || !apart) { return; }
    const now = between(plane, event.touches), steps = Math.trunc(Math.log(now.apart / apart) / Math.log(PINCH));
    event.preventDefault();
    plane.carry(day, now.x);
    if (steps) { apart = now.apart; plane.zoom(steps, now.x); }
  }
  const end = () => { apart = 0; };
  /* A finger's events go to the mark it first touched, even when that has left the page. */
  plane.scroller.addEventListener("touchstart", (event) => {
    if (event.touches.length !== 2) { return; }
    const now = between(plane, event.touches);
    event.preventDefault();
    apart = now.apart;
    day = plane.under(now.x);
    Array.from(event.touches, ({ target }) => /** @type {HTMLElement} */ (target)).forEach((target) => {
      target.addEventListener("touchmove", move, { passive: false });
      target.addEventListener("touchend", end);
      target.addEventListener("touchcancel", end);
    });
  }, { passive: false });
}

/** @param {Plane} plane */
function scrolling(plane) {
  const { scroller } = plane;
  let waiting = 0, wheeled = 0;
  scroller.addEventListener("scroll", () => {
    waiting ||= requestAnimationFrame(() => { waiting = 0; plane.scrolled(); });
  }, { passive: true });
  scroller.addEventListener("wheel", (event) => {
    if (!event.ctrlKey) { return; }
    event.preventDefault();
    if (event.timeStamp - wheeled < REST) { return; }
    wheeled = event.timeStamp;
    plane.zoom(event.deltaY < 0 ? 1 : -1, plane.within(event.clientX));
  }, { passive: false });
}

/** @param {Plane} plane */
function opening(plane) {
  plane.scroller.addEventListener("click", (event) => {
    const mark = around(event, "button.mark"), place = mark && plane.placeOf(mark);
    if (!place) { return; }
    plane.current = place.box;
    open(plane, place.lane, place.box);
    plane.changed("open");
  });
  plane.dialog.addEventListener("click", (event) => {
    if (event.target === plane.dialog) { plane.dialog.close(); }
  });
  plane.dialog.addEventListener("close", () => plane.changed("close"));
}

/** @param {Plane} plane */
export function handle(plane) {
  scrolling(plane);
  keys(plane);
  opening(plane);
  drag(plane);
  pinch(plane);
  all(plane.box, "[data-zoom]").forEach((button) => {
    button.addEventListener("click", () => plane.zoom(data(button, "zoom") === "in" ? 1 : -1));
  });
}
