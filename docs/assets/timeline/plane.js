/* The plane: lanes in a region that scrolls by itself (so pointer, touch and keys pan it), with only the
   marks in view in the page. Zooming keeps a chosen day where it is. */
Timeline.Plane = (function () {
  "use strict";
  const { LEVELS, ROW, PAD, ticks, lane } = Timeline.layout;
  const make = Timeline.make;
  const NAMES = 148, AXIS = 44, AROUND = 400, ABOVE = 120, EDGE = 60, LONG = 400, SPARE = 80;

  class Plane {
    /* box: the element .moving; entries: all there are; said(text): announces; changed(how): tells the
       address what the reader has done: zoom, pan, open or close. */
    constructor(box, entries, said, changed) {
      Object.assign(this, { box, entries, said, changed, shown: entries, lanes: [], drawn: new Map() });
      this.names = JSON.parse(box.dataset.lanes);
      this.scroller = box.querySelector(".plane");
      this.field = box.querySelector(".field");
      this.dialog = box.querySelector("dialog.cluster");
      this.set({ lanes: "", today: "" });
      const days = entries.flatMap(one => [one.first, one.last - 1]).filter(Number.isFinite);
      this.first = Timeline.day(Timeline.year(Math.min(...days)) + "-01-01");
      this.last = Timeline.day(Timeline.year(Math.max(this.today, ...days)) + 1 + "-01-01");
      this.level = LEVELS[0];
      this.at = this.last;
      this.across = this.left = this.top = 0;
      this.frame();
      Timeline.handle(this);
    }
    frame() {
      this.room = this.scroller.offsetHeight;
      this.scroller.style.height = this.room + "px";
      this.axis = make("div", "plane-axis");
      this.grid = make("div", "plane-grid");
      this.line = make("div", "as-of-line");
      this.rows = make("div", "lanes");
      this.field.replaceChildren(this.grid, this.rows, this.line, this.axis);
    }
    /* The size of the view is kept, as asking for it after each change would cost a layout of the whole page. */
    measure() {
      this.across = this.scroller.clientWidth;
      this.tall = 0.75 * window.innerHeight;
      return this.across;
    }
    get visible() { return this.across > 0; }
    get width() { return Math.max(0, this.across - NAMES); }
    /* Pixels from the left of the field; half a view of room on either side lets any day be the centre. */
    x(day) { return NAMES + this.width / 2 + (day - this.first) * this.level.perDay; }
    dayAt(x) { return this.first + (x - NAMES - this.width / 2) / this.level.perDay; }
    /* The days at the left and right edge of the view. */
    get view() {
      const half = this.width / 2 / this.level.perDay;
      return [this.at - half, this.at + half];
    }

    /* Shows these entries; the place in time stays unless nothing would be seen there. */
    show(entries) {
      this.shown = entries;
      const [left, right] = this.view;
      if (entries.length && !entries.some(one => one.last > left && one.first < right)) { this.at = this.middle(); }
      this.arrange();
    }
    middle() {
      const days = this.days();
      return days.length ? days[Math.floor(days.length / 2)] : this.last;
    }
    days() { return this.shown.map(one => Number.isFinite(one.first) ? one.first : one.last).sort((a, b) => a - b); }
    /* The nearest step of zoom at which most of what is shown fits the view; its latest part is in sight. */
    fit() {
      const days = this.days(), room = Math.max(1, this.width - 2 * EDGE);
      const from = days.length ? days[Math.floor(days.length / 20)] : this.first;
      const to = days.length ? days[days.length - 1] : this.last;
      this.level = LEVELS.filter(level => (to - from) * level.perDay <= room).pop() || LEVELS[0];
      const half = room / 2 / this.level.perDay;
      this.at = to - from < 2 * half ? (from + to) / 2 : from + half;  // what does not fit is read from its beginning
    }
    /* Sets how lanes are made and what day is taken for today; what is empty or wrong is as the page has it. */
    set({ lanes, today }) {
      const { by, asOf } = this.box.dataset;
      if (lanes !== undefined) { this.by = this.names[lanes] ? lanes : by; }
      if (today !== undefined) { this.asOf = Timeline.lastDay(today) ? today : asOf; }
      this.today = Timeline.lastDay(this.asOf);
      this.box.querySelector("[name=lanes]").value = this.by;
      this.box.querySelector("[name=today]").value = this.asOf === asOf ? "" : this.asOf;
    }

    /* Lays everything out anew, after a change of filter, lanes, zoom or width. */
    arrange() {
      if (!this.visible) { return; }
      const held = this.held();
      this.rows.replaceChildren();
      this.drawn.clear();
      this.lanes = this.grouped().map(group => this.laid(group));
      let top = AXIS;
      this.lanes.forEach(one => { one.top = top; top += one.height; this.rows.append(this.row(one)); });
      this.field.style.width = this.x(this.last) + this.width / 2 + "px";
      this.field.style.height = top + "px";
      this.keep(top);
      this.line.style.left = this.x(this.today) + "px";
      this.line.textContent = "as of " + this.asOf;
      this.box.querySelector(".zoom output").textContent = this.level.words;
      this.goTo(this.at);
      this.render(true);
      this.arranged();
      if (held) { this.hold(this.find(held)); }
    }
    /* At first the plane is as high as the room that the page has kept for it, unless it needs much less. */
    keep(needed) {
      this.scroller.style.height = this.room && this.room - needed < SPARE ? this.room + "px" : "";
      this.room = 0;
    }
    grouped() {
      const groups = new Map(this.names[this.by].map(([key, name]) => [key, { key, name, entries: [] }]));
      this.shown.forEach(entry => {
        (entry[this.by].length ? entry[this.by] : [""]).forEach(key => groups.get(key).entries.push(entry));
      });
      return Array.from(groups.values()).filter(group => group.entries.length);
    }
    laid(group) {
      const x = day => this.x(day);
      x.perDay = this.level.perDay;
      return Object.assign(group, lane(group.entries, x, this.today));
    }
    row(one) {
      const row = make("div", "lane" + (this.by === "organisation" && one.key ? " org-" + one.key : ""));
      row.style.top = one.top + "px";
      row.style.height = one.height + "px";
      const name = make("span", "lane-name");
      name.append(make("span", "", one.name), make("span", "count", String(one.entries.length)));
      row.append(name);
      one.row = row;
      return row;
    }

    /* Puts a day at the centre of the view. */
    goTo(day) {
      this.at = Math.min(this.last, Math.max(this.first, day));
      const left = this.x(this.at) - NAMES - this.width / 2;
      if (Math.abs(left - this.left) <= 1) { return; }
      this.scroller.scrollLeft = left;
      this.left = this.scroller.scrollLeft;
    }
    /* Pixels from the left of the view, of a place in the window. */
    within(clientX) { return clientX - this.scroller.getBoundingClientRect().left - this.scroller.clientLeft; }
    /* The day at x pixels from the left of the view, and how to bring one there. */
    off(x) { return (x - NAMES - this.width / 2) / this.level.perDay; }
    under(x) { return this.at + this.off(x); }
    carry(day, x) {
      this.goTo(day - this.off(x));
      this.render(false);
      this.changed("pan");
    }
    /* Zooms by steps; the day at x pixels from the left of the view (else its centre) stays there. */
    zoom(steps, x) {
      const index = Math.min(LEVELS.length - 1, Math.max(0, LEVELS.indexOf(this.level) + steps));
      if (LEVELS[index] === this.level) { this.said("Zoom: " + this.level.words + (steps > 0 ? ", the closest" : ", the widest")); return; }
      const middle = NAMES + this.width / 2, kept = this.under(x ?? middle);
      this.level = LEVELS[index];
      this.at = kept - this.off(x ?? middle);
      this.arrange();
      this.said("Zoom: " + this.level.words + ". In view: " + this.inWords());
      this.changed("zoom");
    }
    inWords() {
      const [left, right] = this.view.map(day => Timeline.iso(day).slice(0, this.level.lower > 1 ? 4 : 7));
      return left === right ? left : left + " to " + right;
    }
    /* After a scroll: the centre is what is in the middle now. */
    scrolled() {
      if (!this.visible) { return; }
      const left = this.scroller.scrollLeft;
      this.top = this.scroller.scrollTop;
      if (Math.abs(left - this.left) >= 1) {
        this.left = left;
        this.at = this.dayAt(left + NAMES + this.width / 2);
        this.changed("pan");
      }
      this.render(false);
    }

    /* Brings the marks in view and a little around into the page, and takes the others out. */
    render(anew) {
      const { left, top } = this;
      const cell = Math.floor(left / 200) + ":" + Math.floor(top / 100);
      if (this.onView) { this.onView(this); }
      if (!anew && cell === this.cell) { return; }
      this.cell = cell;
      const right = left + this.across + AROUND, bottom = top + this.tall + ABOVE;
      const wanted = new Set();
      this.lanes.forEach(one => {
        if (one.top > bottom || one.top + one.height < top - ABOVE) { return; }
        one.boxes.forEach(box => {
          if (box.x < right && box.x + box.w > left - AROUND) { wanted.add(box); if (!this.drawn.has(box)) { this.draw(one, box); } }
        });
      });
      this.drawn.forEach((mark, box) => {
        if (!wanted.has(box) && mark !== document.activeElement) { mark.remove(); this.drawn.delete(box); }
      });
      this.ticks(this.dayAt(left - AROUND), this.dayAt(right));
      this.rove();
    }
    draw(one, box) {
      const mark = Timeline.mark(box, this.by === "organisation" ? "" : undefined);
      mark.style.left = box.x + "px";
      mark.style.width = box.w + "px";
      mark.style.top = PAD + box.row * ROW + "px";
      mark.classList.toggle("long", box.w > LONG);
      mark.classList.toggle("later", box.entries.every(entry => entry.first > this.today));
      mark.box = box;
      mark.lane = one;
      this.drawn.set(box, mark);
      one.row.append(mark);
    }
    ticks(first, last) {
      const { upper, lower } = this.level, cells = [], lines = [];
      const heads = ticks(first, last, upper, false), marks = ticks(first, last, lower, true);
      heads.forEach((tick, index) => {
        const cell = make("div", "upper"), next = heads[index + 1];
        cell.append(make("span", "", tick.text));
        cell.style.left = this.x(tick.day) + "px";
        cell.style.width = (next ? this.x(next.day) - this.x(tick.day) : 200) + "px";
        cells.push(cell);
        lines.push(this.gridLine(tick, "major"));
      });
      marks.forEach(tick => {
        const cell = make("div", "lower", tick.text);
        cell.style.left = this.x(tick.day) + "px";
        cells.push(cell);
        lines.push(this.gridLine(tick, ""));
      });
      this.axis.replaceChildren(make("div", "corner"), ...cells);
      this.grid.replaceChildren(...lines);
    }
    gridLine(tick, className) {
      const line = make("div", className);
      line.style.left = this.x(tick.day) + "px";
      return line;
    }

    /* One mark at a time can be reached with Tab: the one last used, else the first in view. */
    rove() {
      const left = this.left + NAMES;
      if (!this.drawn.has(this.current)) {
        this.current = Array.from(this.drawn.keys()).find(box => box.x >= left);
      }
      this.drawn.forEach((mark, box) => { mark.tabIndex = box === this.current ? 0 : -1; });
    }
    held() {
      const mark = document.activeElement;
      return mark && this.scroller.contains(mark) && mark.box ? { entry: mark.box.entries[0], key: mark.lane.key } : null;
    }
    find(held) {
      const one = this.lanes.find(each => each.key === held.key) || this.lanes.find(each => each.entries.includes(held.entry));
      return one && one.boxes.find(box => box.entries.includes(held.entry));
    }
    /* Moves the focus to a box, bringing it into view. */
    hold(box) {
      if (!box) { this.scroller.focus(); return; }
      const left = this.scroller.scrollLeft + NAMES, one = this.lanes.find(each => each.boxes.includes(box));
      const shown = box.x >= left && box.x + 24 <= left + this.width;
      if (!shown) { this.goTo(this.dayAt(box.x)); this.changed("pan"); }
      const above = this.scroller.scrollTop, y = one.top + box.row * ROW;
      if (y < above + AXIS || y + 40 > above + this.scroller.clientHeight) { this.scroller.scrollTop = y - this.scroller.clientHeight / 2; this.top = this.scroller.scrollTop; }
      this.current = box;
      this.render(true);
      this.drawn.get(box).focus({ preventScroll: true });
    }
  }
  Plane.NAMES = NAMES;
  return Plane;
})();
