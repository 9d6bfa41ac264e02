/* Search from file://. A browser refuses workers there, so the theme's search worker runs in a hidden frame of the
   same page; the index is a script of its own. Loaded by the build for reading without a server only. */
(function () {
  "use strict";
  if (location.protocol !== "file:") { return; }
  function FrameWorker(address) {
    var worker = document.createDocumentFragment(), waiting = [], frame = document.createElement("iframe");
    frame.hidden = true;
    frame.title = "Search";
    document.body.appendChild(frame);
    var inside = frame.contentWindow, script = inside.document.createElement("script");
    inside.postMessage = function (data) { worker.dispatchEvent(new MessageEvent("message", { data: data })); };
    worker.postMessage = function (data) {
      if (waiting) { waiting.push(data); return; }
      inside.dispatchEvent(new inside.MessageEvent("message", { data: data }));
    };
    worker.terminate = function () { frame.remove(); };
    script.onload = function () {
      var held = waiting;
      waiting = null;
      held.forEach(worker.postMessage);
    };
    script.src = address;
    inside.document.body.appendChild(script);
    return worker;
  }
  window.Worker = FrameWorker;
})();
