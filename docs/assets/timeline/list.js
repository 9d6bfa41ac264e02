/* The list in document order, by year: shows the chosen entries, hides years that have none, also in the
   table of contents. */
Timeline.list = function (entries) {
  "use strict";
  const years = new Map(Array.from(document.querySelectorAll("div.year"), year => {
    const heading = year.previousElementSibling;
    const link = document.querySelector(`.md-nav--secondary a[href="#${CSS.escape(heading.id)}"]`);
    return [year, { parts: [year, heading, link && link.closest("li")].filter(Boolean), entries: [] }];
  }));
  entries.forEach(entry => years.get(entry.row.closest("div.year")).entries.push(entry));

  /* What is hidden is remembered, as to ask thousands of rows for it takes longer than all the rest. */
  const gone = new Set();
  function hide(element, hidden) {
    if (gone.has(element) === hidden) { return; }
    element.hidden = hidden;
    if (hidden) { gone.add(element); } else { gone.delete(element); }
  }
  return function (chosen) {
    const kept = new Set(chosen);
    years.forEach(year => {
      year.entries.forEach(entry => hide(entry.row, !kept.has(entry)));
      const empty = !year.entries.some(entry => kept.has(entry));
      year.parts.forEach(part => hide(part, empty));
    });
  };
};
