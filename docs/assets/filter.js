/* The filter of a page of statements or disputes: its state stands in the address; without script all is shown. */
import { all, asked, data, one } from "./shared/page.js";

/** @param {HTMLFormElement} form */
function prepare(form) {
  const rows = all(document, data(form, "filter")), said = one(form, "[role=status]");

  /* How many statements stand in these rows, or points on which sources differ. */
  const count = (/** @type {HTMLElement[]} */ some) =>
    some.reduce((sum, row) => sum + (all(row, ".rivals").length || 1), 0);

  /* Shows the rows that fit; gives what is wanted: of one name, any of its values. */
  function apply() {
    const wanted = [...new FormData(form)].filter(([, value]) => value).map(([name, value]) => [name, String(value)]);
    rows.forEach((row) => {
      row.hidden = wanted.some(([name]) =>
        !wanted.some(([other, value]) => other === name && data(row, name).split(" ").includes(value)));
    });
    said.textContent = `${count(rows.filter((row) => !row.hidden))} of ${count(rows)} ${data(form, "called")}`;
    return wanted;
  }
  form.addEventListener("change", () => {
    const address = new URL(location.href);
    address.search = String(new URLSearchParams(apply()));
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
