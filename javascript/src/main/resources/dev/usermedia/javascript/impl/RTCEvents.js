"use strict";
// The events of a connection: https://w3c.github.io/webrtc-pc/#event-summary
(function (agent) {
  const { eventWith } = agent.shared;
  const { Event } = agent.implementations;

  eventWith("RTCPeerConnectionIceEvent", { candidate: null, url: null });
  eventWith("RTCPeerConnectionIceErrorEvent", { address: null, port: null, url: "", errorCode: 0, errorText: "" });

  agent.implement("RTCTrackEvent", class RTCTrackEvent extends Event {
    #streams;
    constructor(realm, type, init) {
      super(realm, type, init);
      const { receiver, track, transceiver, streams = [] } = init;
      Object.assign(this, { receiver, track, transceiver });
      this.#streams = streams;
    }
    get streams() { return Object.isFrozen(this.#streams) ? this.#streams : this.#streams = Object.freeze(this.realm.outSequence(this.#streams)); }
  }, "receiver track transceiver");
});
