"use strict";
// https://w3c.github.io/mediacapture-extensions/#the-mediastreamtrackvideostats-interface and its audio sister.
// Counters stand still while a task runs: they are read once a task, and each microtask is a task
// (https://html.spec.whatwg.org/#perform-a-microtask-checkpoint).
(function (agent) {
  class Stats extends agent.PlatformObject {
    #read = null;
    constructor(realm, host) {
      super(realm);
      this.host = host;
    }
    get counters() {
      if (!this.#read) {
        this.#read = { ...this.host.stats() };
        this.realm.microtask(() => { this.#read = null; });
      }
      return this.#read;
    }
    resetLatency() {
      const { latency } = this.counters;
      this.host.resetLatency();
      Object.assign(this.#read, { averageLatency: latency, minimumLatency: latency, maximumLatency: latency });
    }
  }
  const define = (name, members) => {
    const C = class extends Stats {};
    for (const member of members) {
      Object.defineProperty(C.prototype, member, { get() { return this.counters[member]; }, configurable: true });
    }
    C.prototype.toJSON = () => {};
    agent.implement(name, C);
  };
  define("MediaStreamTrackVideoStats", ["deliveredFrames", "discardedFrames", "totalFrames"]);
  const audioCounters = ["deliveredFrames", "deliveredFramesDuration", "totalFrames", "totalFramesDuration"];
  define("MediaStreamTrackAudioStats", [...audioCounters, "latency", "averageLatency", "minimumLatency", "maximumLatency"]);

  // Members that the specification had until its issue 129, and browsers have.
  agent.setups.push((R) => {
    const { C, facts } = R.interfaces.MediaStreamTrackAudioStats;
    for (const member of audioCounters) {
      const { get } = Object.getOwnPropertyDescriptor({ get [member]() { return R.self(this, "MediaStreamTrackAudioStats", member)[member]; } }, member);
      Object.defineProperty(C.prototype, member, { get, set: undefined, enumerable: true, configurable: true });
    }
    facts.json = [...audioCounters, ...facts.json];
  });
});
