"use strict";
// https://w3c.github.io/mediacapture-extensions/#the-mediastreamtrackvideostats-interface and its audio sister.
// Counters stand still while a task runs: they are read once a task.
(function (agent) {
  class Stats extends agent.PlatformObject {
    #read = null;
    #task = -1;
    constructor(realm, host) {
      super(realm);
      this.host = host;
    }
    get counters() {
      const task = agent.bridge.task();
      if (this.#task !== task) {
        this.#task = task;
        this.#read = this.host.stats();
      }
      return this.#read;
    }
    resetLatency() {
      this.host.resetLatency();
      this.#task = -1;
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
  define("MediaStreamTrackAudioStats", ["deliveredFrames", "deliveredFramesDuration", "totalFrames", "totalFramesDuration",
    "latency", "averageLatency", "minimumLatency", "maximumLatency"]);
});
