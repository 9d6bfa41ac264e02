/* The popup of a state or a place: what the lists below say of it for the day. */
import { make } from "../shared/make.js";
import { all, data, maybe, one } from "../shared/page.js";
import { told } from "./spells.js";

/** @import { ByState } from "./spells.js" */

/** How near to the edge of the figure the popup may come, in pixels. */
const EDGE = 8;

/** @param {(Node | string)[]} parts */
function item(parts) {
  const made = make("li");
  made.append(...parts);
  return made;
}

/**
 * @param {number} wanted
 * @param {number} least
 * @param {number} most
 */
const within = (wanted, least, most) => Math.max(least, Math.min(wanted, most));

export class Popup {
  /** @param {HTMLElement} atlas */
  constructor(atlas) {
    this.figure = one(atlas, ".atlas-figure");
    this.map = one(atlas, ".atlas-map", SVGElement);
    this.box = one(atlas, ".atlas-popup");
    /** @type {SVGElement | null} */
    this.opener = null;
    one(this.box, "button").addEventListener("click", () => this.shut(true));
    atlas.addEventListener("keydown", (event) => { if (event.key === "Escape") { this.shut(true); } });
  }

  /** @param {boolean} back whether the focus returns to what opened it */
  shut(back) {
    if (this.box.hidden) { return; }
    this.box.hidden = true;
    if (back) { this.opener?.focus({ preventScroll: true }); }
  }

  /**
   * @param {SVGElement} opener
   * @param {string} title
   * @param {HTMLElement[]} items
   * @param {string} href
   * @param {string} more the words of the link to the whole
   */
  open(opener, title, items, href, more) {
    const list = make("ul"), foot = make("p"), link = make("a", "", more);
    link.href = href;
    foot.append(link);
    list.append(...items);
    one(this.box, ".body").replaceChildren(list, foot);
    one(this.box, "p").textContent = title;
    this.box.hidden = false;
    this.place(maybe(opener, ".hit", SVGElement) ?? opener);
    this.opener = opener;
    this.box.focus({ preventScroll: true });
  }

  /**
   * Puts it below and to the right of what it is about, within the figure.
   * @param {SVGElement} about
   */
  place(about) {
    const { figure, box, map } = this, frame = figure.getBoundingClientRect(), mark = about.getBoundingClientRect();
    const least = figure.scrollLeft + EDGE, most = figure.scrollLeft + figure.clientWidth - box.offsetWidth - EDGE;
    const low = map.getBoundingClientRect().height - box.offsetHeight - EDGE;
    box.style.left = `${within(mark.right - frame.left + figure.scrollLeft, least, most)}px`;
    box.style.top = `${within(mark.bottom - frame.top, EDGE, low)}px`;
  }

  /**
   * @param {SVGElement} link
   * @param {ByState} held
   * @param {string} day in words
   */
  openState(link, held, day) {
    const id = data(link, "state"), badge = one(this.map, `.badge[data-state="${id}"]`, SVGElement);
    const title = data(badge, "title"), from = badge.classList.contains("off") ? link : badge;
    const items = (held[id] ?? []).map((each) => {
      const [, organisation, , since] = each.spell.row.cells;
      return item([`${organisation.textContent}: ${told(each)}, since `, one(since, "a").cloneNode(true)]);
    });
    const said = items.length ? items : [item(["Nothing is recorded for this day."])];
    this.open(from, `${title}, ${day}`, said, badge.getAttribute("href") ?? "", `All about ${title}`);
  }

  /** @param {SVGElement} link */
  openPlace(link) {
    const spot = one(document, `[id="at-${data(link, "place")}"]`), page = one(spot, "p a", HTMLAnchorElement);
    const items = all(spot, "li:not([hidden])").map((each) => /** @type {HTMLElement} */ (each.cloneNode(true)));
    this.open(link, one(spot, ".name").textContent, items, page.getAttribute("href") ?? "", page.textContent);
  }
}
