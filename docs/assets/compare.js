/* Comparison of any two, told by the address (?a=lake-council&b=lake-union&date=1963-05-10). Pairs with a page of
   their own are led there, unless a day is asked. */
import { dayOf, words } from "./shared/days.js";
import { all, asked, maybe, one } from "./shared/page.js";
import { Answer, link, pageOf } from "./compare/answer.js";
import { Common } from "./compare/common.js";
import { read } from "./compare/data.js";
import { escaped, html } from "./compare/html.js";
import { nearest } from "./compare/near.js";

/** @import { Data, Side } from "./compare/data.js" */
/** @typedef {(address: URL) => void} Leave How the page is left for another. */

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
    this.fields = ["a", "b"].map((name) => one(form, `[name=${name}]`, HTMLSelectElement));
    this.title = document.title;
    form.addEventListener("submit", (event) => { event.preventDefault(); this.submit(); });
    window.addEventListener("popstate", () => this.answer((address) => location.replace(address)));
    form.hidden = false;
    this.answer((address) => location.replace(address));
  }

  submit() {
    const before = location.href, [a, b] = this.fields.map(({ value }) => value), { value } = this.date;
    history.pushState(null, "", `?a=${a}&b=${b}${value && `&date=${value}`}`);
    this.answer((address) => { history.replaceState(null, "", before); location.assign(address); });
    maybe(this.box, "h2")?.focus();
  }

  /**
   * Answers what the address asks.
   * @param {Leave} leave
   */
  answer(leave) {
    const ids = [asked().get("a"), asked().get("b")], date = asked().get("date");
    this.box.hidden = true;
    document.title = this.title;
    this.said.textContent = "";
    if (ids.every((id) => id === null)) { return; }
    const [a, b] = ids.map((id) => this.sides.get(id ?? ""));
    [a, b].forEach((side, i) => { if (side) { this.fields[i].value = side.id; } });
    this.date.value = date ?? "";
    if (!a || !b) { this.said.innerHTML = escaped(this.unknown(a ? "b" : "a")); return; }
    const fault = this.fault(a, b, date ?? "");
    if (fault) { this.said.innerHTML = escaped(fault); return; }
    const [first, second] = a.id < b.id ? [a, b] : [b, a];
    if (!date && a.page && b.page) { leave(new URL(pageOf(first, second))); } else { this.show(first, second, date); }
  }

  /**
   * What is said of an id that is not there.
   * @param {string} name
   */
  unknown(name) {
    const typed = asked().get(name) ?? "", near = nearest(typed, this.data.sides), url = new URL(location.href);
    url.searchParams.set(name, near.id);
    return html`${this.data.words.unknown} “${typed}”; did you mean <a href="${url.search}">${near.name}</a>?`;
  }

  /**
   * Why the two cannot be compared on a day; nothing if they can.
   * @param {Side} a
   * @param {Side} b
   * @param {string} date
   */
  fault(a, b, date) {
    const { words: said } = this.data;
    if (a === b) { return said.same; }
    if (a.kind !== b.kind) { return html`${said.mixed} ${link(a)}, ${link(b)}.`; }
    if (date !== this.date.value) { return said.day; }
    return this.date.validity.valid ? "" : said.range;
  }

  /**
   * @param {Side} a
   * @param {Side} b
   * @param {string | null} date
   */
  show(a, b, date) {
    const { last, asOf, words: { found } } = this.data, day = date ? dayOf(date) : last;
    const name = `${a.name} and ${b.name}${date ? ` on ${words(day)}` : ` in ${asOf}`}`;
    const lists = this.common.on(a, b, day);
    this.box.innerHTML = escaped(new Answer(this.data, this.common, a, b).whole(name, lists));
    this.box.hidden = false;
    document.title = `${name} – ${this.title}`;
    this.said.textContent = `${name}: ${lists[0].length} ${found}`;
  }
}

all(document, "form.compare-on-day").forEach((form) => { form.hidden = false; });
const ask = maybe(document, "form.compare-ask", HTMLFormElement), told = read();
if (ask && told) { new Comparison(ask, told); }
