/* A walk: the address keeps the picture that was reached; buttons and the arrow keys lead from picture to picture. */
import { around } from "./shared/events.js";
import { make } from "./shared/make.js";
import { all, one } from "./shared/page.js";

const scenes = all(document, ".scene");
/** The number of the scene that is read, from 0; -1 above the first. */
let at = -1;

const bar = make("div", "steps-of-walk");
const back = step("←", "Picture before", -1);
const told = make("span");
const on = step("→", "Next picture", 1);
told.setAttribute("role", "status");
bar.append(back, told, on);

/**
 * @param {string} text
 * @param {string} label
 * @param {number} by
 */
function step(text, label, by) {
  const button = make("button", "", text);
  button.type = "button";
  button.title = label;
  button.setAttribute("aria-label", label);
  button.addEventListener("click", () => walk(by));
  return button;
}

/** @param {number} by */
function walk(by) {
  const scene = scenes[at + by];
  if (!scene) { return; }
  const still = matchMedia("(prefers-reduced-motion: reduce)").matches;
  scene.scrollIntoView({ behavior: still ? "auto" : "smooth", block: "start" });
  reached(at + by);
}

/** @param {number} number */
function reached(number) {
  at = number;
  const scene = scenes[at];
  told.textContent = `${at + 1} / ${scenes.length}`;
  back.disabled = at <= 0;
  on.disabled = at >= scenes.length - 1;
  history.replaceState(history.state, "", scene ? `#${scene.id}` : location.pathname + location.search);
}

/** The last scene whose beginning has come into the upper half of the window. */
const read = () => scenes.filter((scene) => scene.getBoundingClientRect().top < innerHeight / 2).length - 1;

/** Where the arrow keys have a meaning of their own. */
const TYPED = "input, select, textarea, [contenteditable], [tabindex='0'], [role=dialog]";

let waiting = false;
addEventListener("scroll", () => {
  if (waiting) { return; }
  waiting = true;
  setTimeout(() => {
    waiting = false;
    if (read() !== at) { reached(read()); }
  }, 150);
}, { passive: true });

addEventListener("keydown", (event) => {
  const by = event.key === "ArrowRight" ? 1 : event.key === "ArrowLeft" ? -1 : 0;
  const held = event.defaultPrevented || event.altKey || event.ctrlKey || event.metaKey || event.shiftKey;
  if (!by || held || around(event, TYPED)) { return; }
  event.preventDefault();
  walk(by);
});

one(document, ".md-content__inner").append(bar);
at = read();
told.textContent = `${Math.max(at, 0) + 1} / ${scenes.length}`;
back.disabled = at <= 0;
