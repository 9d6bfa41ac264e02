/* The timeline put together. On its own page the whole state stands in the address, so that a copied link
   shows the same, and Back undoes one step; on other pages a plane stands beside its list, alone.
   Without script the lists and a drawing stand. */
(function () {
  "use strict";
  const { LEVELS } = Timeline.layout, { lastDay, iso } = Timeline;

  /* A plane with its minimap, in place of the drawing before it. */
  function planeOf(box, entries, said, changed) {
    const plane = new Timeline.Plane(box, entries, said, changed), map = Timeline.minimap(plane);
    plane.arranged = () => { map.draw(); map.view(); };
    box.previousElementSibling.hidden = true;
    box.hidden = false;
    return plane;
  }
  /* Lays a plane out when its width is first known (after place(), before then()), and whenever it changes. */
  function onWidth(plane, place, then) {
    let width = 0;
    new ResizeObserver(() => {
      const before = width, tall = plane.tall;
      width = plane.measure();
      if (width === before) {
        if (width && plane.tall > tall) { plane.render(true); }
        return;
      }
      if (!before) { place(); }
      plane.arrange();
      if (!before) { then(); }
    }).observe(plane.scroller);
  }
  /* What the two fields above a plane do: chosen(name, value) after each choice. */
  function fields(plane, chosen) {
    ["lanes", "today"].forEach(name => {
      const field = plane.box.querySelector(`[name=${name}]`);
      field.addEventListener("change", () => {
        if (!field.reportValidity()) { return; }
        plane.set({ [name]: field.value.trim() });
        plane.arrange();
        plane.said(name === "lanes" ? "Lanes by " + field.value : "As of " + plane.asOf);
        chosen(name, field.value.trim());
      });
    });
  }

  /* A plane on an item's page or in an essay: its entries are in the list beside it. */
  function drawn(box) {
    const scope = box.closest(".own-timeline, .embedded-timeline") || document, status = box.querySelector(".plane-said");
    const plane = planeOf(box, Timeline.entries(scope), text => { status.textContent = text; }, () => {});
    fields(plane, () => {});
    onWidth(plane, () => plane.fit(), () => {});
  }
  /* Room for it is kept; each is drawn once a reader comes near it (near.js fetches this script for the first). */
  function alone(box) {
    const near = new IntersectionObserver(seen => {
      if (seen.some(one => one.isIntersecting)) { near.disconnect(); drawn(box); }
    }, { rootMargin: "600px" });
    near.observe(box);
  }

  /* The timeline's own page. */
  class Whole {
    constructor(element) {
      this.form = new Timeline.Form(element);
      this.entries = Timeline.entries(document);
      this.list = Timeline.list(this.entries);
      const box = document.querySelector(".whole-timeline .moving");
      if (box) { this.withPlane(box); }
      this.listen(element);
      element.hidden = false;
      this.open();
    }
    withPlane(box) {
      this.plane = planeOf(box, this.entries, text => this.form.say(text), how => this.moved(how));
      fields(this.plane, (name, value) => {
        this.state[name] = name === "lanes" && value === box.dataset.by ? "" : value;
        Timeline.address.write(this.state, true);
      });
      onWidth(this.plane, () => this.place(), () => this.reopen());
    }
    listen(element) {
      element.addEventListener("change", () => this.changed());
      element.addEventListener("submit", event => { event.preventDefault(); this.changed(); });
      element.addEventListener("reset", event => { event.preventDefault(); this.clear(); });
      element.querySelectorAll("[data-download]").forEach(button => button.addEventListener("click", () => {
        Timeline.taking.download(button.dataset.download, this.chosen, this.form.inWords(this.state));
      }));
      element.querySelector("[data-cite]").addEventListener("click", () => this.cite(element.dataset));
      window.addEventListener("popstate", () => this.open());
    }
    /* Shows what the address says. */
    open() {
      clearTimeout(this.waiting);
      this.state = Timeline.address.read();
      this.form.write(this.state);
      this.stepped = false;
      this.apply();
      if (this.plane && this.plane.visible) { this.reopen(); }
    }
    reopen() {
      if (!Timeline.reopen(this.plane, this.state.open)) { this.state.open = ""; }
    }
    /* Finds the entries that fit and shows them in list, counts and plane. */
    apply(place = true) {
      const { chosen, counts } = Timeline.filter.apply(this.entries, this.state);
      this.chosen = chosen;
      this.list(chosen);
      this.form.counted(counts, chosen.filter(one => one.disputed).length);
      const words = this.form.inWords(this.state);
      this.form.form.querySelector(".in-words").textContent = words ? "Shown: " + words + "." : "";
      this.form.say(chosen.length + " of " + this.entries.length + " entries");
      if (this.plane) {
        if (place) { this.place(); }
        this.plane.show(chosen);
      }
    }
    changed() {
      if (!this.form.form.reportValidity()) { return; }
      this.state = this.form.read(this.state);
      this.form.write(this.state);
      this.apply(false);
      if (this.plane && this.state.at) { this.state.at = iso(this.plane.at); }
      Timeline.address.write(this.state, true);
    }
    clear() {
      const { lanes, zoom, at, today } = this.state, empty = {};
      Object.keys(this.state).forEach(name => { empty[name] = Array.isArray(this.state[name]) ? [] : ""; });
      this.form.write(Object.assign(empty, { lanes, zoom, at, today }));
      this.changed();
    }
    /* The plane as the address asks for it, else fitted to what is shown. */
    place() {
      const { plane, state } = this, level = LEVELS.find(one => one.name === state.zoom), at = lastDay(state.at);
      plane.shown = this.chosen;
      plane.set({ lanes: state.lanes, today: state.today });
      plane.fit();
      if (level) {
        plane.level = level;
        plane.at = Math.min(lastDay(state.to) || Infinity, Math.max(Timeline.day(state.from) || -Infinity, plane.middle()));
      }
      if (at) { plane.at = at; }
    }
    /* A zoom is a step of its own, and so is what is opened; a pan changes the address once it has come to rest. */
    moved(how) {
      clearTimeout(this.waiting);
      if (how === "close") { this.closed(); return; }
      const remember = step => {
        if (step) { this.state.zoom = this.plane.level.name; }
        this.state.at = iso(this.plane.at);
        Timeline.address.write(this.state, step);
      };
      if (how === "open") { this.state.open = this.plane.opened; this.stepped = true; }
      if (how !== "pan") { remember(true); } else { this.waiting = setTimeout(() => remember(false), 200); }
    }
    /* Closing goes back where opening was a step of this reader's. */
    closed() {
      if (!this.state.open) { return; }
      if (this.stepped) { history.back(); return; }
      this.state.open = "";
      Timeline.address.write(this.state, false);
    }
    cite(data) {
      const words = this.form.inWords(this.state) || "all entries";
      Timeline.taking.cite(`“Timeline” (${words}; ${this.chosen.length} of ${this.entries.length} entries). `
        + `${data.name}, as of ${data.asOf}. ${location.href}`);
    }
  }

  const form = document.querySelector("form.timeline-filter");
  if (form) { new Whole(form); }
  document.querySelectorAll(":not(.whole-timeline) > .moving").forEach(alone);
})();
