/* The list: what is chosen, or of that what is in view on the plane, by year; as many rows are in the page as somebody
   asks for. What is certain comes before what is merely possible. */
import { year } from "../shared/days.js";
import { make } from "../shared/make.js";
import { one } from "../shared/page.js";
import { equal } from "./telling.js";

/** @import { Entry } from "./entries.js" */
/** @typedef {{ heading: string, entries: Entry[] }} Section Entries under a heading, or under none. */

const FEW = 40, MORE = 200;

/**
 * The year under which an entry stands.
 * @param {Entry} entry
 */
const listedIn = ({ first, last }) => year(Number.isFinite(first) ? first : last - 1);

/**
 * Entries by year: a heading for each, which leads to its page, and its rows.
 * @param {Entry[]} entries in order
 * @param {Node} into
 */
function byYear(entries, into) {
  let before = NaN, list = make("ol", "timeline");
  entries.forEach((entry) => {
    const here = listedIn(entry);
    if (here !== before) {
      const heading = make("h2"), link = make("a", "", String(here)), box = make("div", "year");
      link.href = entry.year.replace(/#.*/, "");
      heading.append(link);
      list = make("ol", "timeline");
      box.append(list);
      into.appendChild(heading);
      into.appendChild(box);
    }
    before = here;
    list.append(entry.row);
  });
}

export class List {
  /** @param {HTMLElement} box */
  constructor(box) {
    this.said = one(box, ".listed-said");
    this.rows = one(box, ".rows");
    this.button = one(box, "button");
    /** @type {Section[]} */
    this.sections = [];
    /** How many rows a reader wants to see. */
    this.most = FEW;
    this.button.addEventListener("click", () => {
      this.most += MORE;
      this.draw(this.sections, this.most);
    });
    box.hidden = false;
  }

  /**
   * Shows entries, at first a few; where they are those of before, as many as there were.
   * @param {string} said
   * @param {Section[]} sections
   */
  show(said, sections) {
    this.said.textContent = said;
    if (sections.every(({ entries }, at) => equal(entries, this.sections[at]?.entries ?? []))) { return; }
    this.sections = sections;
    this.most = FEW;
    this.draw(sections, FEW);
  }

  /**
   * Has on paper all there is, then again what was shown.
   * @param {Section[]} [sections]
   */
  print(sections) { this.draw(sections ?? this.sections, sections ? Infinity : this.most); }

  /**
   * @param {Section[]} sections
   * @param {number} most how many rows
   */
  draw(sections, most) {
    const made = document.createDocumentFragment();
    let room = most;
    sections.forEach(({ heading, entries }) => {
      if (!room || !entries.length) { return; }
      if (heading) { made.append(make("p", "sort", heading)); }
      byYear(entries.slice(0, room), made);
      room = Math.max(0, room - entries.length);
    });
    const left = sections.reduce((sum, { entries }) => sum + entries.length, -most);
    this.rows.replaceChildren(made);
    this.button.hidden = left <= 0;
    this.button.textContent = `Show more (${left})`;
  }
}
