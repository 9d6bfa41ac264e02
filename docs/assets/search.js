/* The search worker: answers at once that it is ready, and fetches the index and the theme's own worker only when
   something is asked. The theme hands over search_index.json, in which there are only the settings; what is to be
   found stands in search_docs.json. Messages of the theme: 0 set up, 1 ready, 2 query, 3 result. */

/**
 * @typedef {object} Message
 * @property {number} type
 * @property {any} [data]
 */
/**
 * What a worker has and a page has not.
 * @typedef {EventTarget & {
 *   location: Location,
 *   importScripts: (address: string) => void,
 *   postMessage: (message: Message) => void,
 * }} Worker
 */

const worker = /** @type {Worker} */ (/** @type {unknown} */ (self));
const here = new URL(worker.location.href);
const theme = new URL(here.searchParams.get("theme") ?? "", here);
const docs = new URL("../search/search_docs.json", here);
/** @type {any} */
let setup = null;
/** @type {string | null} What was asked last; null before anything was. */
let asked = null;

/** @param {Message} data */
const pass = (data) => worker.dispatchEvent(new MessageEvent("message", { data }));

async function load() {
  const answer = await fetch(docs);
  if (!answer.ok) { throw new Error(String(answer.status)); }
  const index = await answer.json();
  if (theme.origin !== here.origin) { return; }
  worker.importScripts(theme.href);
  pass({ type: 0, data: { config: index.config, docs: index.docs, options: setup.options } });
  setTimeout(() => { // the theme's worker sets up in a microtask; then it answers what was asked last
    worker.removeEventListener("message", hear);
    pass({ type: 2, data: asked });
  }, 0);
}

/** @param {string} query */
function ask(query) {
  const first = asked === null;
  asked = query;
  if (first) { load().catch(() => { asked = null; }); }
}

/** @param {Event} event */
function hear(event) {
  const { type, data } = /** @type {MessageEvent<Message>} */ (event).data;
  if (type === 0) {
    setup = data;
    worker.postMessage({ type: 1 });
  } else if (type === 2 && !data) {
    asked = asked === null ? null : "";
    worker.postMessage({ type: 3, data: { items: [] } });
  } else if (type === 2) { ask(data); }
}

worker.addEventListener("message", hear);
