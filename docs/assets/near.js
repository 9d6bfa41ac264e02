/* The timeline's script is fetched when a reader comes near a place where it draws; not on a phone, where the list
   stands alone. */

const own = /** @type {HTMLScriptElement} */ (document.currentScript);
const script = document.createElement("script");
script.src = new URL("timeline.js", own.src).href;
const near = new IntersectionObserver((seen) => {
  if (seen.some((each) => each.isIntersecting)) { near.disconnect(); document.head.append(script); }
}, { rootMargin: "600px" });
document.querySelectorAll(".moving").forEach((box) => near.observe(box));
