"use strict";
// https://w3c.github.io/mediacapture-extensions/#the-mediastreamtrackvideostats-interface and its audio sister.
// Counters stand still while a task runs: they are read once a task.
(function (agent) {
  class Stats extends agent.PlatformObject {
    #read = null;
    constructor(realm, host) {
      super(realm);
      this.host = host;
    }
    get counters() {
      if (!this.#read) {
        this.#read = this.host.stats();
        this.realm.queueTask(() => { this.#read = null; });
      }
      return this.#read;
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
  agent.implementations.MediaStreamTrackAudioStats.prototype.resetLatency = () => {};
});
