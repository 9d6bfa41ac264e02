/** While serving: loads the page anew when the exhibit has changed, and its stylesheets alone when only they have.
 * @param {number} made - when the page was made, by the server's clock (milliseconds)
 * @param {number} visitor - tells the questions of one page from those of others
 */
export function reloading(made, visitor) {
  let known = made;
  let asked = new AbortController();

  /** Put stylesheets as they are now in the place of those that the page has, without a moment of none. */
  function restyle() {
    for (const link of document.querySelectorAll('link[rel="stylesheet"]')) {
      if (!(link instanceof HTMLLinkElement)) continue;
      const next = /** @type {HTMLLinkElement} */ (link.cloneNode());
      next.href = `${link.href.split("?")[0]}?${known}`;
      next.addEventListener("load", () => link.remove());
      link.after(next);
    }
  }

  /** Ask what is newer; the answer comes when something is, or after a minute. */
  async function ask() {
    asked.abort();
    asked = new AbortController();
    const { signal } = asked;
    let pause = 0;
    try {
      const answer = await fetch(`/livereload/${known}/${visitor}`, { signal });
      const [pages, styles] = (await answer.text()).split(" ").map(Number);
      if (pages > made) return location.reload();
      if (styles > known) {
        known = styles;
        restyle();
      }
    } catch {
      pause = 3000;
    }
    if (!signal.aborted) setTimeout(() => !signal.aborted && ask(), pause);
  }

  // A browser has few connections to a server: a page that nobody looks at holds none.
  const look = () => (document.visibilityState === "visible" ? ask() : asked.abort());
  addEventListener("load", look);
  document.addEventListener("visibilitychange", look);
  addEventListener("beforeunload", () => asked.abort());
}
