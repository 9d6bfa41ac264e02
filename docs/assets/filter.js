/* The filter of the page of the sources told whole: its state stands in the address; without script all is shown. */
import { all, asked, data, maybe, one } from "./shared/page.js";

/** @param {HTMLFormElement} form */
function prepare(form) {
  const rows = all(document, "table.statements tbody tr"), said = one(form, "[role=status]");

  /* Shows the rows that fit; gives what is wanted. */
  function apply() {
    const wanted = all(form, "input:checked", HTMLInputElement).map((box) => box.value);
    rows.forEach((row) => {
      const standings = data(row, "standing").split(" ");
      row.hidden = wanted.length > 0 && !wanted.some((each) => standings.includes(each));
    });
    said.textContent = `${rows.filter((row) => !row.hidden).length} of ${rows.length} statements`;
    return wanted;
  }
  form.addEventListener("change", () => {
    const address = new URL(location.href);
    address.search = apply().map((each) => `standing=${each}`).join("&");
    history.replaceState(null, "", address);
  });
  asked().getAll("standing").forEach((each) => {
    const box = maybe(form, `input[value="${CSS.escape(each)}"]`, HTMLInputElement);
    if (box) { box.checked = true; }
  });
  form.hidden = false;
  apply();
}

all(document, 'form[data-filter="statements"]', HTMLFormElement).forEach(prepare);
