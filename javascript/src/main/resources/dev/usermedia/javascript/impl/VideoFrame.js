"use strict";
// https://w3c.github.io/webcodecs/#videoframe-interface, of whole pictures: parts and layouts with padding are refused.
(function (agent) {
  const { bridge, shared } = agent;
  const { DOMRectReadOnly } = agent.implementations;
  const known = ["I420", "NV12", "RGBA", "RGBX", "BGRA", "BGRX"];

  agent.implement("VideoColorSpace", class VideoColorSpace extends agent.PlatformObject {
    constructor(realm, init = {}) {
      super(realm);
      for (const key of ["primaries", "transfer", "matrix", "fullRange"]) this[key] = init[key] ?? null;
    }
    toJSON() { return { __proto__: null, primaries: this.primaries, transfer: this.transfer, matrix: this.matrix, fullRange: this.fullRange }; }
  }, "primaries transfer matrix fullRange");

  class VideoFrame extends agent.PlatformObject {
    #facts;
    #closed = false;
    #timestamp;
    #duration;

    constructor(realm, source, init = {}) {
      super(realm);
      this.host = source?.isHost ? source.host : this.#made(source, init);
      this.#facts = this.host.facts();
      this.format = this.host.format() || null;
      this.#timestamp = this.#facts.timestamp;
      this.#duration = source?.isHost ? source.duration : init.duration ?? source.duration ?? null;
    }
    static of(realm, host, duration = null) { return new VideoFrame(realm, { isHost: true, host, duration }); }

    #made(source, init) {
      const { realm } = this;
      const refuse = (what) => { throw realm.domException("NotSupportedError", what); };
      if (init.visibleRect || init.displayWidth || init.displayHeight || init.rotation || init.flip || init.layout) {
        refuse("Only whole pictures as they are can be made frames.");
      }
      if (!(source instanceof agent.PlatformObject)) return this.#ofData(source, init, refuse);
      if (source instanceof VideoFrame) {
        if (source.isClosed) throw realm.domException("InvalidStateError", "The frame is closed.");
        return bridge.elements().frame(source.host, init.timestamp ?? source.timestamp, init.duration ?? source.duration ?? 0);
      }
      const from = shared.drawable(realm, source);
      if (!from) throw realm.domException("InvalidStateError", "There is no picture yet.");
      const shown = source instanceof agent.implementations.HTMLVideoElement ? from.host.size()[2] : undefined;
      const timestamp = init.timestamp ?? shown;
      if (timestamp === undefined) throw new realm.TypeError("Failed to construct 'VideoFrame': a timestamp is required.");
      return bridge.elements().frame(from.host, timestamp, init.duration ?? 0);
    }
    #ofData(source, init, refuse) {
      const { realm } = this;
      const { format, codedWidth: width, codedHeight: height } = init;
      if (!width || !height) throw new realm.TypeError("Failed to construct 'VideoFrame': the picture has no pixels.");
      if (!known.includes(format)) refuse("The format " + format + " is not supported.");
      if (bridge.elements().isTooLarge(width, height)) throw new realm.TypeError("Failed to construct 'VideoFrame': the picture is too large.");
      const bytes = shared.bytesOf(source);
      if (bytes.length < bridge.elements().frameBytes(format, width, height)) {
        throw new realm.TypeError("Failed to construct 'VideoFrame': the data is too short.");
      }
      return bridge.elements().frameOfData(format, width, height, init.timestamp, init.duration ?? 0, bytes.buffer, bytes.byteOffset);
    }

    get isClosed() { return this.#closed; }
    #check() { if (this.#closed) throw this.realm.domException("InvalidStateError", "The frame is closed."); }
    #rect(x, y, width, height) { return new DOMRectReadOnly(this.realm, x, y, width, height); }
    get codedWidth() { return this.#closed ? 0 : this.#facts.codedWidth; }
    get codedHeight() { return this.#closed ? 0 : this.#facts.codedHeight; }
    get codedRect() { return this.#closed ? null : this.ownCodedRect ??= this.#rect(0, 0, this.codedWidth, this.codedHeight); }
    get visibleRect() { return this.#closed ? null : this.ownVisibleRect ??= this.#rect(...Array.from(this.#facts.visible)); }
    get rotation() { return this.#closed ? 0 : this.#facts.rotation; }
    get flip() { return false; }
    get displayWidth() { return this.#closed ? 0 : this.#facts.displayWidth; }
    get displayHeight() { return this.#closed ? 0 : this.#facts.displayHeight; }
    get duration() { return this.#duration; }
    get timestamp() { return this.#timestamp; }
    get colorSpace() { return this.ownColorSpace ??= new agent.implementations.VideoColorSpace(this.realm, this.#closed ? {} : this.#facts); }
    metadata() {
      this.#check();
      return { __proto__: null };
    }

    // As what can be drawn.
    get picture() {
      this.#check();
      return this.host;
    }
    get width() { return this.displayWidth; }
    get height() { return this.displayHeight; }

    #isRgba(options) {
      this.#check();
      const { format = this.format } = options;
      if (options.rect || options.layout || (format !== this.format && format !== "RGBA")) {
        throw this.realm.domException("NotSupportedError", "Frames are copied as they are, or in RGBA.");
      }
      return format !== this.format;
    }
    allocationSize(options = {}) { return this.host.allocationSize(this.#isRgba(options)); }
    copyTo(destination, options = {}) {
      const { realm } = this;
      const rgba = this.#isRgba(options);
      const to = shared.bytesOf(destination);
      const from = new Uint8Array(new ArrayBuffer(this.host.bytes(rgba)));
      if (to.length < from.length) throw new realm.TypeError("Failed to execute 'copyTo' on 'VideoFrame': the destination is too short.");
      to.set(from);
      const { promise, resolve } = realm.deferred();
      const { width, height } = this.visibleRect;
      realm.queueTask(() => resolve(planes(rgba ? "RGBA" : this.format, width, height)));
      return promise;
    }
    clone() {
      this.#check();
      return VideoFrame.of(this.realm, this.host.copy(), this.#duration);
    }
    close() {
      if (this.#closed) return;
      this.#closed = true;
      this.format = null;
      this.host.close();
    }
  }
  agent.implement("VideoFrame", VideoFrame, "format");

  const planes = (format, width, height) => {
    const chroma = width + 1 >> 1, luma = width * height;
    const layouts = format === "I420" ? [[0, width], [luma, chroma], [luma + chroma * (height + 1 >> 1), chroma]]
      : format === "NV12" ? [[0, width], [luma, chroma * 2]] : [[0, width * 4]];
    return layouts.map(([offset, stride]) => ({ __proto__: null, offset, stride }));
  };

  const whole = (frame) => { if (frame.isClosed) throw frame.realm.domException("DataCloneError", "The frame is closed."); };
  const read = (to, [at, duration], from) => VideoFrame.of(to, bridge.elements().received(from.attachment(at)), duration);
  shared.serializable.set("VideoFrame", {
    write(it, out) {
      whole(it);
      return [out.attach(it.host.handle()), it.duration];
    },
    read,
  });
  shared.transferable.set("VideoFrame", {
    write(it, out) {
      whole(it);
      const at = out.attach(it.host.handle());
      it.close();
      return [at, it.duration];
    },
    read,
  });
});
