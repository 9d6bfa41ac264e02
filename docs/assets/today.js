/* On this day: shows what happened on the visitor's day of the calendar, or else on the next day that has
   something. ?today=05-10 sets the day. Without script only the links to the timeline and the years stand. What
   happened on which day is fetched when a reader comes near. */
import { isDay, today } from "./shared/calendar.js";
import { make } from "./shared/make.js";
import { all, asked, data, one } from "./shared/page.js";

/** @typedef {[number, string, string, string, string, string]} Told year, its page; item, its page; acts; dispute */
/** @typedef {[string, string, Told[]]} Day key, words, what happened */

const own = /** @type {HTMLScriptElement} */ (document.currentScript);

/** The day of the calendar, as in 05-10: the one asked for, else the visitor's. */
function wanted() {
  const given = asked().get("today") ?? "";
  return isDay(given) ? given : today();
}

/**
 * @param {string} address
 * @param {string} text
 * @param {string} [name]
 */
function link(address, text, name) {
  const found = make("a", name, text);
  found.href = address;
  return found;
}

/**
 * @param {Told} told
 * @param {string} root
 * @param {string} key the day, which is its id on the page of the year too
 */
function item([year, yearAt, title, titleAt, acts, dispute], root, key) {
  const found = make("li"), date = make("span", "date");
  date.append(link(`${root + yearAt}#${key}`, String(year)));
  found.append(date, " ", link(root + titleAt, title), acts && ` ${acts}`);
  if (dispute) { found.append(" ", link(root + dispute, "disputed", "disputed")); }
  return found;
}

/** @param {HTMLElement} box */
function show(box) {
  const { onThisDay } = /** @type {{ onThisDay?: Day[] }} */ (/** @type {unknown} */ (globalThis));
  const chosen = wanted(), found = onThisDay?.find(([key]) => key >= chosen) ?? onThisDay?.[0];
  if (!found) { return; }
  const [key, words, told] = found, said = one(box, ".today-day"), list = one(box, ".today-acts");
  said.textContent = (key === chosen ? "On this day, " : "Next: ") + words;
  list.replaceChildren(...told.map((each) => item(each, data(box, "root"), key)));
  list.hidden = said.hidden = false;
}

const boxes = all(document, ".today");
const near = new IntersectionObserver((seen) => {
  if (!seen.some((each) => each.isIntersecting)) { return; }
  near.disconnect();
  const script = make("script");
  script.src = new URL("on-this-day.js", own.src).href;
  script.addEventListener("load", () => boxes.forEach(show));
  document.head.append(script);
}, { rootMargin: "600px" });
boxes.forEach((box) => near.observe(box));
