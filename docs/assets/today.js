/* On this day: shows what happened on the visitor's day of the calendar, or else on the next day that has
   something. ?today=05-10 sets the day. Without script only the links to the timeline and the years stand. */
import { isDay, today } from "./shared/calendar.js";
import { all, asked, data, one } from "./shared/page.js";

/** The day of the calendar, as in 05-10: the one asked for, else the visitor's. */
function wanted() {
  const given = asked().get("today") ?? "";
  return isDay(given) ? given : today();
}

/** @param {HTMLElement} box */
function show(box) {
  const chosen = wanted(), days = all(box, "[data-day]");
  const found = days.find((day) => data(day, "day") >= chosen) ?? days[0];
  if (!found) { return; }
  const said = one(box, ".today-day"), same = data(found, "day") === chosen;
  said.textContent = (same ? "On this day, " : "Next: ") + data(found, "words");
  days.forEach((day) => { day.hidden = day !== found; });
  one(box, ".today-days").hidden = false;
  said.hidden = false;
}

all(document, ".today").forEach(show);
