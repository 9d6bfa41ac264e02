/* The form of the comparison page: leads to the page of the pair chosen, in either order; the list
   of links below it serves without script. The address may name a pair: ?a=sco&b=csto. */
(function () {
  "use strict";
  var form = document.querySelector("form.compare-form");
  if (!form) { return; }
  var said = form.querySelector("[role=status]");
  function go(a, b) {
    var link = Array.from(document.querySelectorAll(".pairs a[data-a]")).find(function (one) {
      return one.dataset.a === a && one.dataset.b === b;
    });
    if (link) { location.assign(link.href); return; }
    said.textContent = a === b ? "Choose two different organisations." : "There is no page for this pair.";
  }
  form.addEventListener("submit", function (event) {
    event.preventDefault();
    go(form.elements.a.value, form.elements.b.value);
  });
  form.hidden = false;
  var asked = new URL(location.href).searchParams;
  if (!asked.has("a") || !asked.has("b")) { return; }
  ["a", "b"].forEach(function (name) {
    var known = form.querySelector('[name="' + name + '"] option[value="' + CSS.escape(asked.get(name)) + '"]');
    if (known) { known.selected = true; }
  });
  history.replaceState(null, "", location.pathname);
  go(asked.get("a"), asked.get("b"));
})();
