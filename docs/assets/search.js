/* The search worker: answers at once that it is ready, and fetches the index and the theme's own worker only when
   something is asked. The theme hands over search_index.json, in which there are only the settings; what is to be
   found stands in search_docs.json. Messages of the theme: 0 set up, 1 ready, 2 query, 3 result. */
(function () {
  "use strict";
  var theme = new URL(new URL(self.location.href).searchParams.get("theme"), self.location.href);
  var docs = new URL("../search/search_docs.json", self.location.href);
  var setup = null, asked = null;
  function pass(message) { self.dispatchEvent(new MessageEvent("message", { data: message })); }
  function load() {
    fetch(docs).then(function (answer) {
      if (!answer.ok) { throw new Error(answer.status); }
      return answer.json();
    }).then(function (index) {
      if (theme.origin !== self.location.origin) { return; }
      self.importScripts(theme.href);
      pass({ type: 0, data: { config: index.config, docs: index.docs, options: setup.options } });
      setTimeout(function () {   // the theme's worker sets up in a microtask; then it answers what was asked last
        self.removeEventListener("message", hear);
        pass({ type: 2, data: asked });
      }, 0);
    }).catch(function () { asked = null; });
  }
  function hear(event) {
    var message = event.data;
    if (message.type === 0) {
      setup = message.data;
      self.postMessage({ type: 1 });
    } else if (message.type === 2 && !message.data) {
      asked = asked === null ? null : "";
      self.postMessage({ type: 3, data: { items: [] } });
    } else if (message.type === 2) {
      var first = asked === null;
      asked = message.data;
      if (first) { load(); }
    }
  }
  self.addEventListener("message", hear);
})();
