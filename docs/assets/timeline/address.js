/* The state of the timeline's page and its address: ?organisation=sco&kind=treaty&from=1996&zoom=year.
   The groups and item are lists (a name may come several times), everything else is a text, empty if not set. */
Timeline.address = (function () {
  "use strict";
  const LISTS = Timeline.GROUPS.concat("item");
  const TEXTS = ["from", "to", "certainty", "q", "disputed", "lanes", "zoom", "at", "today", "open"];

  function read() {
    const asked = new URL(location.href).searchParams, state = {};
    LISTS.forEach(name => { state[name] = asked.getAll(name).filter(Boolean); });
    TEXTS.forEach(name => { state[name] = asked.get(name) || ""; });
    if (!["certain", "doubtful"].includes(state.certainty)) { state.certainty = ""; }
    return state;
  }
  function query(state) {
    const made = new URLSearchParams();
    LISTS.forEach(name => state[name].forEach(id => made.append(name, id)));
    TEXTS.forEach(name => { if (state[name]) { made.set(name, state[name]); } });
    return String(made);
  }
  /* Writes a state: as a step that Back undoes, or in place of the present one. */
  function write(state, step) {
    const text = query(state);
    if ("?" + text === (location.search || "?")) { return; }
    const to = location.pathname + (text ? "?" + text : "");
    if (step) { history.pushState(null, "", to); } else { history.replaceState(null, "", to); }
  }
  return { read, write };
})();
