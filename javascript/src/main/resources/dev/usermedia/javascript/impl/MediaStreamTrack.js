"use strict";
// https://w3c.github.io/mediacapture-main/#mediastreamtrack
(function (agent) {
  const { EventTarget } = agent.implementations;
  const events = ["mute", "unmute", "ended"];

  class MediaStreamTrack extends EventTarget {
    #listening = new Set();
    #stats = null;

    constructor(realm, host) {
      super(realm);
      this.host = host;
    }
    // The one object of a track of the room behind.
    static of(realm, host) {
      const known = host.peer();
      if (known) return known;
      const track = new MediaStreamTrack(realm, host);
      host.setPeer(track);
      return track;
    }

    get kind() { return this.host.kind(); }
    get id() { return this.host.id(); }
    get label() { return this.host.label(); }
    get enabled() { return this.host.enabled(); }
    set enabled(value) { this.host.setEnabled(value); }
    get muted() { return this.host.muted(); }
    get readyState() { return this.host.readyState(); }
    clone() {
      return MediaStreamTrack.of(this.realm, this.host.copy());
    }
    stop() {
      this.host.stop();
      this.#changed();
    }

    // Who renders the track looks at it again when it has ended.
    #watchers = new Set();
    watch(watcher) {
      if (!this.#watchers.size && !this.#endWatched) {
        this.#endWatched = true;
        this.host.on("ended", () => this.#changed());
      }
      this.#watchers.add(watcher);
    }
    unwatch(watcher) { this.#watchers.delete(watcher); }
    #endWatched = false;
    #changed() { for (const watcher of [...this.#watchers]) watcher(); }

    getCapabilities() { return this.host.getCapabilities(); }
    getConstraints() { return this.host.getConstraints(); }
    getSettings() { return this.host.getSettings(); }
    applyConstraints(constraints = {}) {
      return this.realm.ask((resolve, reject) => this.host.applyConstraints(constraints, () => resolve(), reject));
    }

    // https://w3c.github.io/mst-content-hint/#dom-mediastreamtrack-contenthint
    get contentHint() { return this.host.contentHint(); }
    set contentHint(value) { this.host.setContentHint(value); }

    // https://w3c.github.io/mediacapture-extensions/#dom-mediastreamtrack-stats
    get stats() {
      const { deviceId, displaySurface } = this.host.getCapabilities();
      if (deviceId === undefined && displaySurface === undefined) return null; // neither a device nor a display
      const name = this.kind === "audio" ? "MediaStreamTrackAudioStats" : "MediaStreamTrackVideoStats";
      return this.#stats ??= new agent.implementations[name](this.realm, this.host);
    }

    listenersChanged(type) {
      if (events.includes(type) && !this.#listening.has(type)) {
        this.#listening.add(type);
        this.host.on(type, () => this.fire(type));
      }
    }
  }
  agent.implement("MediaStreamTrack", MediaStreamTrack);
});
