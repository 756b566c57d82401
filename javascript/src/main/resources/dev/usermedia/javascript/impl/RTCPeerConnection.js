"use strict";
// https://w3c.github.io/webrtc-pc/#rtcpeerconnection-interface. What is not there yet is not there: no data channels, no
// certificates.
(function (agent) {
  const { bridge, shared } = agent;
  const { EventTarget, MediaStream, RTCIceCandidate, RTCRtpTransceiver, RTCSessionDescription } = agent.implementations;
  const { askConnection } = shared;
  const KINDS = ["audio", "video"];
  const DESCRIPTIONS = ["localDescription", "currentLocalDescription", "pendingLocalDescription",
    "remoteDescription", "currentRemoteDescription", "pendingRemoteDescription"];
  const nothing = () => undefined;

  class RTCPeerConnection extends EventTarget {
    #host;
    #descriptions = [];
    constructor(realm, configuration) {
      super(realm);
      if (!realm.isActive()) throw realm.domException("InvalidStateError", "The document is gone.");
      this.#host = bridge.connections().connection(realm.media(), configuration);
      this.#host.onEvent((type, about) => { if (realm.isActive()) this.#fire(type, about); });
    }

    #fire(type, about) {
      const { realm } = this;
      switch (type) {
        case "icecandidate": {
          const candidate = about.candidate ? new RTCIceCandidate(realm, about.candidate) : null;
          return this.fire(type, { candidate, url: about.url ?? null }, "RTCPeerConnectionIceEvent");
        }
        case "icecandidateerror":
          return this.fire(type, about, "RTCPeerConnectionIceErrorEvent");
        case "track": {
          const transceiver = RTCRtpTransceiver.of(realm, about.transceiver);
          const streams = Array.from(about.streams, (it) => MediaStream.of(realm, it));
          return this.fire(type, { transceiver, receiver: transceiver.receiver, track: transceiver.receiver.track, streams }, "RTCTrackEvent");
        }
        default:
          return this.fire(type);
      }
    }

    // ---- descriptions ----

    #ask(start, make) { return askConnection(this.realm, start, make); }
    // https://w3c.github.io/webrtc-pc/#legacy-interface-extensions
    #call(promise, success, failure) {
      const { realm } = this;
      realm.then(promise,
        (value) => { success.report(undefined, ...(value === undefined ? [] : [realm.outDictionary(value)])); },
        (error) => { failure.report(undefined, error); });
      return realm.resolved(undefined);
    }

    createOffer(first, failure, legacyOptions) {
      const options = failure === undefined ? first : legacyOptions;
      const made = this.#ask((resolve, reject) => this.#host.createOffer(options, resolve, reject));
      return failure === undefined ? made : this.#call(made, first, failure);
    }
    createAnswer(first, failure) {
      const made = this.#ask((resolve, reject) => this.#host.createAnswer(resolve, reject));
      return failure === undefined ? made : this.#call(made, first, failure);
    }
    #apply(start, success, failure) {
      const applied = this.#ask(start, nothing);
      return failure === undefined ? applied : this.#call(applied, success, failure);
    }
    setLocalDescription(description, success, failure) {
      return this.#apply((resolve, reject) => this.#host.setLocalDescription(description, resolve, reject), success, failure);
    }
    setRemoteDescription(description, success, failure) {
      return this.#apply((resolve, reject) => this.#host.setRemoteDescription(description, resolve, reject), success, failure);
    }
    addIceCandidate(candidate, success, failure) {
      return this.#apply((resolve, reject) => this.#host.addIceCandidate(candidate, resolve, reject), success, failure);
    }

    // The same object as long as the description stays what it is.
    description(which) {
      const it = this.#host.description(which);
      if (!it) return null;
      const local = /local/i.test(which);
      const known = this.#descriptions.find((other) => other.local === local && other.made.type === it.type && other.made.sdp === it.sdp);
      if (known) return known.made;
      const made = new RTCSessionDescription(this.realm, it);
      this.#descriptions = [{ local, made }, ...this.#descriptions.slice(0, DESCRIPTIONS.length - 1)];
      return made;
    }
    get localDescription() { return this.description("localDescription"); }
    get currentLocalDescription() { return this.description("currentLocalDescription"); }
    get pendingLocalDescription() { return this.description("pendingLocalDescription"); }
    get remoteDescription() { return this.description("remoteDescription"); }
    get currentRemoteDescription() { return this.description("currentRemoteDescription"); }
    get pendingRemoteDescription() { return this.description("pendingRemoteDescription"); }
    get canTrickleIceCandidates() { return this.#host.canTrickleIceCandidates() ?? null; }
    restartIce() { this.#host.restartIce(); }

    // ---- states ----

    get signalingState() { return this.#host.signalingState(); }
    get iceGatheringState() { return this.#host.iceGatheringState(); }
    get iceConnectionState() { return this.#host.iceConnectionState(); }
    get connectionState() { return this.#host.connectionState(); }
    getConfiguration() { return this.#host.getConfiguration(); }
    setConfiguration(configuration) { this.#host.setConfiguration(configuration); }
    close() { this.#host.close(); }

    // ---- tracks ----

    #transceivers(hosts) { return Array.from(hosts, (host) => RTCRtpTransceiver.of(this.realm, host)); }
    getTransceivers() { return this.#transceivers(this.#host.transceivers()); }
    getSenders() { return this.#transceivers(this.#host.senders()).map((it) => it.sender); }
    getReceivers() { return this.#transceivers(this.#host.receivers()).map((it) => it.receiver); }
    addTrack(track, ...streams) {
      return RTCRtpTransceiver.of(this.realm, this.#host.addTrack(track.host, streams.map((it) => it.host))).sender;
    }
    removeTrack(sender) { this.#host.removeTrack(sender.host); }
    addTransceiver(trackOrKind, { streams, ...init }) {
      const { realm } = this;
      const hosts = streams.map((it) => it.host);
      if (typeof trackOrKind !== "string") {
        return RTCRtpTransceiver.of(realm, this.#host.addTransceiver(trackOrKind.host, init, hosts));
      }
      if (!KINDS.includes(trackOrKind)) {
        throw new realm.TypeError("Failed to execute 'addTransceiver' on 'RTCPeerConnection': '" + trackOrKind + "' is neither audio nor video.");
      }
      return RTCRtpTransceiver.of(realm, this.#host.addTransceiverOf(trackOrKind, init, hosts));
    }

    // ---- statistics ----

    getStats(selector) {
      return shared.statsReport(this.realm, (resolve, reject) =>
        selector ? this.#host.getStatsOf(selector.host, resolve, reject) : this.#host.getStats(resolve, reject));
    }
  }
  agent.implement("RTCPeerConnection", RTCPeerConnection);

  // Where there are no data channels, none is listened for.
  agent.setups.push((R) => { delete R.interfaces.RTCPeerConnection?.C.prototype.ondatachannel; });
});
