"use strict";
// https://w3c.github.io/webrtc-pc/#rtcsessiondescription-class and #rtcicecandidate-interface
(function (agent) {
  class RTCSessionDescription extends agent.PlatformObject {
    constructor(realm, { type, sdp = "" }) {
      super(realm);
      this.type = type;
      this.sdp = sdp;
    }
  }
  RTCSessionDescription.prototype.toJSON = () => {};
  agent.implement("RTCSessionDescription", RTCSessionDescription, "type sdp");

  // What the candidate attribute says, which the room behind reads.
  const said = ["foundation", "component", "priority", "address", "protocol", "port", "type", "tcpType", "relatedAddress", "relatedPort"];

  class RTCIceCandidate extends agent.PlatformObject {
    constructor(realm, init) {
      super(realm);
      const { candidate = "", sdpMid = null, sdpMLineIndex = null, usernameFragment = null, relayProtocol = null, url = null } = init;
      if (sdpMid === null && sdpMLineIndex === null) throw new realm.TypeError("A candidate needs sdpMid or sdpMLineIndex.");
      const parsed = agent.bridge.connections().candidate(candidate);
      Object.assign(this, { candidate, sdpMid, sdpMLineIndex, relayProtocol, url });
      this.usernameFragment = usernameFragment;
      for (const name of said) this[name] = parsed[name] ?? null;
    }
    toJSON() {
      const { candidate, sdpMid, sdpMLineIndex, usernameFragment } = this;
      return { __proto__: null, candidate, sdpMid, sdpMLineIndex, usernameFragment };
    }
  }
  agent.implement("RTCIceCandidate", RTCIceCandidate, "candidate sdpMid sdpMLineIndex usernameFragment relayProtocol url " + said.join(" "));
});
