/* The theme's labels that are pressed like buttons (menu, search, sections of the menu) get a button inside, for the
   keyboard and for readers; the switch of the scheme obeys Space and Enter; Escape closes the menu; the search index
   is fetched when the search is reached, before the first letter. Without script the labels work by pointer. */
(function () {
  "use strict";
  function press(element, action) {
    element.addEventListener("keydown", function (event) {
      if (event.key !== " " && event.key !== "Enter") { return; }
      event.preventDefault();
      event.stopPropagation();
      action();
    });
  }
  function inside(label, name) {
    var box = document.getElementById(label.htmlFor);
    if (!box || label.querySelector("a, button")) { return; }
    var button = document.createElement("button");
    function tell() { button.setAttribute("aria-expanded", box.checked ? "true" : "false"); }
    button.type = "button";
    button.className = "label-button";
    button.append.apply(button, label.childNodes);
    if (name) { button.setAttribute("aria-label", name); }
    label.replaceChildren(button);
    label.removeAttribute("tabindex");
    button.addEventListener("click", function (event) { event.preventDefault(); event.stopPropagation(); act(); });
    press(button, act);
    function act() {
      if (box.id === "__search") { document.querySelector(".md-search__input").focus(); return; }
      box.click();
    }
    box.addEventListener("change", tell);
    tell();
  }
  var menu = document.querySelector(".md-header label[for=__drawer]");
  var drawer = document.getElementById("__drawer");
  inside(menu, "Menu");
  inside(document.querySelector(".md-header__inner > label[for=__search]"), "Search");
  document.querySelectorAll("label.md-nav__link, .md-nav .md-nav label.md-nav__title").forEach(function (label) { inside(label, ""); });
  document.addEventListener("keydown", function (event) {
    if (event.key !== "Escape" || !drawer.checked) { return; }
    drawer.click();
    menu.firstElementChild.focus();
  });
  document.querySelectorAll("input.md-option").forEach(function (option) {
    press(option, function () {
      var label = option.nextElementSibling;
      label.click();
      document.getElementById(label.htmlFor).focus();
    });
  });
  document.querySelector(".md-search__input").addEventListener("focus", function () {
    var base = JSON.parse(document.getElementById("__config").textContent).base.replace(/\/?$/, "/");
    if (location.protocol !== "file:") { fetch(new URL(base + "search/search_docs.json", location.href)).catch(function () { return; }); }
  }, { once: true });
})();
