/* Sorting of index tables: each heading becomes a button; without script the table stands as it is. */
(function () {
  "use strict";
  function key(row, index) {
    var cell = row.cells[index];
    return cell ? cell.dataset.sort || cell.textContent.trim() : "";
  }
  function sort(table, index, heading) {
    var down = heading.getAttribute("aria-sort") === "ascending";
    table.querySelectorAll("th[aria-sort]").forEach(function (th) { th.removeAttribute("aria-sort"); });
    heading.setAttribute("aria-sort", down ? "descending" : "ascending");
    var body = table.tBodies[0];
    var rows = Array.from(body.rows);
    rows.sort(function (a, b) {
      var x = key(a, index), y = key(b, index);
      if (!x || !y) { return x ? -1 : y ? 1 : 0; }
      var order = x.localeCompare(y, document.documentElement.lang || "en", { numeric: true });
      return down ? -order : order;
    });
    rows.forEach(function (row) { body.appendChild(row); });
  }
  document.querySelectorAll("table.sortable").forEach(function (table) {
    Array.from(table.tHead.rows[0].cells).forEach(function (heading, index) {
      var button = document.createElement("button");
      button.type = "button";
      button.textContent = heading.textContent;
      button.addEventListener("click", function () { sort(table, index, heading); });
      heading.replaceChildren(button);
    });
  });
})();
