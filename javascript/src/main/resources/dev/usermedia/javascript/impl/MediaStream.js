"use strict";
// https://w3c.github.io/mediacapture-main/#mediastream
(function (agent) {
  const { EventTarget, MediaStreamTrack } = agent.implementations;

  class MediaStream extends EventTarget {
    constructor(realm, given) {
      super(realm);
      this.host = given?.isHost ? given.host : realm.media().stream();
      if (given && !given.isHost) {
        for (const track of given instanceof MediaStream ? given.getTracks() : given) this.addTrack(track);
      }
    }
    // The one object of a stream of the room behind.
    static of(realm, host) {
      const known = host.peer();
      if (known) return known;
      const stream = new MediaStream(realm, { isHost: true, host });
      host.setPeer(stream);
      host.onChange((type, track) => {
        stream.changed();
        stream.fire(type, { track: MediaStreamTrack.of(realm, track) }, "MediaStreamTrackEvent");
      });
      return stream;
    }

    get id() { return this.host.id(); }
    get active() { return this.getTracks().some((track) => track.readyState === "live"); }
    getTracks() { return Array.from(this.host.tracks(), (host) => MediaStreamTrack.of(this.realm, host)); }
    getAudioTracks() { return this.getTracks().filter((track) => track.kind === "audio"); }
    getVideoTracks() { return this.getTracks().filter((track) => track.kind === "video"); }
    getTrackById(id) { return this.getTracks().find((track) => track.id === id) ?? null; }
    addTrack(track) {
      this.host.add(track.host);
      this.changed();
    }
    removeTrack(track) {
      this.host.remove(track.host);
      this.changed();
    }
    clone() { return new MediaStream(this.realm, this.getTracks().map((track) => track.clone())); }

    // Who shows the stream looks at its tracks again.
    #watchers = new Set();
    watch(watcher) { this.#watchers.add(watcher); }
    unwatch(watcher) { this.#watchers.delete(watcher); }
    changed() { for (const watcher of this.#watchers) watcher(); }
  }
  agent.implement("MediaStream", MediaStream);
});
