/* The filter of a page of statements or disputes: its state stands in the address, and goes along with the links to the
   other parts; without script all is shown. */
import { all, asked, data, maybe, one } from "./shared/page.js";

/** @typedef {[name: string, value: string][]} Wanted Of one name, any of its values. */

/**
 * What counts in a row: points on which sources differ, or statements, each as what can be asked of it.
 * @param {HTMLElement} row
 * @param {Wanted} wanted
 */
function fitting(row, wanted) {
  const names = [...new Set(wanted.map(([name]) => name))];
  /** @type {(values: string, name: string) => boolean} */
  const fits = (values, name) =>
    wanted.some(([other, value]) => other === name && values.split(" ").includes(value));
  if ("standings" in row.dataset) {
    return data(row, "standings").split(",").filter((each) => names.every((name) => fits(each, name))).length;
  }
  return names.every((name) => fits(data(row, name), name)) ? all(row, ".rivals, .point").length || 1 : 0;
}

/** @param {HTMLFormElement} form */
function prepare(form) {
  const rows = all(document, data(form, "filter")), said = one(form, "[role=status]");
  const kept = all(document, "a[data-kept]", HTMLAnchorElement);
  const every = rows.reduce((sum, row) => sum + fitting(row, []), 0);

  /* Shows the rows that fit. */
  function apply() {
    const wanted = /** @type {Wanted} */ ([...new FormData(form)].filter(([, value]) => value));
    const search = String(new URLSearchParams(wanted));
    const sum = rows.reduce((before, row) => {
      const number = fitting(row, wanted), count = maybe(row, ".count");
      row.hidden = !number;
      if (count) { count.textContent = String(number); }
      return before + number;
    }, 0);
    said.textContent = `${sum} of ${every} ${data(form, "called")}`;
    kept.forEach((link) => { link.search = search; });
    return search;
  }
  form.addEventListener("change", () => {
    const address = new URL(location.href);
    address.search = apply();
    history.replaceState(null, "", address);
  });
  asked().forEach((value, name) => {
    all(form, `[name="${CSS.escape(name)}"]`).forEach((field) => {
      if (field instanceof HTMLInputElement) { field.checked ||= field.value === value; }
      if (field instanceof HTMLSelectElement) { field.value = value; }
      if (field instanceof HTMLSelectElement && field.selectedIndex < 0) { field.value = ""; }
    });
  });
  form.hidden = false;
  apply();
}

all(document, "form[data-filter]", HTMLFormElement).forEach(prepare);
