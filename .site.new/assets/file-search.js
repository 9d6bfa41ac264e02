/* Search from file://. A browser refuses to load a worker from a file, so the theme's search worker, which the
   offline build has put into search/worker.js as text, starts from memory; the index is a script too. */
(function () {
  "use strict";
  if (location.protocol !== "file:") { return; }
  var Started = window.Worker;
  window.Worker = function () {
    return new Started(URL.createObjectURL(new Blob([window.exhibitSearchWorker], { type: "text/javascript" })));
  };
})();
