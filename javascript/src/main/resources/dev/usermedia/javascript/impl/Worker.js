"use strict";
// https://html.spec.whatwg.org/#dedicated-workers-and-the-worker-interface
(function (agent) {
  const { bridge, shared } = agent;
  const { EventTarget } = agent.implementations;

  class Worker extends EventTarget {
    #port = null;
    #host = null;

    constructor(realm, address, options) {
      super(realm);
      const url = realm.resolveUrl(address);
      const parsed = url === null ? null : shared.parseUrl(url);
      if (!parsed) throw realm.domException("SyntaxError", "'" + address + "' is not a URL.");
      if (parsed.origin !== realm.about.origin && !["blob:", "data:"].includes(parsed.protocol)) {
        throw realm.domException("SecurityError", "A worker's script is of its page's origin.");
      }
      const found = realm.load(url); // now: an object's URL may be revoked by the next statement
      if (!found.ok) {
        realm.queueTask(() => this.fire("error"));
        return;
      }
      const channel = bridge.messages().channel();
      this.#host = bridge.messages().worker(url, options.name, options.type === "module", found.text, channel.other(),
        (text, message, filename, lineno, colno) => this.#failed(text, { message, filename, lineno, colno }));
      if (!this.#host) throw realm.domException("QuotaExceededError", "The page has as many workers as it may have.");
      this.#port = channel;
      shared.receive(this, channel);
    }

    // https://html.spec.whatwg.org/#runtime-script-errors-2
    #failed(text, place) {
      const { realm } = this;
      if (realm.closed) return;
      agent.current = realm;
      if (this.fire("error", { ...place, cancelable: true }, "ErrorEvent")) realm.reportPlaced(text, place, null);
    }
    postMessage(message, options) {
      shared.send(this.realm, this.#port, message, shared.transferOf(options));
    }
    terminate() {
      this.#port?.close();
      this.#port = null;
      this.#host?.terminate();
    }
  }
  agent.implement("Worker", Worker);

  // ---- the worker's own side ----

  // https://html.spec.whatwg.org/#the-workerglobalscope-common-interface
  class WorkerGlobalScope extends shared.GlobalScope {
    get location() { return this.ownLocation ??= new agent.implementations.WorkerLocation(this.realm); }
    get navigator() { return this.ownNavigator ??= new agent.implementations.WorkerNavigator(this.realm); }
    importScripts(...addresses) {
      const { realm } = this;
      if (realm.isModule) throw new realm.TypeError("A module imports by import.");
      const urls = addresses.map((it) => realm.resolveUrl(it) ?? (() => { throw realm.domException("SyntaxError", "'" + it + "' is not a URL."); })());
      for (const url of urls) {
        const found = realm.load(url);
        if (!found.ok) throw realm.domException("NetworkError", "There is nothing at '" + url + "'.");
        realm.evaluate(found.text, url);
      }
    }
  }
  agent.implement("WorkerGlobalScope", WorkerGlobalScope);

  // https://html.spec.whatwg.org/#dedicatedworkerglobalscope
  agent.implement("DedicatedWorkerGlobalScope", class DedicatedWorkerGlobalScope extends WorkerGlobalScope {
    get #scope() { return bridge.messages().scope(); }
    get name() { return this.#scope.name(); }
    postMessage(message, options) { shared.send(this.realm, this.#scope.port(), message, shared.transferOf(options)); }
    close() {
      this.realm.closed = true;
      this.realm.clearTimers();
      this.#scope.close();
    }
  });
});
