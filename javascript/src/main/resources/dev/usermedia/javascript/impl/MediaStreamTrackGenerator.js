"use strict";
// https://www.w3.org/TR/2021/WD-mediacapture-transform-20211112/#track-generator, which became VideoTrackGenerator: a track that is
// its own generator, in windows too. Only where the names of the past are wanted; no IDL of today has it.
(function (agent) {
  const { bridge, shared } = agent;
  const { MediaStreamTrack } = agent.implementations;
  const name = "MediaStreamTrackGenerator";
  for (const it of ["MediaStreamTrackProcessor", "VideoTrackGenerator", name]) agent.legacyNames.add(it);

  class MediaStreamTrackGenerator extends MediaStreamTrack {
    #host;
    #writable = null;
    constructor(realm, kind) {
      if (kind !== "video" && kind !== "audio") throw new realm.TypeError("Failed to construct '" + name + "': the kind is 'video' or 'audio'.");
      if (kind === "audio") throw realm.domException("NotSupportedError", "Tracks of sound are not generated.");
      const host = bridge.elements().generator(realm.media());
      super(realm, host.track());
      this.host.setPeer(this);
      this.#host = host;
    }
    get writable() { return this.#writable ??= shared.writableOf(this.realm, this.#host, "VideoFrame"); }
  }
  agent.implement(name, MediaStreamTrackGenerator);

  // As the glue that is generated of an IDL would have it.
  agent.setups.push((R) => R.define(name, "MediaStreamTrack", { exposed: [] }, (prototype) => [
    function MediaStreamTrackGenerator(init) {
      if (new.target === undefined) R.calledWithoutNew("Failed to construct '" + name + "'");
      if (arguments.length < 1) R.missing(0, 1, "Failed to construct '" + name + "'");
      const kind = init !== null && typeof init === "object" ? init.kind : init;
      R.construct(this, name, [`${kind}`]);
    },
    { __proto__: prototype, get writable() { return R.self(this, name, "writable").writable; } },
  ]));
});
