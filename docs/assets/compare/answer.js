/* The answer: everything two sides are compared by, as HTML. */
import { one } from "../shared/page.js";
import { html } from "./html.js";

/** @import { Data, Side, Spell, Tally } from "./data.js" */
/** @import { Common, Found, Lists } from "./common.js" */
/** @import { Html, Value } from "./html.js" */
/** @typedef {[year: string, lists: Lists]} Year */
/** @typedef {{ key: string, lists: Lists, year: string, from: number, to: number }} Period Years that are alike. */

const LEVELS = [3, 2, 1, 0];
const CERTAIN = 3;
/** How far apart the years below the chart are. */
const DECADE = 10;

export class Answer {
  /**
   * @param {Data} data
   * @param {Common} common
   * @param {Side} a
   * @param {Side} b
   */
  constructor(data, common, a, b) {
    this.data = data;
    this.common = common;
    this.pair = [a, b];
    this.labels = data.labels[a.kind];
    this.organisations = a.kind === "organisations";
    this.what = this.organisations ? "Members" : "Organisations";
    this.heads = ["Both", `${a.name} alone`, `${b.name} alone`];
  }

  /**
   * All of it, for a day.
   * @param {string} name
   * @param {Lists} lists
   */
  whole(name, lists) {
    const { data: { words, ends }, pair: [a, b], labels } = this;
    const [over, spells, beside, descent, disputes] = words.heads;
    /** @type {Year[]} */
    const years = ends.map(([day, year]) => [year, this.common.on(a, b, day)]);
    const part = this.inPart();
    return html`<h2 tabindex="-1">${name}</h2>
      <table class="compared">${rows(null, lists.map((list, i) => [this.heads[i], this.told(list, true)]))}</table>
      ${part && html`<p class="note">${part}: ${words.part}</p>`}
      ${a.page && b.page ? html`<p><a href="${pageOf(a, b)}">${words.page}</a></p>` : ""}
      ${section(over, [this.chart(years), html`<table class="rolls">${this.periods(years)}</table>`])}
      ${section(spells, this.spells(spells))}
      ${section(beside, this.beside())}
      ${this.organisations ? section(descent, this.descent()) : ""}
      ${labels.lists.map((label, i) => section(label, this.naming(i)))}
      ${section(disputes, this.disputes())}`;
  }

  /** The names of those whose members are listed in part. */
  inPart() {
    const concerned = this.data.sides.filter((side) => !this.organisations || this.pair.includes(side));
    return concerned.filter(({ part }) => part).map(({ name }) => name).join(", ");
  }

  /** @param {number[]} sides */
  names(sides) { return this.pair.every(({ n }) => sides.includes(n)); }

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

  /**
   * How much was in common at the end of each year.
   * @param {Year[]} years
   */
  chart(years) {
    const { words, chart: [width, height] } = this.data, most = Math.max(...years.map(([, [both]]) => both.length));
    if (!most) { return ""; }
    const step = width / years.length;
    const bars = years.map(([year, [both]], i) => bar(year, both, step * i, step, height, most));
    return html`<figure class="common-chart"><svg viewBox="0 -14 ${width} ${height + 28}" role="img"
      aria-label="${this.what} ${words.common}: ${most}">
      <line class="base" x2="${width}" y1="${height}" y2="${height}"/>${bars}<text y="-4">${most}</text></svg>
      <p class="caption">${this.what} ${words.common}</p></figure>`;
  }

  /**
   * The same in words: years that are alike are one line.
   * @param {Year[]} years
   */
  periods(years) {
    /** @type {Period[]} */
    const found = [];
    years.forEach(([year, lists], i) => {
      const key = JSON.stringify(lists), last = found[found.length - 1];
      if (last?.key === key) { last.to = i; } else { found.push({ key, lists, year, from: i, to: i }); }
    });
    const lines = found.filter(({ lists }) => lists.some((list) => list.length)).map(({ year, from, to, lists }) => {
      const open = to === years.length - 1, end = open ? this.data.asOf : years[to][0];
      return [from === to ? end : `${year}${open ? " to " : "–"}${end}`, ...lists.map((list) => this.told(list))];
    });
    return rows([this.data.words.ends, ...this.heads], lines, true);
  }

  /**
   * Every spell of both, drawn: those that both have first.
   * @param {string} title
   */
  spells(title) {
    const { data: { sides, order, words }, pair } = this, own = this.organisations ? 0 : 1;
    /** @param {number} n */
    const of = (n) => pair.map((side) => (
      this.data.spells.filter((spell) => spell[own] === side.n && spell[1 - own] === n)
    ));
    const found = order.map((n) => ({ n, each: of(n) })).filter(({ each }) => each.some((list) => list.length));
    const both = found.filter(({ each }) => each.every((list) => list.length));
    const lines = [...both, ...found.filter((one) => !both.includes(one))]
      .map(({ n, each }) => [link(sides[n]), ...each.map((list) => this.bars(list))]);
    const heads = [own ? "Organisation" : "State", ...pair.map((side) => html`${link(side)} ${words.span}`)];
    return html`<div class="pair"><div class="matrix-region" role="region" tabindex="0" aria-label="${title}">
      <table class="matrix">${rows(heads, lines)}</table></div></div>`;
  }

  /** @param {Spell[]} spells */
  bars(spells) {
    if (!spells.length) { return ""; }
    const { sides, width } = this.data, words = spells.map((spell) => spell[2]).join("; ");
    const drawn = spells.map(([, , , form, pieces]) => html`<g class="bar form-${form}">${pieces.map(piece)}</g>`);
    return html`<svg class="org-${sides[spells[0][0]].id}" viewBox="0 0 ${width} 16" width="${width}" height="16"
      role="img" aria-label="${words}">${drawn}</svg>`;
  }

  /* Dates and counts. */
  beside() {
    const { pair, labels: { cells, tallies } } = this;
    return html`<table class="compared">${rows(["", ...pair.map(link)], [
      ...cells.map((label, i) => [label, ...pair.map((side) => side.cells[i] || this.data.words.none)]),
      ...tallies.map((label, i) => [label, ...pair.map((side) => this.count(side.tallies[i]))]),
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
    const { descent, sides } = this.data;
    return this.list(descent.filter(([later, , earlier]) => this.names([later, earlier])).map(
      ([later, words, earlier, when]) => (
        html`${link(sides[later])}: ${words} ${link(sides[earlier])}${when && `, ${when}`}`
      ),
    ));
  }

  /**
   * The items of a list that name both.
   * @param {number} index
   */
  naming(index) {
    const items = this.data.lists[this.pair[0].kind][index].filter(([, sides]) => this.names(sides));
    return this.list(items.map(([item]) => html`${this.data.items[item][1]} ${this.item(item)}`));
  }

  disputes() {
    return this.list(this.data.disputes.filter(([, , , sides]) => this.names(sides)).map(([id, title, label]) => (
      html`<a href="${this.data.addresses.disputes}#dispute-${id}">${title}</a>: ${label}`
    )));
  }
}

/** @param {Side} side */
export const link = ({ href, name }) => html`<a href="${href}">${name}</a>`;

/**
 * The page of a pair, which the list on the page leads to.
 * @param {Side} a
 * @param {Side} b
 */
export const pageOf = (a, b) => one(document, `.pairs a[data-a="${a.id}"][data-b="${b.id}"]`, HTMLAnchorElement).href;

/**
 * @param {string} title
 * @param {Value} inside
 */
const section = (title, inside) => html`<h2>${title}</h2>${inside}`;

/**
 * The rows of a table; labelled: each cell says its head, for narrow screens.
 * @param {Value[] | null} head
 * @param {Value[][]} lines
 * @param {boolean} [labelled]
 */
function rows(head, lines, labelled) {
  const top = head && html`<thead><tr>${head.map((cell) => html`<th scope="col">${cell}</th>`)}</tr></thead>`;
  /** @type {(cell: Value, i: number) => Html} */
  const cell = (inside, i) => html`<td data-label="${labelled && head ? head[i + 1] : ""}">${inside}</td>`;
  const body = lines.map(([first, ...rest]) => html`<tr><th scope="row">${first}</th>${rest.map(cell)}</tr>`);
  return html`${top}<tbody>${body}</tbody>`;
}

/** @param {[path: string, fades: boolean]} piece */
const piece = ([path, fades]) => html`<path d="${path}"${fades ? html` class="soft"` : ""}/>`;

/**
 * The bar of a year: what is certain filled, the rest above it outlined.
 * @param {string} year
 * @param {Found} both
 * @param {number} x
 * @param {number} step
 * @param {number} height
 * @param {number} most
 */
function bar(year, both, x, step, height, most) {
  const unit = height / most, sure = both.filter(([, level]) => level === CERTAIN).length * unit;
  const all = both.length * unit;
  const perhaps = html`<rect class="perhaps" x="${x + 0.5}" y="${height - all + 0.5}" width="${step - 3}"
    height="${all - sure - 1}"/>`;
  return html`<rect class="certain" x="${x}" y="${height - sure}" width="${step - 2}" height="${sure}"/>${
    all > sure ? perhaps : ""}${Number(year) % DECADE ? "" : html`<text x="${x}" y="${height + 11}">${year}</text>`}`;
}
