/* Which entries fit a filter, and how many there would be for each choice. A state holds lists of ids
   for the groups and for item, and texts for from, to, certainty, q and disputed. */
Timeline.filter = (function () {
  "use strict";
  const GROUPS = Timeline.GROUPS;
  const DATE = /^\d{4}(-\d\d){0,2}$/;

  /* The years asked for, as texts that compare with the days of entries. */
  function span(state) {
    const from = DATE.test(state.from) ? state.from + "0000-01-01".slice(state.from.length) : "0000";
    const to = DATE.test(state.to) ? state.to + "9999-12-31".slice(state.to.length) : "9999-12-31";
    return { from, to };
  }
  function within(entry, asked, certainty) {
    if (entry.to < asked.from || entry.from > asked.to) { return false; }
    if (!certainty) { return true; }
    const sure = entry.begun <= asked.to && entry.going >= asked.from;
    return sure === (certainty === "certain");
  }
  /* A test of everything but the groups: dates, words, dispute, chosen items. */
  function other(state) {
    const asked = span(state), words = Timeline.plain(state.q).split(/\s+/).filter(Boolean);
    return entry => within(entry, asked, state.certainty) && (!state.disputed || entry.disputed)
      && (!state.item.length || state.item.includes(entry.id)) && words.every(word => entry.text.includes(word));
  }
  /* The entries that fit, and for each group the number there would be of each choice in it. */
  function apply(entries, state) {
    const fits = other(state), active = GROUPS.filter(name => state[name].length);
    const counts = {}, chosen = [];
    GROUPS.forEach(name => { counts[name] = {}; });
    const count = (entry, name) => entry[name].forEach(id => { counts[name][id] = (counts[name][id] || 0) + 1; });
    entries.forEach(entry => {
      if (!fits(entry)) { return; }
      let missed = 0, group;
      active.forEach(name => { if (!entry[name].some(id => state[name].includes(id))) { missed += 1; group = name; } });
      if (missed === 1) { count(entry, group); }
      if (missed) { return; }
      chosen.push(entry);
      GROUPS.forEach(name => count(entry, name));
    });
    return { chosen, counts };
  }
  return { apply, span };
})();
