"use strict";
// https://w3c.github.io/webcodecs/#audiodata-interface
(function (agent) {
  const { bridge, shared } = agent;
  const sampleBytes = (format) => format.startsWith("u8") ? 1 : format.startsWith("s16") ? 2 : 4;
  const isPlanar = (format) => format.endsWith("-planar");

  class AudioData extends agent.PlatformObject {
    #closed = false;
    #timestamp;

    constructor(realm, init) {
      super(realm);
      this.host = init.isHost ? init.host : this.#made(init);
      this.#timestamp = this.host.timestamp();
    }
    static of(realm, host) { return new AudioData(realm, { isHost: true, host }); }

    #made({ format, sampleRate, numberOfFrames: frames, numberOfChannels: channels, timestamp, data, transfer = [] }) {
      const { realm } = this;
      const fail = (what) => { throw new realm.TypeError("Failed to construct 'AudioData': " + what + "."); };
      if (!(sampleRate > 0) || !frames || !channels) fail("there are no samples");
      if (new Set(transfer).size < transfer.length || transfer.some((it) => it.detached)) {
        throw realm.domException("DataCloneError", "The transfer list has a value twice, or one that is detached.");
      }
      if (!bridge.elements().isSoundFormat(format) || !Number.isInteger(sampleRate)) {
        throw realm.domException("NotSupportedError", "Sound is f32-planar, f32 or s16 of a whole number of samples a second.");
      }
      const bytes = shared.bytesOf(data);
      if (bytes.length < frames * channels * sampleBytes(format)) fail("the data is too short");
      const host = bridge.elements().soundOfData(format, sampleRate, channels, frames, timestamp, bytes.buffer, bytes.byteOffset);
      for (const it of transfer) it.transfer();
      return host;
    }

    get isClosed() { return this.#closed; }
    #check() { if (this.#closed) throw this.realm.domException("InvalidStateError", "The sound is closed."); }
    get format() { return this.#closed ? null : this.host.format(); }
    get sampleRate() { return this.#closed ? 0 : this.host.sampleRate(); }
    get numberOfFrames() { return this.#closed ? 0 : this.host.numberOfFrames(); }
    get numberOfChannels() { return this.#closed ? 0 : this.host.numberOfChannels(); }
    get duration() { return this.#closed ? 0 : this.host.duration(); }
    get timestamp() { return this.#timestamp; }

    // https://w3c.github.io/webcodecs/#compute-copy-element-count
    #part({ planeIndex, frameOffset, frameCount, format = this.format }) {
      const { realm } = this;
      const fail = (what) => { throw new realm.RangeError(what); };
      if (format !== this.format && format !== "f32-planar") {
        throw realm.domException("NotSupportedError", "Sound is copied as it is, or as f32-planar.");
      }
      if (planeIndex >= (isPlanar(format) ? this.numberOfChannels : 1)) fail("There is no plane " + planeIndex + ".");
      if (frameOffset >= this.numberOfFrames) fail("The sound is over before.");
      const frames = frameCount ?? this.numberOfFrames - frameOffset;
      if (frameOffset + frames > this.numberOfFrames) fail("The sound is shorter than that.");
      return { format, planeIndex, frameOffset, frames, bytes: frames * sampleBytes(format) * (isPlanar(format) ? 1 : this.numberOfChannels) };
    }
    allocationSize(options) {
      this.#check();
      return this.#part(options).bytes;
    }
    copyTo(destination, options) {
      this.#check();
      const { format, planeIndex, frameOffset, frames, bytes } = this.#part(options);
      const to = shared.bytesOf(destination);
      if (to.length < bytes) throw new this.realm.RangeError("The destination is too short.");
      const from = format === this.format ? this.host.bytes(planeIndex, frameOffset, frames) : this.host.floats(planeIndex, frameOffset, frames);
      to.set(new Uint8Array(new ArrayBuffer(from)));
    }
    clone() {
      this.#check();
      return AudioData.of(this.realm, this.host.copy());
    }
    close() {
      if (this.#closed) return;
      this.#closed = true;
      this.host.close();
    }
  }
  agent.implement("AudioData", AudioData);

  const handle = (it, out) => {
    if (it.isClosed) throw it.realm.domException("DataCloneError", "The sound is closed.");
    return out.attach(it.host.handle());
  };
  const read = (to, at, from) => AudioData.of(to, bridge.elements().receivedSound(from.attachment(at)));
  shared.serializable.set("AudioData", { write: handle, read });
  shared.transferable.set("AudioData", {
    write(it, out) {
      const at = handle(it, out);
      it.close();
      return at;
    },
    read,
  });
});
