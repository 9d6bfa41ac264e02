/* The answer: everything two to four sides are compared by, as HTML. */
import { band } from "./band.js";
import { isOrganisation } from "./data.js";
import { html } from "./html.js";
import { Maps } from "./maps.js";
import { joined, link, pageOf, rows, section } from "./parts.js";
import { everySpell } from "./spells.js";
import { CERTAIN } from "./steps.js";
import { chart, periods } from "./years.js";

/** @import { Data, Side, Tally } from "./data.js" */
/** @import { Common, Found, Group } from "./common.js" */
/** @import { Value } from "./html.js" */

const LEVELS = [3, 2, 1, 0];

export class Answer {
  /**
   * @param {Data} data
   * @param {Common} common
   * @param {Side[]} sides
   */
  constructor(data, common, sides) {
    this.data = data;
    this.common = common;
    this.sides = sides;
    this.organisations = sides.filter(isOrganisation);
    this.states = sides.filter((side) => !isOrganisation(side));
    /** The sides of each kind of which there is one. */
    this.kinds = [this.organisations, this.states].filter((own) => own.length);
    this.every = sides.length > 2 ? "all" : "both";
  }

  /**
   * All of it, for a day.
   * @param {string} name
   * @param {number} day
   */
  whole(name, day) {
    const { data: { words }, sides } = this, [a, b] = sides, part = this.inPart();
    const [map, time, over, spells, beside, descent, disputes] = words.heads, mixed = this.kinds.length > 1;
    const page = !mixed && sides.length === 2 && a.page && b.page ? pageOf(a, b) : "";
    return html`<h2 tabindex="-1">${name}</h2>
      ${mixed ? html`<table class="compared">${rows(null, this.standing(day))}</table>` : ""}
      ${this.kinds.filter((own) => own.length > 1).map((own) => html`${mixed ? html`<h3>${this.what(own)}</h3>` : ""}
        <table class="compared">${
        rows(null, this.common.on(own, day).filter((group) => this.isTold(group, own))
          .map((group) => [this.head(group, own), this.told(group.found, true)]))}</table>`)}
      ${part && html`<p class="note">${part}: ${words.part}</p>`}
      ${page && html`<p><a href="${page}">${words.page}</a></p>`}
      ${document.getElementById("p-base") ? section(map, new Maps(this.data, this.common, sides, day).whole()) : ""}
      ${section(time, band(this.data, this.common, sides))}
      ${mixed ? "" : section(over, this.years())}
      ${section(spells, everySpell(this.data, sides, spells))}
      ${section(beside, this.kinds.map((own) => this.beside(own)))}
      ${this.organisations.length > 1 ? section(descent, this.descent()) : ""}
      ${this.data.parts.map(([several, did], i) => section(this.listed(several, did), this.naming(i)))}
      ${section(disputes, this.disputes())}`;
  }

  /**
   * Of two sides each has its line, of more only who has anything, and all.
   * @param {Group} group
   * @param {Side[]} own
   */
  isTold({ of, found }, own) { return own.length === 2 || of.length === own.length || found.length > 0; }

  /**
   * What sides of one kind have in common.
   * @param {Side[]} own
   */
  what([side]) { return isOrganisation(side) ? "Members" : "Organisations"; }

  /**
   * @param {Group} group
   * @param {Side[]} own
   */
  head({ of }, own) {
    if (of.length < own.length) { return `${joined(of)} ${of.length > 1 ? "only" : "alone"}`; }
    return own.length > 2 ? "All" : "Both";
  }

  /** What each state was in each organisation. @param {number} day @returns {Value[][]} */
  standing(day) {
    const { words, spells } = this.data;
    return this.states.flatMap((state) => this.organisations.map((side) => {
      const { sure, silent } = this.common.belongs(side, state, day);
      const own = spells.filter(([organisation, who]) => organisation === side.n && who === state.n);
      const told = own.map(([, , inWords]) => inWords).join("; ");
      const standing = words.standing[silent && !sure ? 4 : sure];
      const evidence = told && html`<br><a href="${side.href}#members">${told}</a>`;
      return [html`${link(state)} in ${link(side)}`, html`<b>${standing}</b>${evidence}`];
    }));
  }

  /** The names of those whose members are listed in part. */
  inPart() {
    const among = this.organisations.length ? this.organisations : this.data.sides;
    return among.filter(({ part }) => part).map(({ name }) => name).join(", ");
  }

  /** @param {number[]} sides */
  names(sides) { return this.sides.every(({ n }) => sides.includes(n)); }

  /** @param {number} index */
  item(index) {
    const { addresses, items } = this.data;
    return html`<a href="${addresses.items[index]}">${items[index][0]}</a>`;
  }

  /** @param {Value[]} lines */
  list(lines) {
    return lines.length ? html`<ul>${lines.map((line) => html`<li>${line}</li>`)}</ul>` : this.none("p");
  }

  /** @param {"p" | "span"} tag */
  none(tag) { return html`<${tag} class="note">${this.data.words.none}</${tag}>`; }

  /**
   * Sides by how sure they are; full: with links, and also said where there are none.
   * @param {Found} found
   * @param {boolean} [full]
   * @returns {Value}
   */
  told(found, full) {
    if (!found.length && full) { return this.none("span"); }
    return LEVELS.map((level) => this.level(level, found.filter(([, sure]) => sure === level), full));
  }

  /**
   * @param {number} level
   * @param {Found} own
   * @param {boolean} [full]
   */
  level(level, own, full) {
    if (!own.length) { return ""; }
    const { words, sides } = this.data;
    const note = full || level < CERTAIN ? html`<span class="note">${words.levels[level]}</span> ` : "";
    const named = own.map(([n], i) => [i ? ", " : "", full ? link(sides[n]) : sides[n].name]);
    return html`<span class="sure">${note}<b>${own.length}</b> ${named}</span> `;
  }

  years() {
    const { data, sides } = this;
    const years = data.ends.map(([day, year]) => ({ year, groups: this.common.on(sides, day) }));
    const heads = sides.length > 2 ? ["All"] : years[0].groups.map((group) => this.head(group, sides));
    return [chart(data, years, this.what(sides)), periods(data, years, heads, (found) => this.told(found))];
  }

  /**
   * Dates and counts of sides of one kind.
   * @param {Side[]} own
   */
  beside(own) {
    const { cells, tallies } = this.data.labels[own[0].kind];
    return html`<table class="compared">${rows(["", ...own.map(link)], [
      ...cells.map((label, i) => [label, ...own.map(({ cells: told, href }) => (
        told[i] ? html`<a href="${href}">${told[i]}</a>` : this.data.words.none
      ))]),
      ...tallies.map((label, i) => [label, ...own.map((side) => this.count(side.tallies[i]))]),
    ])}</table>`;
  }

  /** @param {Tally} tally */
  count([number, first, last]) {
    return html`<b>${number}</b>${this.end("first", first)}${number > 1 ? this.end("last", last) : ""}`;
  }

  /**
   * @param {string} name
   * @param {number | null} index
   */
  end(name, index) {
    return index === null ? "" : html`<br>${name}: ${this.data.items[index][1]}, ${this.item(index)}`;
  }

  descent() {
    const { descent, sides } = this.data, own = this.organisations.map(({ n }) => n);
    return this.list(descent.filter(([later, , earlier]) => own.includes(later) && own.includes(earlier)).map(
      ([later, words, earlier, when]) => (
        html`${link(sides[later])}: ${words} ${link(sides[earlier])}${when && `, ${when}`}`
      ),
    ));
  }

  /**
   * What a list holds: of states what they joined, of organisations what names them.
   * @param {string} several
   * @param {string} did what a state did that joined one of these, if any does
   */
  listed(several, did) {
    if (this.kinds.length > 1) {
      const name = `${several} that name ${joined(this.organisations)}`;
      return did ? `${name}, ${did} by ${joined(this.states)}` : `${several} that name ${this.every}`;
    }
    return this.states.length && did ? `${several} that ${this.every} ${did}` : `${several} that name ${this.every}`;
  }

  /**
   * The items of a list that name all.
   * @param {number} index
   */
  naming(index) {
    const items = this.data.lists[index].filter(([, sides]) => this.names(sides));
    return this.list(items.map(([item]) => html`${this.data.items[item][1]} ${this.item(item)}`));
  }

  disputes() {
    return this.list(this.data.disputes.filter(([, , , sides]) => this.names(sides)).map(([id, title, label]) => (
      html`<a href="${this.data.addresses.disputes}#dispute-${id}">${title}</a>: ${label}`
    )));
  }
}
