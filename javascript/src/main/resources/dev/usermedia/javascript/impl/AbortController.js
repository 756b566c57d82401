"use strict";
// https://dom.spec.whatwg.org/#aborting-ongoing-activities
(function (agent) {
  const { EventTarget } = agent.implementations;
  class AbortSignal extends EventTarget {
    aborted = false;
    reason = undefined;
    #steps = new Set();
    addSteps(steps) { this.#steps.add(steps); }
    removeSteps(steps) { this.#steps.delete(steps); }
    abort(reason = this.realm.domException("AbortError", "The operation was aborted.")) {
      if (this.aborted) return;
      this.aborted = true;
      this.reason = reason;
      for (const steps of this.#steps) steps();
      this.#steps.clear();
      this.fire("abort");
    }
    throwIfAborted() { if (this.aborted) throw this.reason; }
    static abort(reason) {
      const signal = new AbortSignal(this.realm);
      signal.aborted = true;
      signal.reason = reason === undefined ? this.realm.domException("AbortError", "The operation was aborted.") : reason;
      return signal;
    }
    static timeout(milliseconds) {
      const signal = new AbortSignal(this.realm);
      this.realm.setTimer(milliseconds, () => signal.abort(this.realm.domException("TimeoutError", "The time is over.")));
      return signal;
    }
    static any(signals) {
      const signal = new AbortSignal(this.realm);
      for (const it of signals) {
        if (it.aborted) return AbortSignal.abort.call(this, it.reason);
        it.addSteps(() => signal.abort(it.reason));
      }
      return signal;
    }
  }
  agent.implement("AbortSignal", AbortSignal, "aborted reason");
  agent.implement("AbortController", class AbortController extends agent.PlatformObject {
    get signal() { return this.ownSignal ??= new AbortSignal(this.realm); }
    abort(reason) { this.signal.abort(reason); }
  });
});
