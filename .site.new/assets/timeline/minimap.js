/* The minimap: how many entries each year has, and a window on what is in view; the window is a slider. */
Timeline.minimap = function (plane) {
  "use strict";
  const map = plane.box.querySelector(".minimap"), frame = map.querySelector(".window"), path = map.querySelector("path");
  const firstYear = Timeline.year(plane.first), years = Timeline.year(plane.last) - firstYear;
  const share = day => (day - plane.first) / (plane.last - plane.first);

  function draw() {
    const counts = new Array(years).fill(0);
    plane.shown.forEach(one => { counts[Timeline.year(Number.isFinite(one.first) ? one.first : one.last - 1) - firstYear] += 1; });
    const most = Math.max(1, ...counts), step = 100 / years;
    path.setAttribute("d", counts.map((count, index) => {
      const height = count ? Math.max(1, 20 * Math.sqrt(count / most)) : 0;
      return `M${(index * step).toFixed(2)} 20v${-height.toFixed(2)}h${(step * 0.85).toFixed(2)}v${height.toFixed(2)}z`;
    }).join(""));
  }
  function view() {
    const [left, right] = plane.view.map(share);
    frame.style.left = Math.max(0, left) * 100 + "%";
    frame.style.width = Math.max(0.005, Math.min(1, right) - Math.max(0, left)) * 100 + "%";
    frame.setAttribute("aria-valuenow", Timeline.year(plane.at));
    frame.setAttribute("aria-valuetext", plane.inWords());
  }
  function go(day) { plane.goTo(day); plane.render(false); plane.changed("pan"); }
  function key(event) {
    const [left, right] = plane.view, whole = right - left;
    const way = { ArrowLeft: -0.1, ArrowRight: 0.1, ArrowDown: -0.1, ArrowUp: 0.1, PageDown: -1, PageUp: 1 }[event.key];
    if (way) { go(plane.at + way * whole); }
    else if (event.key === "Home") { go(plane.first); }
    else if (event.key === "End") { go(plane.last); }
    else if (event.key === "+" || event.key === "=") { plane.zoom(1); }
    else if (event.key === "-") { plane.zoom(-1); }
    else { return; }
    event.preventDefault();
  }
  let grip = null;
  function pointed(event) {
    const box = map.getBoundingClientRect();
    return plane.first + (event.clientX - box.left) / box.width * (plane.last - plane.first);
  }
  map.addEventListener("pointerdown", event => {
    if (event.button !== 0) { return; }
    grip = event.target === frame ? plane.at - pointed(event) : 0;
    map.setPointerCapture(event.pointerId);
    go(pointed(event) + grip);
    frame.focus({ preventScroll: true });
    event.preventDefault();
  });
  map.addEventListener("pointermove", event => { if (grip !== null) { go(pointed(event) + grip); } });
  ["pointerup", "pointercancel"].forEach(name => map.addEventListener(name, () => { grip = null; }));
  frame.addEventListener("keydown", key);
  frame.setAttribute("aria-valuemin", firstYear);
  frame.setAttribute("aria-valuemax", firstYear + years);
  map.querySelector(".first").textContent = firstYear;
  map.querySelector(".last").textContent = firstYear + years - 1;
  plane.onView = view;
  return { draw, view };
};
