/* The filter of the page on the two articles: its state stands in the address; without script all is shown. */
(function () {
  "use strict";
  var form = document.querySelector('form[data-filter="statements"]');
  if (!form) { return; }
  var rows = Array.from(document.querySelectorAll("table.statements tbody tr"));
  var said = form.querySelector("[role=status]");
  function apply() {
    var wanted = Array.from(form.querySelectorAll("input:checked")).map(function (box) { return box.value; });
    var shown = 0;
    rows.forEach(function (row) {
      var standings = row.dataset.standing.split(" ");
      row.hidden = wanted.length > 0 && !wanted.some(function (one) { return standings.indexOf(one) >= 0; });
      shown += row.hidden ? 0 : 1;
    });
    said.textContent = shown + " of " + rows.length + " statements";
    return wanted;
  }
  form.addEventListener("change", function () {
    var address = new URL(location.href);
    address.search = apply().map(function (one) { return "standing=" + one; }).join("&");
    history.replaceState(null, "", address);
  });
  new URL(location.href).searchParams.getAll("standing").forEach(function (one) {
    var box = form.querySelector('input[value="' + CSS.escape(one) + '"]');
    if (box) { box.checked = true; }
  });
  form.hidden = false;
  apply();
})();
