/* Search from file://. A browser refuses to load a worker from a file, so the theme's search worker, which the
   offline build has put into search/worker.js as text, starts from memory; the index is a script too. */

/** @typedef {Window & typeof globalThis & { exhibitSearchWorker?: string }} Loaded */

if (location.protocol === "file:") {
  const Started = window.Worker, text = /** @type {Loaded} */ (window).exhibitSearchWorker ?? "";
  window.Worker = class extends Started {
    constructor() { super(URL.createObjectURL(new Blob([text], { type: "text/javascript" }))); }
  };
}
