/* The list: what is in view on the plane, by year, of which as many are in the page as somebody asks for; what is
   certain comes before what is merely possible. */
import { year } from "../shared/days.js";
import { make } from "../shared/make.js";
import { one } from "../shared/page.js";

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
    this.button.addEventListener("click", () => { this.draw(this.drawn + MORE); });
    this.drawn = 0;
    box.hidden = false;
  }

  /**
   * @param {string} said
   * @param {Section[]} sections
   * @param {number} [most] how many rows at first
   */
  show(said, sections, most = FEW) {
    this.said.textContent = said;
    this.sections = sections;
    this.draw(most);
  }

  /** @param {number} most */
  draw(most) {
    const made = document.createDocumentFragment();
    let room = most;
    this.sections.forEach(({ heading, entries }) => {
      if (!room || !entries.length) { return; }
      if (heading) { made.append(make("p", "sort", heading)); }
      byYear(entries.slice(0, room), made);
      room = Math.max(0, room - entries.length);
    });
    const left = this.sections.reduce((sum, { entries }) => sum + entries.length, -most);
    this.drawn = most;
    this.rows.replaceChildren(made);
    this.button.hidden = left <= 0;
    this.button.textContent = `Show more (${left})`;
  }
}
