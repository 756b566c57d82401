"use strict";
// https://w3c.github.io/mediacapture-main/#mediadevices
(function (agent) {
  const { EventTarget, MediaStream } = agent.implementations;

  class MediaDevices extends EventTarget {
    #listening = null;

    get #host() { return this.realm.media(); }

    #ask(start, make) {
      const { realm } = this;
      if (!realm.isActive()) throw realm.domException("InvalidStateError", "The document is not fully active.");
      return realm.ask(start, make);
    }

    enumerateDevices() {
      // Enumeration can not proceed where there is no document.
      if (!this.realm.isActive()) return this.realm.deferred().promise;
      return this.#ask((resolve, reject) => this.#host.enumerateDevices(resolve, reject),
        (devices) => Array.from(devices, (host) => agent.shared.deviceInfo(this.realm, host)));
    }

    // https://w3c.github.io/mediacapture-extensions/#dom-mediadevices-defaultsemantics
    get defaultSemantics() { return this.#host.defaultSemantics(); }
    getSupportedConstraints() { return this.#host.getSupportedConstraints(); }

    getUserMedia(constraints) {
      return this.#ask((resolve, reject) => this.#host.getUserMedia(constraints, resolve, reject),
        (host) => MediaStream.of(this.realm, host));
    }

    // https://w3c.github.io/mediacapture-screen-share/#dom-mediadevices-getdisplaymedia
    getDisplayMedia(options) {
      const { realm } = this;
      const { controller, ...rest } = options;
      realm.useActivation("display-capture");
      return this.#ask((resolve, reject) => this.#host.getDisplayMedia(rest, controller?.host, resolve, reject),
        (host) => MediaStream.of(realm, host));
    }

    // https://w3c.github.io/mediacapture-output/#dom-mediadevices-selectaudiooutput
    selectAudioOutput(options) {
      const { realm } = this;
      realm.useActivation("speaker-selection");
      return this.#ask((resolve, reject) => this.#host.selectAudioOutput(options.deviceId, resolve, reject),
        (host) => agent.shared.deviceInfo(this.realm, host));
    }

    listenersChanged(type) {
      if (type === "devicechange" && !this.#listening) {
        this.#listening = this.#host.onDeviceChange((devices, inserted) => {
          const info = (host) => agent.shared.deviceInfo(this.realm, host);
          this.fire("devicechange", { devices: Array.from(devices, info), userInsertedDevices: Array.from(inserted, info) }, "DeviceChangeEvent");
        });
      }
    }
  }
  agent.implement("MediaDevices", MediaDevices);

  // https://w3c.github.io/mediacapture-screen-share/#dom-capturecontroller
  agent.implement("CaptureController", class CaptureController extends EventTarget {
    #host = null;
    get host() { return this.#host ??= this.realm.media().controller(); }
    setFocusBehavior(behavior) { this.host.setFocusBehavior(behavior); }
  });

  // https://w3c.github.io/mediacapture-main/#devicechangeevent
  agent.implement("DeviceChangeEvent", class DeviceChangeEvent extends agent.implementations.Event {
    constructor(realm, type, init = {}) {
      super(realm, type, init);
      this.lists = [init.devices ?? [], init.userInsertedDevices ?? []];
    }
    #frozen(at) { return Object.isFrozen(this.lists[at]) ? this.lists[at] : this.lists[at] = Object.freeze(this.realm.outSequence(this.lists[at])); }
    get devices() { return this.#frozen(0); }
    get userInsertedDevices() { return this.#frozen(1); }
  });
});
