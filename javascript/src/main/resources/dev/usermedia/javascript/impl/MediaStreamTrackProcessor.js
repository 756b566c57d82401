"use strict";
// https://w3c.github.io/mediacapture-transform/, and the transfer of tracks:
// https://w3c.github.io/mediacapture-extensions/#transferable-mediastreamtrack
(function (agent) {
  const { bridge, shared } = agent;
  const { MediaStreamTrack, VideoFrame, AudioData } = agent.implementations;

  shared.transferable.set("MediaStreamTrack", {
    write: (it, out) => out.attach(it.host.handle()),
    read: (to, at, from) => MediaStreamTrack.of(to, to.media().received(from.attachment(at))),
  });

  // A track that a processor elsewhere reads, while it stays where it is.
  class MediaStreamTrackHandle extends agent.PlatformObject {
    constructor(realm, track) {
      super(realm);
      this.reference = track instanceof MediaStreamTrack ? track.host.reference() : track;
    }
  }
  agent.implement("MediaStreamTrackHandle", MediaStreamTrackHandle);
  shared.transferable.set("MediaStreamTrackHandle", {
    write(it, out) {
      if (!it.reference) throw it.realm.domException("DataCloneError", "The handle was transferred before.");
      const at = out.attach(it.reference);
      it.reference = null;
      return at;
    },
    read: (to, at, from) => new MediaStreamTrackHandle(to, from.attachment(at)),
  });

  agent.implement("MediaStreamTrackProcessor", class MediaStreamTrackProcessor extends agent.PlatformObject {
    #host;
    #readable = null;
    constructor(realm, { track, maxBufferSize = 1 }) {
      super(realm);
      const reference = track instanceof MediaStreamTrack ? track.host.reference() : track.reference;
      if (!reference) throw new realm.TypeError("Failed to construct 'MediaStreamTrackProcessor': the handle was transferred.");
      this.#host = bridge.elements().processor(reference, maxBufferSize);
    }
    get totalFrames() { return this.#host.totalFrames(); }
    get discardedFrames() { return this.#host.discardedFrames(); }
    get readable() { return this.#readable ??= this.#stream(); }
    #stream() {
      const { realm } = this;
      const host = this.#host;
      let open = true;
      return new realm.streams.ReadableStream({
        start(controller) {
          host.onClosed(() => {
            if (!open) return;
            open = false;
            controller.close();
          });
        },
        pull: (controller) => new realm.Promise((resolve, reject) => {
          bridge.retain();
          host.read((frame) => {
            bridge.release();
            if (frame !== undefined) {
              const made = host.isVideo() ? VideoFrame.of(realm, frame) : AudioData.of(realm, frame);
              if (open) controller.enqueue(realm.wrap(made));
              else made.close();
            }
            resolve();
          }, (name, message) => {
            bridge.release();
            reject(realm.errorOf(name, message));
          });
        }),
        cancel() {
          open = false;
          host.close();
        },
      }, { highWaterMark: 0 });
    }
  });

  agent.implement("VideoTrackGenerator", class VideoTrackGenerator extends agent.PlatformObject {
    #host;
    #writable = null;
    constructor(realm) {
      super(realm);
      this.#host = bridge.elements().generator(realm.media());
    }
    get track() { return MediaStreamTrack.of(this.realm, this.#host.track()); }
    get muted() { return this.#host.muted(); }
    set muted(value) { this.#host.setMuted(value); }
    get writable() { return this.#writable ??= shared.writableOf(this.realm, this.#host, "VideoFrame"); }
  });

  // A stream whose chunks, of an interface, a generator of the room behind takes. One frame is on its way while the next is
  // written; after that who writes waits.
  shared.writableOf = (realm, host, kind) => {
    let underway = null;
    const stream = new realm.streams.WritableStream({
      write(chunk, controller) {
        const frame = agent.implementationOf(chunk);
        if (!(frame instanceof agent.implementations[kind])) throw new realm.TypeError("The chunk is no " + kind + ".");
        if (frame.isClosed) throw new realm.TypeError("The frame is closed.");
        const before = underway;
        const taken = new realm.Promise((resolve) => {
          host.write(frame.host, resolve, (name, message) => {
            controller.error(realm.errorOf(name, message));
            resolve();
          });
        });
        underway = taken;
        realm.then(taken, () => { if (underway === taken) underway = null; });
        frame.close();
        return before;
      },
      close() { host.close(); },
      abort() { host.close(); },
    });
    host.onClosed(() => shared.closeWritable(realm, stream));
    return stream;
  };
});
