"use strict";
// https://w3c.github.io/webrtc-pc/#rtp-media-api. What is not there yet is not there: no transports, no tones, no sources of
// packets.
(function (agent) {
  const { bridge, shared } = agent;
  const { MediaStreamTrack } = agent.implementations;

  // Asks the room behind, which answers nothing any more once the connection is closed: its host has the script wait.
  shared.askConnection = (realm, start, make = (value) => value) => {
    const { promise, resolve, reject } = realm.deferred();
    const answered = (settle) => { if (realm.isActive()) settle(); };
    start((value) => answered(() => resolve(make(value))),
      (name, message, constraint) => answered(() => reject(realm.errorOf(name, message, constraint))));
    return promise;
  };
  const nothing = () => undefined;
  const { askConnection } = shared;
  shared.statsReport = (realm, start) =>
    askConnection(realm, start, (stats) => new agent.implementations.RTCStatsReport(realm, stats));

  class RTCRtpSender extends agent.PlatformObject {
    constructor(realm, host) {
      super(realm);
      this.host = host;
    }
    static getCapabilities(kind) { return bridge.connections().senderCapabilities(kind) ?? null; }
    get track() {
      const host = this.host.track();
      return host ? MediaStreamTrack.of(this.realm, host) : null;
    }
    getParameters() { return this.host.getParameters(); }
    setParameters(parameters) {
      return askConnection(this.realm, (resolve, reject) => this.host.setParameters(parameters, resolve, reject), nothing);
    }
    replaceTrack(withTrack) {
      return askConnection(this.realm, (resolve, reject) => this.host.replaceTrack(withTrack?.host, resolve, reject), nothing);
    }
    setStreams(...streams) { this.host.setStreams(streams.map((it) => it.host)); }
    getStats() { return shared.statsReport(this.realm, (resolve, reject) => this.host.getStats(resolve, reject)); }
  }
  agent.implement("RTCRtpSender", RTCRtpSender);

  class RTCRtpReceiver extends agent.PlatformObject {
    constructor(realm, host) {
      super(realm);
      this.host = host;
      this.track = MediaStreamTrack.of(realm, host.track());
    }
    static getCapabilities(kind) { return bridge.connections().receiverCapabilities(kind) ?? null; }
    getParameters() { return this.host.getParameters(); }
    getStats() { return shared.statsReport(this.realm, (resolve, reject) => this.host.getStats(resolve, reject)); }
  }
  agent.implement("RTCRtpReceiver", RTCRtpReceiver, "track");

  class RTCRtpTransceiver extends agent.PlatformObject {
    constructor(realm, host) {
      super(realm);
      this.host = host;
      this.sender = new RTCRtpSender(realm, host.sender());
      this.receiver = new RTCRtpReceiver(realm, host.receiver());
    }
    // The one object of a transceiver of the room behind.
    static of(realm, host) {
      const known = host.peer();
      if (known) return known;
      const transceiver = new RTCRtpTransceiver(realm, host);
      host.setPeer(transceiver);
      return transceiver;
    }
    get mid() { return this.host.mid() ?? null; }
    get direction() { return this.host.direction(); }
    set direction(direction) { this.host.setDirection(direction); }
    get currentDirection() { return this.host.currentDirection() ?? null; }
    stop() { this.host.stop(); }
    setCodecPreferences(codecs) { this.host.setCodecPreferences(codecs); }
  }
  agent.implement("RTCRtpTransceiver", RTCRtpTransceiver, "sender receiver");
});
