/* Comparison of two to four of any kinds, told by the address (?a=lake-council&b=lake-union&c=northland&
   date=1963-05-10). Pairs with a page of their own are led there, unless a day is asked. */
import { dayOf, words } from "./shared/days.js";
import { all, asked, maybe, one } from "./shared/page.js";
import { Answer } from "./compare/answer.js";
import { Common } from "./compare/common.js";
import { isOrganisation, read } from "./compare/data.js";
import { escaped, html } from "./compare/html.js";
import { nearest } from "./compare/near.js";
import { joined, pageOf } from "./compare/parts.js";

/** @import { Data, Side } from "./compare/data.js" */
/** @typedef {(address: URL) => void} Leave How the page is left for another. */

const NAMES = ["a", "b", "c", "d"];

class Comparison {
  /**
   * @param {HTMLFormElement} form
   * @param {Data} data
   */
  constructor(form, data) {
    this.data = data;
    this.common = new Common(data);
    this.sides = new Map(data.sides.map((side) => [side.id, side]));
    this.box = one(document, ".compare-result");
    this.said = one(form, "[role=status]");
    this.date = one(form, "[name=date]", HTMLInputElement);
    this.fields = NAMES.map((name) => one(form, `[name=${name}]`, HTMLSelectElement));
    this.fields.slice(2).forEach((field) => (
      field.append(...Array.from(this.fields[0].children, (group) => group.cloneNode(true)))
    ));
    this.fields.slice(2).forEach((field) => { field.value = ""; });
    this.title = document.title;
    form.addEventListener("submit", (event) => { event.preventDefault(); this.submit(); });
    window.addEventListener("popstate", () => this.answer((address) => location.replace(address)));
    form.hidden = false;
    this.answer((address) => location.replace(address));
  }

  submit() {
    const before = location.href, { value } = this.date;
    const chosen = this.fields.map((field) => field.value).filter(Boolean).map((id, i) => `${NAMES[i]}=${id}`);
    history.pushState(null, "", `?${chosen.join("&")}${value && `&date=${value}`}`);
    this.answer((address) => { history.replaceState(null, "", before); location.assign(address); });
    maybe(this.box, "h2")?.focus();
  }

  /**
   * Answers what the address asks.
   * @param {Leave} leave
   */
  answer(leave) {
    const date = asked().get("date") ?? asked().get("day");
    const typed = NAMES.map((name) => ({ name, id: asked().get(name) ?? "" })).filter(({ id }) => id);
    this.box.hidden = true;
    document.title = this.title;
    this.said.textContent = "";
    if (!typed.length) { return; }
    const found = typed.map(({ id }) => this.sides.get(id)), unknown = found.indexOf(undefined);
    const sides = found.filter((side) => side !== undefined);
    this.fields.forEach((field, i) => { if (i > 1 || sides[i]) { field.value = sides[i]?.id ?? ""; } });
    this.date.value = date ?? "";
    if (unknown >= 0) { this.said.innerHTML = escaped(this.unknown(typed[unknown])); return; }
    const fault = this.fault(sides, date ?? "");
    if (fault) { this.said.textContent = fault; return; }
    const [a, b] = sides.sort((one, other) => Number(isOrganisation(other)) - Number(isOrganisation(one))
      || (one.id < other.id ? -1 : 1));
    if (!date && sides.length === 2 && a.page && b.page && a.kind === b.kind) { leave(new URL(pageOf(a, b))); return; }
    this.show(sides, date);
  }

  /**
   * What is said of an id that is not there.
   * @param {{ name: string, id: string }} typed
   */
  unknown({ name, id }) {
    const near = nearest(id, this.data.sides), url = new URL(location.href);
    url.searchParams.set(name, near.id);
    return html`${this.data.words.unknown} “${id}”; did you mean <a href="${url.search}">${near.name}</a>?`;
  }

  /**
   * Why these cannot be compared on a day; nothing if they can.
   * @param {Side[]} sides
   * @param {string} date
   */
  fault(sides, date) {
    const { words: said } = this.data;
    if (sides.length < 2) { return said.other; }
    if (new Set(sides).size < sides.length) { return said.same; }
    if (date !== this.date.value) { return said.day; }
    return this.date.validity.valid ? "" : said.range;
  }

  /**
   * @param {Side[]} sides
   * @param {string | null} date
   */
  show(sides, date) {
    const { last, asOf, words: { found, more } } = this.data, day = date ? dayOf(date) : last;
    const name = `${joined(sides)}${date ? ` on ${words(day)}` : ` in ${asOf}`}`;
    const alike = sides.every(({ kind }) => kind === sides[0].kind);
    this.box.innerHTML = escaped(new Answer(this.data, this.common, sides).whole(name, day));
    this.box.hidden = false;
    document.title = `${name} – ${this.title}`;
    this.said.textContent = `${name}: ${alike ? `${this.common.on(sides, day)[0].found.length} ${found}` : more}`;
  }
}

all(document, "form.compare-on-day").forEach((form) => { form.hidden = false; });
const ask = maybe(document, "form.compare-ask", HTMLFormElement), told = read();
if (ask && told) { new Comparison(ask, told); }
