"use strict";
// https://w3c.github.io/webrtc-pc/#rtcstatsreport-object
(function (agent) {
  agent.implement("RTCStatsReport", class RTCStatsReport extends agent.PlatformObject {
    #pairs;
    constructor(realm, stats) {
      super(realm);
      this.#pairs = Array.from(stats, (it) => [it.id, realm.outDictionary(it)]);
    }
    pairs() { return this.#pairs; }
  });
});
