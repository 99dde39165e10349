/**
 * Search from disk: a page opened by double click (file:) may start no worker, so there the script runs in a hidden
 * frame of the page. The theme expects this file's name (else it adds a script of another host), a global `IFrameWorker`
 * (then its search script looks for libraries beside its own `script[src]`), and lets `importScripts` return a promise.
 */
(function () {
  "use strict";
  if (location.protocol !== "file:") return;

  class IFrameWorker extends EventTarget {
    /** @param {string} url script to run, relative to the page */
    constructor(url) {
      super();
      const frame = document.createElement("iframe");
      frame.hidden = true;
      document.body.append(frame);
      /** @type {any} plays a worker's global scope */
      const scope = (this.scope = frame.contentWindow);
      scope.document.open(); // settles the empty page, which Firefox would replace later
      scope.document.close();
      scope.postMessage = (/** @type {unknown} */ data) => this.dispatchEvent(new MessageEvent("message", { data }));
      scope.importScripts = (/** @type {string[]} */ ...urls) => Promise.all(urls.map((each) => load(scope, each)));
      this.ready = load(scope, new URL(url, document.baseURI).href);
    }

    /** @param {unknown} data handed over as it is, not cloned, once the script has run */
    postMessage(data) {
      this.ready.then(() => this.scope.dispatchEvent(new MessageEvent("message", { data })));
    }
  }

  /**
   * Adds a script; those of one frame run in the order of the calls.
   * @param {Window} scope
   * @param {string} src
   */
  function load(scope, src) {
    return new Promise((resolve, reject) => {
      const script = scope.document.createElement("script");
      Object.assign(script, { src, async: false, onload: resolve, onerror: reject });
      scope.document.documentElement.append(script);
    });
  }

  Object.assign(window, { IFrameWorker, Worker: IFrameWorker });
})();
