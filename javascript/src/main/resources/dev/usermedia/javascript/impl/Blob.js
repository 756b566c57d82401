"use strict";
// https://w3c.github.io/FileAPI/, with the text codecs of https://encoding.spec.whatwg.org/ that it needs.
(function (agent) {
  const { EventTarget } = agent.implementations;

  // ---- UTF-8 ----

  const encode = agent.shared.encodeUtf8 = (text) => {
    const out = [];
    for (const character of text.toWellFormed()) {
      const code = character.codePointAt(0);
      if (code < 0x80) out.push(code);
      else if (code < 0x800) out.push(0xc0 | code >> 6, 0x80 | code & 63);
      else if (code < 0x10000) out.push(0xe0 | code >> 12, 0x80 | code >> 6 & 63, 0x80 | code & 63);
      else out.push(0xf0 | code >> 18, 0x80 | code >> 12 & 63, 0x80 | code >> 6 & 63, 0x80 | code & 63);
    }
    return Uint8Array.from(out);
  };
  // https://encoding.spec.whatwg.org/#utf-8-decoder; returns undefined where it fails and must not.
  const decode = agent.shared.decodeUtf8 = (bytes, fatal, keepMark) => {
    let out = "", needed = 0, code = 0, lower = 0x80, upper = 0xbf;
    for (let i = 0; i < bytes.length; i++) {
      const byte = bytes[i];
      if (!needed) {
        if (byte < 0x80) out += String.fromCharCode(byte);
        else if (byte >= 0xc2 && byte <= 0xdf) [needed, code] = [1, byte & 31];
        else if (byte >= 0xe0 && byte <= 0xef) {
          [needed, code] = [2, byte & 15];
          if (byte === 0xe0) lower = 0xa0;
          if (byte === 0xed) upper = 0x9f;
        } else if (byte >= 0xf0 && byte <= 0xf4) {
          [needed, code] = [3, byte & 7];
          if (byte === 0xf0) lower = 0x90;
          if (byte === 0xf4) upper = 0x8f;
        } else if (fatal) return undefined;
        else out += "\ufffd";
        continue;
      }
      if (byte < lower || byte > upper) {
        if (fatal) return undefined;
        out += "\ufffd";
        [needed, lower, upper] = [0, 0x80, 0xbf];
        i--;
        continue;
      }
      [lower, upper] = [0x80, 0xbf];
      code = code << 6 | byte & 63;
      if (--needed === 0) out += String.fromCodePoint(code);
    }
    if (needed) {
      if (fatal) return undefined;
      out += "\ufffd";
    }
    return !keepMark && out.startsWith("\ufeff") ? out.slice(1) : out;
  };
  agent.implement("TextEncoder", class TextEncoder extends agent.PlatformObject {
    get encoding() { return "utf-8"; }
    encode(text = "") { return new this.realm.Uint8Array(encode(text)); }
    encodeInto(text, destination) {
      let read = 0, written = 0;
      for (const character of text) {
        const bytes = encode(character);
        if (written + bytes.length > destination.length) break;
        destination.set(bytes, written);
        written += bytes.length;
        read += character.length;
      }
      return { __proto__: null, read, written };
    }
  });
  agent.implement("TextDecoder", class TextDecoder extends agent.PlatformObject {
    constructor(realm, label = "utf-8", options = {}) {
      super(realm);
      if (!["utf-8", "utf8", "unicode-1-1-utf-8"].includes(label.trim().toLowerCase())) {
        throw new realm.RangeError("The encoding '" + label + "' is not supported.");
      }
      this.fatal = !!options.fatal;
      this.ignoreBOM = !!options.ignoreBOM;
    }
    get encoding() { return "utf-8"; }
    decode(input) {
      const text = decode(input === undefined ? [] : bytesOf(input), this.fatal, this.ignoreBOM);
      if (text === undefined) throw new this.realm.TypeError("The data is not valid UTF-8.");
      return text;
    }
  }, "fatal ignoreBOM");

  // ---- Blob ----

  const bytesOf = agent.shared.bytesOf = (source) =>
    ArrayBuffer.isView(source) ? new Uint8Array(source.buffer, source.byteOffset, source.byteLength) : new Uint8Array(source);
  const join = (parts) => {
    const out = new Uint8Array(parts.reduce((sum, it) => sum + it.length, 0));
    let at = 0;
    for (const it of parts) {
      out.set(it, at);
      at += it.length;
    }
    return out;
  };
  const toType = (type) => /^[\x20-\x7e]*$/.test(type) ? type.toLowerCase() : "";
  class Blob extends agent.PlatformObject {
    constructor(realm, parts = [], options = {}) {
      super(realm);
      const native = (text) => options.endings === "native" ? text.replace(/\r\n?/g, "\n") : text;
      this.bytes = join(parts.map((part) => typeof part === "string" ? encode(native(part)) : part instanceof Blob ? part.bytes : bytesOf(part).slice()));
      this.type = toType(options.type ?? "");
    }
    static ofBytes(realm, bytes, type) {
      const blob = new Blob(realm, [], { type });
      blob.bytes = bytes;
      return blob;
    }
    get size() { return this.bytes.length; }
    slice(start, end, type = "") { return Blob.ofBytes(this.realm, this.bytes.slice(start ?? 0, end ?? this.size), type); }
    #later(make) {
      const { promise, resolve } = this.realm.deferred();
      this.realm.queueTask(() => resolve(make()));
      return promise;
    }
    stream() {
      const bytes = this.bytes_();
      return new this.realm.streams.ReadableStream({
        type: "bytes",
        pull(controller) {
          if (bytes.length) controller.enqueue(bytes);
          controller.close();
          controller.byobRequest?.respond(0);
        },
      }, { highWaterMark: 0 });
    }
    text() { return this.#later(() => decode(this.bytes)); }
    arrayBuffer() { return this.#later(() => this.buffer()); }
    bytes_() { return new this.realm.Uint8Array(this.bytes); }
    buffer() { return this.bytes_().buffer; }
  }
  agent.implement("Blob", Blob, "type");

  agent.implement("File", class File extends Blob {
    constructor(realm, parts, name, options = {}) {
      super(realm, parts, options);
      this.name = name;
      this.lastModified = options.lastModified ?? Date.now();
    }
    get webkitRelativePath() { return ""; }
  }, "name lastModified");

  const base64 = (bytes) => {
    const digits = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    let out = "";
    for (let i = 0; i < bytes.length; i += 3) {
      const n = bytes[i] << 16 | (bytes[i + 1] ?? 0) << 8 | (bytes[i + 2] ?? 0);
      out += digits[n >> 18] + digits[n >> 12 & 63] + (i + 1 < bytes.length ? digits[n >> 6 & 63] : "=") + (i + 2 < bytes.length ? digits[n & 63] : "=");
    }
    return out;
  };
  agent.shared.base64 = base64;

  // https://w3c.github.io/FileAPI/#APIASynch
  class FileReader extends EventTarget {
    readyState = 0;
    result = null;
    error = null;
    #run = 0;
    #read(blob, make) {
      if (this.readyState === 1) throw this.realm.domException("InvalidStateError", "The reader is busy.");
      this.readyState = 1;
      this.result = null;
      this.error = null;
      const run = ++this.#run;
      const progress = (type) => this.fire(type, { lengthComputable: true, loaded: blob.size, total: blob.size }, "ProgressEvent");
      this.realm.queueTask(() => {
        if (run !== this.#run) return;
        progress("loadstart");
        this.realm.queueTask(() => {
          if (run !== this.#run) return;
          if (blob.size) progress("progress");
          this.readyState = 2;
          this.result = make();
          progress("load");
          if (this.readyState !== 1) progress("loadend");
        });
      });
    }
    readAsArrayBuffer(blob) { this.#read(blob, () => blob.buffer()); }
    readAsText(blob) { this.#read(blob, () => decode(blob.bytes)); }
    readAsDataURL(blob) { this.#read(blob, () => "data:" + (blob.type || "application/octet-stream") + ";base64," + base64(blob.bytes)); }
    readAsBinaryString(blob) { this.#read(blob, () => Array.from(blob.bytes, (it) => String.fromCharCode(it)).join("")); }
    abort() {
      if (this.readyState !== 1) {
        this.result = null;
        return;
      }
      this.#run++;
      this.readyState = 2;
      this.result = null;
      this.fire("abort", {}, "ProgressEvent");
      this.fire("loadend", {}, "ProgressEvent");
    }
  }
  agent.implement("FileReader", FileReader, "readyState result error");

  // ---- object URLs ----

  agent.shared.objectUrls = new Map();
  agent.shared.createObjectUrl = (realm, blob) => {
    const url = "blob:" + realm.about.origin + "/" + agent.bridge.uuid();
    agent.shared.objectUrls.set(url, blob);
    return url;
  };
});
