/* Where marks stand on the plane: steps of zoom, ticks of the axis, and boxes that never overlap. */
Timeline.layout = (function () {
  "use strict";
  const SIZE = 24, GAP = 2, ROW = 26, PAD = 5, OPEN = 60, BARS = 4, LABEL = 220;
  const YEAR = 365.2425;
  /* Steps of zoom: pixels per year; upper and lower give the months between the two rows of the axis. */
  const LEVELS = [
    { name: "decade", words: "decades", pixels: 24, upper: 120, lower: 24 },
    { name: "five-years", words: "five years", pixels: 64, upper: 120, lower: 12 },
    { name: "year", words: "years", pixels: 180, upper: 12, lower: 3 },
    { name: "quarter", words: "quarters", pixels: 600, upper: 12, lower: 1 },
    { name: "month", words: "months", pixels: 2200, upper: 1, lower: 0 },
  ];
  LEVELS.forEach(level => { level.perDay = level.pixels / YEAR; });
  const MONTHS = ["January", "February", "March", "April", "May", "June", "July", "August", "September",
    "October", "November", "December"];

  function words(date, months) {
    if (months >= 120) { return date.getUTCFullYear() + "s"; }
    if (months >= 12) { return String(date.getUTCFullYear()); }
    return months === 1 ? MONTHS[date.getUTCMonth()] + " " + date.getUTCFullYear() : "";
  }
  /* The ticks between two days: { day, text }, every so many months; 0 months is the 1st, 8th, 15th, 22nd. */
  function ticks(first, last, months, short) {
    const step = months || 1, found = [], start = new Date(Math.floor(first) * 864e5);
    const years = step >= 12 ? Math.floor(start.getUTCFullYear() / (step / 12)) * (step / 12) : start.getUTCFullYear();
    let date = new Date(Date.UTC(years, step >= 12 ? 0 : Math.floor(start.getUTCMonth() / step) * step, 1));
    while (date / 864e5 <= last) {
      const day = date / 864e5;
      if (!short) { found.push({ day, text: words(date, step) }); }
      else if (!months) { [1, 8, 15, 22].forEach(n => found.push({ day: day + n - 1, text: String(n) })); }
      else { found.push({ day, text: step >= 12 ? words(date, 12) : MONTHS[date.getUTCMonth()].slice(0, 3) }); }
      date = new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + step, 1));
    }
    return found;
  }

  /* Left and right edge in pixels, and between which fractions of its width the entry is sure. Where an
     end is open the mark runs a fixed way into the open; what goes on, runs to today first. */
  function extent(entry, x, today) {
    let left = x(entry.first), right = x(entry.last);
    const goesOn = entry.lasts && entry.going > "9999";
    if (entry.first === -Infinity) { left = right - OPEN; }
    if (entry.last === Infinity) { right = (goesOn ? Math.max(left, x(today)) : left) + OPEN; }
    const at = text => (x(Timeline.day(text)) - left) / (right - left);
    let a = 0.35, b = 0.65;
    if (entry.first === -Infinity) { a = 0.9; b = 1; }
    if (entry.last === Infinity) { a = 0; b = goesOn ? 1 - OPEN / (right - left) : 0.1; }
    if (entry.lasts && entry.begun <= entry.going) {
      if (entry.first > -Infinity) { a = at(entry.begun); }
      if (entry.last < Infinity) { b = at(entry.going) + x.perDay / (right - left); }
    } else if (entry.from === entry.to) { a = 0; b = 1; }
    return { left, right, a: Math.max(0, a), b: Math.min(1, b) };
  }
  function box(entry, x, today) {
    const { left, right, a, b } = extent(entry, x, today);
    const soft = a > 0.001 || b < 0.999;
    if (right - left > SIZE) { return { kind: "bar", x: left, w: right - left, a, b, soft, entries: [entry] }; }
    return { kind: "dot", x: (left + right - SIZE) / 2, w: SIZE, soft, entries: [entry] };
  }
  /* Bars take the first free row; one that finds none stands among the dots. */
  function rows(bars, spare) {
    const ends = [];
    return bars.filter(bar => {
      let row = ends.findIndex(end => end <= bar.x - GAP);
      if (row < 0) { row = ends.length; }
      if (row < BARS) { ends[row] = bar.x + bar.w; bar.row = row; return true; }
      spare.push({ kind: "dot", x: bar.x, w: SIZE, soft: bar.soft, entries: bar.entries });
      return false;
    });
  }
  /* Dots that would touch become one cluster at the place of the first. */
  function clusters(dots) {
    const found = [];
    dots.sort((one, two) => one.x - two.x).forEach(dot => {
      const before = found[found.length - 1];
      if (before && dot.x < before.x + SIZE + GAP) {
        before.kind = "cluster";
        before.entries.push(...dot.entries);
      } else { found.push(dot); }
    });
    return found;
  }
  /* A lone dot with room to its right is labelled. */
  function label(dots) {
    dots.forEach((dot, index) => {
      const room = index + 1 < dots.length ? dots[index + 1].x - dot.x - GAP - 4 : Infinity;
      if (dot.kind === "dot" && room >= 90) { dot.w = Math.min(room, SIZE + LABEL); dot.labelled = true; }
    });
  }
  /* The boxes of one lane, sorted by their left edge, and how many rows they need. */
  function lane(entries, x, today) {
    const all = entries.map(entry => box(entry, x, today)).sort((one, two) => one.x - two.x);
    const dots = all.filter(one => one.kind === "dot");
    const bars = rows(all.filter(one => one.kind === "bar"), dots);
    const points = clusters(dots);
    label(points);
    points.forEach(point => { point.row = 0; });
    bars.forEach(bar => { bar.row += points.length ? 1 : 0; bar.labelled = bar.w >= 90; });
    const boxes = points.concat(bars);
    return { boxes, height: Math.max(1, ...boxes.map(one => one.row + 1)) * ROW + 2 * PAD };
  }
  return { LEVELS, ROW, PAD, ticks, lane };
})();
