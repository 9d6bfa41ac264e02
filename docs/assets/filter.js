/* The filter of a page of statements or disputes: its state stands in the address; without script all is shown. */
import { all, asked, data, maybe, one } from "./shared/page.js";

/** What is chosen in a form: values by name, those of one name as alternatives. @param {HTMLFormElement} form */
function chosen(form) {
  /** @type {Map<string, string[]>} */
  const found = new Map();
  new FormData(form).forEach((value, name) => {
    if (value) { found.set(name, [...found.get(name) ?? [], String(value)]); }
  });
  return found;
}

/** @param {HTMLFormElement} form */
function prepare(form) {
  const rows = all(document, data(form, "filter")), said = one(form, "[role=status]");

  /* How many statements or points stand in these rows. */
  const count = (/** @type {HTMLElement[]} */ some) =>
    form.dataset.counts ? some.reduce((sum, row) => sum + all(row, data(form, "counts")).length, 0) : some.length;

  /* Shows the rows that fit; gives what is wanted. */
  function apply() {
    const wanted = chosen(form);
    rows.forEach((row) => {
      row.hidden = [...wanted].some(([name, values]) =>
        !values.some((each) => data(row, name).split(" ").includes(each)));
    });
    all(document, "div.disputes").forEach((group) => {
      const empty = all(group, "section").every((row) => row.hidden);
      group.hidden = empty;
      if (group.previousElementSibling instanceof HTMLElement) { group.previousElementSibling.hidden = empty; }
    });
    said.textContent = `${count(rows.filter((row) => !row.hidden))} of ${count(rows)} ${data(form, "called")}`;
    return wanted;
  }
  form.addEventListener("change", () => {
    const address = new URL(location.href);
    address.search = [...apply()].flatMap(([name, values]) => values.map((each) => `${name}=${each}`)).join("&");
    history.replaceState(null, "", address);
  });
  asked().forEach((value, name) => {
    const box = maybe(form, `input[name="${CSS.escape(name)}"][value="${CSS.escape(value)}"]`, HTMLInputElement);
    if (box) { box.checked = true; }
    const list = maybe(form, `select[name="${CSS.escape(name)}"]`, HTMLSelectElement);
    if (list && [...list.options].some((option) => option.value === value)) { list.value = value; }
  });
  form.hidden = false;
  apply();
}

all(document, "form[data-filter]", HTMLFormElement).forEach(prepare);
