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
    // https://w3c.github.io/webrtc-pc/#dfn-lastreturnedparameters, which are forgotten with the task: of that only the script's own
    // event loop knows. The room behind is asked anew by whoever sets them.
    #returned = null;
    get #latest() { return this.#returned?.task === bridge.task() ? this.#returned.parameters : null; }
    getParameters() {
      if (!this.#latest) {
        const parameters = { ...this.host.getParameters(), __proto__: null, transactionId: bridge.uuid() };
        this.#returned = { task: bridge.task(), parameters };
      }
      return this.#returned.parameters;
    }
    setParameters(parameters) {
      const { realm } = this;
      const fail = (name, message) => realm.rejected(realm.domException(name, message));
      if (!this.#latest) return fail("InvalidStateError", "The parameters were not asked for in this task.");
      if (parameters.transactionId !== this.#latest.transactionId) return fail("InvalidModificationError", "The parameters are of another transaction.");
      const { transactionId } = this.host.getParameters();
      return askConnection(realm, (resolve, reject) => this.host.setParameters({ ...parameters, transactionId }, resolve, reject), () => { this.#returned = null; });
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
