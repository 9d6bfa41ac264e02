/* Beside the text: a citation's number, or “compare readings”, opens its target in a panel without leaving the
   place. The links stay links: without script, with a modifier key or in print they lead to the same text. */
(function () {
  "use strict";
  var panel, opener;

  function make() {
    panel = document.createElement("aside");
    panel.className = "beside md-typeset";
    panel.tabIndex = -1;
    panel.hidden = true;
    panel.innerHTML = '<button type="button" class="close">Close</button><div class="content"></div>';
    panel.querySelector("button").addEventListener("click", close);
    document.querySelector(".md-content").appendChild(panel);
  }

  function copyOf(target) {
    var copy = target.cloneNode(true);
    [copy].concat(Array.from(copy.querySelectorAll("[id]"))).forEach(function (part) { part.removeAttribute("id"); });
    var box = document.createElement(target.tagName === "LI" ? "div" : "section");
    box.className = copy.className || "citation";
    while (copy.firstChild) { box.appendChild(copy.firstChild); }
    return box;
  }

  function open(link, target) {
    if (!panel) { make(); }
    var number = link.closest("sup") ? "Citation " + link.textContent.trim() : "Readings compared";
    panel.setAttribute("aria-label", number);
    panel.querySelector(".content").replaceChildren(copyOf(target));
    panel.hidden = false;
    opener = link;
    place(link);
    panel.focus({preventScroll: true});
  }

  /* On a wide screen the panel stands in the margin at the height of the link; else the stylesheet keeps it
     at the foot of the window. */
  function place(link) {
    if (!panel.offsetParent) { return; }
    var top = link.getBoundingClientRect().top - panel.offsetParent.getBoundingClientRect().top;
    panel.style.setProperty("--top", Math.max(0, top - 12) + "px");
  }

  function close() {
    if (!panel || panel.hidden) { return; }
    panel.hidden = true;
    if (opener) { opener.focus({preventScroll: true}); }
  }

  document.addEventListener("click", function (event) {
    if (event.button || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) { return; }
    var link = event.target.closest("sup.cite a, a.compare");
    if (!link) {
      if (panel && !panel.hidden && !panel.contains(event.target)) { panel.hidden = true; }
      return;
    }
    if (panel && panel.contains(link)) { return; }
    if (link.pathname !== location.pathname) { fromAnnex(link, event); return; }
    var target = document.getElementById(link.hash.slice(1));
    if (!target) { return; }
    event.preventDefault();
    open(link, target);
  });

  /* A comparison that stands on a page of its own is fetched from there; where that fails, the link is followed. */
  function fromAnnex(link, event) {
    if (location.protocol === "file:") { return; }
    event.preventDefault();
    fetch(link.href).then(function (answer) { return answer.text(); }).then(function (text) {
      var target = new DOMParser().parseFromString(text, "text/html").getElementById(link.hash.slice(1));
      target.querySelectorAll("a[href]").forEach(function (one) {
        one.href = new URL(one.getAttribute("href"), link.href).href;
      });
      open(link, target);
    }).catch(function () { location.assign(link.href); });
  }
  document.addEventListener("keydown", function (event) { if (event.key === "Escape") { close(); } });

  /* “Open the source” leads to the words cited there, in browsers that know text fragments (WICG, Scroll to Text
     Fragment): asked for when a reader is about to follow the link, so that print and pages carry the bare address. */
  function toTheWords(event) {
    var link = event.target.closest("a.outward"), quoted = link && link.parentElement.querySelector("q");
    if (!quoted || link.hash) { return; }
    link.hash = ":~:text=" + encodeURIComponent(quoted.textContent.replace(/ …$/, "").replace(/\u00a0/g, " ")).replace(/-/g, "%2D");
  }
  document.addEventListener("pointerdown", toTheWords);
  document.addEventListener("focusin", toTheWords);

  /* A filtered page is printed without the citations of what it does not show; the others keep their numbers. */
  window.addEventListener("beforeprint", function () {
    var links = {};
    document.querySelectorAll("sup.cite a").forEach(function (link) {
      links[link.hash.slice(1)] = links[link.hash.slice(1)] || !link.closest("[hidden]");
    });
    document.querySelectorAll("ol.citations > li").forEach(function (cited, index) {
      cited.value = index + 1;
      cited.classList.toggle("not-printed", links[cited.id] === false);
    });
  });
})();
