/* Marks of the plane (a link for one entry, a button for several) and what keys and pointers do to them. */
(function () {
  "use strict";
  const make = Timeline.make;

  Timeline.mark = function (box, sameOrganisation) {
    const entry = box.entries[0], several = box.kind === "cluster";
    const mark = make(several ? "button" : "a", "mark " + box.kind + (box.soft && !several ? " soft" : ""));
    const words = several ? box.entries.length + " entries, " + entry.when + " to " + box.entries[box.entries.length - 1].when
      : entry.when + " – " + entry.label;
    mark.title = words;
    mark.setAttribute("aria-label", words);
    mark.classList.toggle("rival", box.entries.some(one => one.disputed));
    if (sameOrganisation === undefined && entry.organisation.length) { mark.classList.add("org-" + entry.organisation[0]); }
    if (several) {
      mark.type = "button";
      mark.dataset.ids = box.entries.map(one => one.id).join(" ");
      mark.setAttribute("aria-haspopup", "dialog");
      mark.textContent = box.entries.length;
      return mark;
    }
    mark.dataset.id = entry.id;
    mark.href = entry.href;
    mark.draggable = false;
    const shape = make("span", "shape");
    if (box.kind === "bar") {
      shape.style.setProperty("--a", box.a * 100 + "%");
      shape.style.setProperty("--b", box.b * 100 + "%");
    }
    mark.append(shape);
    if (box.labelled) { mark.append(make("span", "text", entry.label)); }
    return mark;
  };

  /* What a cluster is called in an address: its lane and the date of its first entry, which no other has. */
  function nameOf(lane, box) { return lane.key + " " + box.entries[0].date; }
  /* Opens the list of a cluster; Escape closes it and the focus returns. */
  function open(plane, lane, box) {
    const { dialog } = plane, sorted = box.entries.slice().sort((a, b) => a.from < b.from ? -1 : a.from > b.from ? 1 : 0);
    const first = sorted[0].when, last = sorted[sorted.length - 1].when;
    dialog.querySelector("h2, h3").textContent = sorted.length + " entries, " + (first === last ? first : first + " to " + last);
    dialog.querySelector("ol").replaceChildren(...sorted.map(one => {
      const row = one.row.cloneNode(true);
      row.hidden = false;
      row.querySelectorAll("sup.cite").forEach(cite => cite.remove());
      return row;
    }));
    plane.opened = nameOf(lane, box);
    dialog.showModal();
  }
  /* Opens the cluster of this name, or none; says whether it is there. */
  Timeline.reopen = function (plane, name) {
    const { dialog } = plane;
    if (dialog.open && plane.opened === name) { return true; }
    if (dialog.open) { dialog.close(); }
    const has = lane => lane.boxes.find(box => box.kind === "cluster" && nameOf(lane, box) === name);
    const lane = name && plane.lanes.find(has);
    if (lane) {
      plane.hold(has(lane));
      open(plane, lane, has(lane));
    }
    return Boolean(lane);
  };

  /* From a mark: left and right in its row's order, up and down to the nearest mark of the next lane. */
  function neighbour(plane, mark, key) {
    const { box, lane } = mark, inOrder = lane.boxes.slice().sort((a, b) => a.x - b.x || a.row - b.row);
    const place = inOrder.indexOf(box);
    if (key === "ArrowLeft") { return inOrder[place - 1]; }
    if (key === "ArrowRight") { return inOrder[place + 1]; }
    const next = plane.lanes[plane.lanes.indexOf(lane) + (key === "ArrowDown" ? 1 : -1)];
    return next && next.boxes.reduce((best, one) => Math.abs(one.x - box.x) < Math.abs(best.x - box.x) ? one : best);
  }
  function key(plane, event) {
    if (event.altKey || event.metaKey || event.ctrlKey) { return; }
    const mark = event.target.closest(".mark"), { scroller } = plane;
    const step = { "+": 1, "=": 1, "-": -1, "−": -1 }[event.key];
    if (step) { plane.zoom(step); }
    else if (mark && event.key.startsWith("Arrow")) { const next = neighbour(plane, mark, event.key); if (next) { plane.hold(next); } }
    else if (mark && event.key === "Escape") { scroller.focus(); }
    else if (event.key === "Home") { scroller.scrollLeft = 0; }
    else if (event.key === "End") { scroller.scrollLeft = scroller.scrollWidth; }
    else { return; }
    event.preventDefault();
  }
  /* The mouse drags the plane; touch scrolls it anyway. A drag is not a click. */
  function drag(plane) {
    const { scroller } = plane;
    let from = null, moved = false;
    scroller.addEventListener("pointerdown", event => {
      if (event.pointerType !== "mouse" || event.button !== 0) { return; }
      from = { x: event.clientX, y: event.clientY, left: scroller.scrollLeft, top: scroller.scrollTop };
      moved = false;
    });
    window.addEventListener("pointermove", event => {
      if (!from) { return; }
      moved = moved || Math.abs(event.clientX - from.x) + Math.abs(event.clientY - from.y) > 4;
      if (!moved) { return; }
      scroller.classList.add("dragged");
      scroller.scrollTo(from.left - event.clientX + from.x, from.top - event.clientY + from.y);
    });
    window.addEventListener("pointerup", () => { from = null; scroller.classList.remove("dragged"); });
    scroller.addEventListener("click", event => {
      if (moved) { event.preventDefault(); event.stopPropagation(); moved = false; }
    }, true);
  }

  /* Two fingers zoom: a step each time they are as much further apart, or closer; the day between them stays there. */
  function pinch(plane) {
    const { scroller } = plane, STEP = 1.6;
    let apart = 0, day = 0;
    function between(event) {
      const [one, other] = event.touches;
      return { x: plane.within((one.clientX + other.clientX) / 2),
        apart: Math.hypot(one.clientX - other.clientX, one.clientY - other.clientY) };
    }
    function move(event) {
      if (event.touches.length !== 2 || !apart) { return; }
      const now = between(event), steps = Math.trunc(Math.log(now.apart / apart) / Math.log(STEP));
      event.preventDefault();
      plane.carry(day, now.x);
      if (steps) { apart = now.apart; plane.zoom(steps, now.x); }
    }
    function end() { apart = 0; }
    /* A finger's events go to the mark it first touched, even when that has left the page. */
    scroller.addEventListener("touchstart", event => {
      if (event.touches.length !== 2) { return; }
      const now = between(event);
      event.preventDefault();
      apart = now.apart;
      day = plane.under(now.x);
      Array.from(event.touches, touch => touch.target).forEach(target => {
        target.addEventListener("touchmove", move, { passive: false });
        ["touchend", "touchcancel"].forEach(name => target.addEventListener(name, end));
      });
    }, { passive: false });
  }

  Timeline.handle = function (plane) {
    const { box, scroller } = plane;
    let asked = 0;
    scroller.addEventListener("scroll", () => {
      if (!asked) { asked = requestAnimationFrame(() => { asked = 0; plane.scrolled(); }); }
    }, { passive: true });
    scroller.addEventListener("wheel", event => {
      if (!event.ctrlKey) { return; }
      event.preventDefault();
      if (Date.now() - (plane.wheeled || 0) < 150) { return; }
      plane.wheeled = Date.now();
      plane.zoom(event.deltaY < 0 ? 1 : -1, plane.within(event.clientX));
    }, { passive: false });
    scroller.addEventListener("keydown", event => key(plane, event));
    scroller.addEventListener("click", event => {
      const mark = event.target.closest("button.mark");
      if (!mark) { return; }
      plane.current = mark.box;
      open(plane, mark.lane, mark.box);
      plane.changed("open");
    });
    plane.dialog.addEventListener("click", event => { if (event.target === plane.dialog) { plane.dialog.close(); } });
    plane.dialog.addEventListener("close", () => plane.changed("close"));
    drag(plane);
    pinch(plane);
    box.querySelectorAll("[data-zoom]").forEach(button => {
      button.addEventListener("click", () => plane.zoom(button.dataset.zoom === "in" ? 1 : -1));
    });
  };
})();
