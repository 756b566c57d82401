"use strict";
// https://dom.spec.whatwg.org/#interface-event
(function (agent) {
  class Event extends agent.PlatformObject {
    target = null;
    currentTarget = null;
    eventPhase = 0;
    isTrusted = false;
    initialized = true;
    defaultPrevented = false;
    path = [];

    constructor(realm, type, init = {}) {
      super(realm);
      this.type = type;
      this.bubbles = init.bubbles ?? false;
      this.cancelable = init.cancelable ?? false;
      this.composed = init.composed ?? false;
      this.timeStamp = realm.now();
    }

    get srcElement() { return this.target; }
    get cancelBubble() { return !!this.stopped; }
    set cancelBubble(value) { if (value) this.stopped = true; }
    get returnValue() { return !this.defaultPrevented; }
    set returnValue(value) { if (!value) this.preventDefault(); }
    composedPath() { return this.path; }
    stopPropagation() { this.stopped = true; }
    stopImmediatePropagation() { this.stopped = this.stoppedImmediately = true; }
    preventDefault() { if (this.cancelable && !this.inPassive) this.defaultPrevented = true; }
    initEvent(type, bubbles = false, cancelable = false) {
      if (this.dispatching) return;
      Object.assign(this, { type, bubbles, cancelable, initialized: true, isTrusted: false, target: null });
      this.stopped = this.stoppedImmediately = this.defaultPrevented = false;
    }
  }
  agent.implement("Event", Event,
    "type target currentTarget eventPhase isTrusted defaultPrevented bubbles cancelable composed timeStamp");

  // An interface that only adds members which its constructor sets.
  agent.shared.eventWith = (name, initial, Base = Event) => {
    agent.implement(name, class extends Base {
      constructor(realm, type, init = {}) {
        super(realm, type, init);
        for (const key of Object.keys(initial)) this[key] = init[key] === undefined ? initial[key] : init[key];
      }
    }, Object.keys(initial).join(" "));
  };
  const { eventWith } = agent.shared;
  eventWith("CustomEvent", { detail: null });
  agent.implementations.CustomEvent.prototype.initCustomEvent = function (type, bubbles, cancelable, detail) {
    this.initEvent(type, bubbles, cancelable);
    this.detail = detail;
  };
  eventWith("ErrorEvent", { message: "", filename: "", lineno: 0, colno: 0, error: undefined });
  eventWith("PromiseRejectionEvent", { promise: undefined, reason: undefined });
  eventWith("MessageEvent", { data: null, origin: "", lastEventId: "", source: null, ports: Object.freeze([]) });
  eventWith("PageTransitionEvent", { persisted: false });
  eventWith("MediaStreamTrackEvent", { track: null });
});
