/* The maps of an answer, one for each side, drawn from the shapes that the page has. */
import { iso, words } from "../shared/days.js";
import { maybe } from "../shared/page.js";
import { isOrganisation } from "./data.js";
import { Html, html } from "./html.js";
import { CERTAIN, UNKNOWN } from "./steps.js";

/** @import { Common } from "./common.js" */
/** @import { Data, Side } from "./data.js" */

/** The shade of a member of one organisation alone, of one of all of them, and the darkest of all. */
const ALONE = 3, SHARED = 9, MOST = 9;

/** @param {Side} side */
const drawn = ({ id }) => document.getElementById(`p-${id}`) !== null;

export class Maps {
  /**
   * @param {Data} data
   * @param {Common} common
   * @param {Side[]} sides
   * @param {number} day
   */
  constructor(data, common, sides, day) {
    this.data = data;
    this.common = common;
    this.sides = sides;
    this.day = day;
    this.states = data.sides.filter((side) => !isOrganisation(side) && drawn(side));
    /** The names of the large states, as the page has them. */
    this.names = new Html(maybe(document, ".shared-parts .names", SVGElement)?.outerHTML ?? "");
    this.when = day === data.last ? `in ${data.asOf}` : `on ${words(day)}`;
  }

  whole() {
    const { said } = this.data.maps, kinds = [true, false].filter((kind) => (
      this.sides.some((one) => isOrganisation(one) === kind)
    ));
    const notes = kinds.map((kind) => said[kind ? 0 : 1]);
    return html`<div class="side-maps">${this.sides.map((side) => this.panel(side))}</div>
      <p class="note of-maps">${notes.join(" ")} ${said[2]}</p>`;
  }

  /** @param {Side} side */
  panel(side) {
    const of = isOrganisation(side), { atlas } = this.data.addresses, [width, height] = this.data.maps.size;
    const shades = of ? this.members(side) : this.sharing(side);
    const marked = this.sides.filter((one) => !isOrganisation(one) && drawn(one)).map(({ id }) => use(id, "marked"));
    const label = this.data.maps.of[of ? 0 : 1];
    return html`<figure class="drawn-map ${of ? `org-${side.id}` : ""}"><svg viewBox="0 0 ${width} ${height}" role="img"
      aria-label="${label} ${side.name} ${this.when}"><rect class="sea" width="${width}" height="${height}"/>
      <use href="#p-base"/>${shades}${marked}${this.names}</svg><figcaption>
      <a href="${side.href}${of ? "#members" : ""}"><strong>${side.name}</strong></a> ${this.when}${of && atlas
        ? html`, <a href="${atlas}?date=${iso(this.day)}&organisation=${side.id}">in the atlas</a>` : ""}</figcaption>
      </figure>`;
  }

  /** @param {Side} side */
  members(side) {
    const others = this.sides.filter((one) => isOrganisation(one) && one !== side);
    return this.states.map((state) => {
      const { sure } = this.common.belongs(side, state, this.day);
      const shared = others.length && others.every((other) => (
        this.common.belongs(other, state, this.day).sure > UNKNOWN
      ));
      return shade(state.id, shared ? SHARED : ALONE, sure);
    });
  }

  /** @param {Side} side */
  sharing(side) {
    const own = this.data.sides.filter((one) => isOrganisation(one) && !one.part)
      .map((one) => ({ one, sure: this.common.belongs(one, side, this.day).sure }))
      .filter(({ sure }) => sure > UNKNOWN);
    return this.states.filter((state) => state !== side).map((state) => {
      const found = own.map(({ one, sure }) => Math.min(sure, this.common.belongs(one, state, this.day).sure))
        .filter((sure) => sure > UNKNOWN);
      return found.length ? shade(state.id, Math.min(found.length, MOST), Math.min(...found)) : "";
    });
  }
}

/**
 * @param {string} id
 * @param {number} dark
 * @param {number} sure
 * @returns {Html | string}
 */
function shade(id, dark, sure) {
  if (!sure) { return ""; }
  return use(id, sure === UNKNOWN ? "not-known" : `n${dark}${sure < CERTAIN ? " perhaps" : ""}`);
}

/**
 * @param {string} id
 * @param {string} name
 */
const use = (id, name) => html`<use href="#p-${id}" class="${name}"/>`;
