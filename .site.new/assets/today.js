/* On this day: shows what happened on the visitor's day of the calendar, or else on the next day that has
   something. ?today=06-04 sets the day. Without script only the links to the timeline and the years stand. */
(function () {
  "use strict";
  function two(number) { return String(number).padStart(2, "0"); }
  function asked() {
    var day = new URL(location.href).searchParams.get("today") || "";
    return /^\d\d-\d\d$/.test(day) ? day : "";
  }
  function show(box) {
    var now = new Date();
    var today = asked() || two(now.getMonth() + 1) + "-" + two(now.getDate());
    var days = Array.from(box.querySelectorAll("[data-day]"));
    var found = days.find(function (day) { return day.dataset.day >= today; }) || days[0];
    if (!found) { return; }
    var same = found.dataset.day === today;
    var said = box.querySelector(".today-day");
    said.textContent = same ? "On this day, " + found.dataset.words : "Next: " + found.dataset.words;
    days.forEach(function (day) { day.hidden = day !== found; });
    box.querySelector(".today-days").hidden = false;
    said.hidden = false;
  }
  document.querySelectorAll(".today").forEach(show);
})();
