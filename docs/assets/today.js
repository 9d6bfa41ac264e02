/* On this day: shows what happened on the visitor's day of the calendar, or else on the next day that has
   something. ?today=06-04 sets the day. Without script only the links to the timeline and the years stand. */
import { all, asked, data, one } from "./shared/page.js";

/** The day of the calendar, as in 06-04: the one asked for, else the visitor's. */
function today() {
  const given = asked().get("today") ?? "", now = new Date();
  if (/^\d\d-\d\d$/.test(given)) { return given; }
  return [now.getMonth() + 1, now.getDate()].map((number) => String(number).padStart(2, "0")).join("-");
}

/** @param {HTMLElement} box */
function show(box) {
  const wanted = today(), days = all(box, "[data-day]");
  const found = days.find((day) => data(day, "day") >= wanted) ?? days[0];
  if (!found) { return; }
  const said = one(box, ".today-day"), same = data(found, "day") === wanted;
  said.textContent = (same ? "On this day, " : "Next: ") + data(found, "words");
  days.forEach((day) => { day.hidden = day !== found; });
  one(box, ".today-days").hidden = false;
  said.hidden = false;
}

all(document, ".today").forEach(show);
