/* The timeline's script is fetched when a reader comes near a place where it draws; not on a phone, where the list
   stands alone. */
(function () {
  "use strict";
  const script = document.createElement("script");
  script.src = new URL("timeline.js", document.currentScript.src).href;
  const near = new IntersectionObserver(seen => {
    if (seen.some(one => one.isIntersecting)) { near.disconnect(); document.head.append(script); }
  }, { rootMargin: "600px" });
  document.querySelectorAll(".moving").forEach(box => near.observe(box));
})();
