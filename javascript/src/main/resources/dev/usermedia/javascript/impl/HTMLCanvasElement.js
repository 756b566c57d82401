"use strict";
// https://html.spec.whatwg.org/#the-canvas-element, https://html.spec.whatwg.org/#the-offscreencanvas-interface
(function (agent) {
  const { bridge, shared } = agent;
  const { EventTarget, HTMLElement, Blob, ImageBitmap } = agent.implementations;
  const DEFAULT_QUALITY = 0.92;

  // The bytes of a picture file and its type; what is not known becomes PNG. null if there are no pixels.
  const encode = (canvas, type, quality) => {
    if (!canvas.width || !canvas.height) return null;
    const { realm } = canvas;
    const wanted = typeof quality === "number" && quality >= 0 && quality <= 1 ? quality : DEFAULT_QUALITY;
    const attempt = (it) => {
      const bytes = canvas.memory.encode(it, wanted, it === "image/jpeg");
      return bytes ? { type: it, bytes: Uint8Array.from(new Uint8Array(new ArrayBuffer(bytes))) } : null;
    };
    const file = attempt(type.toLowerCase()) ?? attempt("image/png");
    if (!file) throw realm.domException("NotSupportedError", "There is nothing here that encodes pictures.");
    return file;
  };

  // What canvases in and out of documents have in common, over a class.
  const canvasOn = (Base) => class extends Base {
    #memory = null;
    #context = null;
    #kind = null;
    get memory() { return this.#memory ??= bridge.elements().canvas(...this.#size()); }
    #size() {
      const { width, height } = this;
      if (bridge.elements().isTooLarge(width, height)) throw this.realm.domException("InvalidStateError", "The canvas is too large.");
      return [width, height];
    }
    get picture() { return this.memory; }
    get hasContext() { return this.#kind !== null; }
    // Called when something was painted.
    painted() {}
    clear() {
      this.#memory?.reset(...this.#size());
      this.#context?.begin();
      if (this.#context) this.painted();
    }
    context(name, kind, options) {
      const { realm } = this;
      if (this.isDetached) throw realm.domException("InvalidStateError", "The canvas was handed over.");
      if (name !== "2d" && name !== "bitmaprenderer") return null;
      if (this.#kind && this.#kind !== name) return null;
      this.#kind = name;
      if (name === "bitmaprenderer") return this.#context ??= new agent.implementations.ImageBitmapRenderingContext(realm, this);
      const settings = options !== null && typeof options === "object" ? options : {};
      return this.#context ??= new agent.implementations[kind](realm, this, { alpha: settings.alpha === undefined || !!settings.alpha, willReadFrequently: !!settings.willReadFrequently });
    }
    // The memory is another canvas's from now on.
    takeMemory() {
      const memory = this.memory;
      this.#memory = null;
      return memory;
    }
    setMemory(memory) {
      this.#memory = memory;
      this.painted();
    }
  };

  class HTMLCanvasElement extends canvasOn(HTMLElement) {
    #watchers = new Set();
    #side(name, initial) {
      const value = /^\s*\+?(\d+)/.exec(this.getAttribute(name) ?? "");
      return value && +value[1] <= 0x7fffffff ? +value[1] : initial;
    }
    get width() { return this.#side("width", 300); }
    set width(value) { this.setAttribute("width", String(value > 0x7fffffff ? 300 : value)); }
    get height() { return this.#side("height", 150); }
    set height(value) { this.setAttribute("height", String(value > 0x7fffffff ? 150 : value)); }
    attributeChanged(name, before, value) {
      super.attributeChanged(name, before, value);
      if (name === "width" || name === "height") this.clear();
    }
    getContext(name, options) { return this.context(name, "CanvasRenderingContext2D", options); }
    toDataURL(type = "image/png", quality) {
      const file = encode(this, type, quality);
      return file ? "data:" + file.type + ";base64," + shared.base64(file.bytes) : "data:,";
    }
    toBlob(callback, type = "image/png", quality) {
      const file = encode(this, type, quality);
      this.realm.queueTask(() => callback.report(undefined, file && Blob.ofBytes(this.realm, file.bytes, file.type)));
    }
    // Who captures the canvas is told when it is painted on.
    watch(watcher) { this.#watchers.add(watcher); }
    unwatch(watcher) { this.#watchers.delete(watcher); }
    wasPainted = false;
    painted() {
      this.wasPainted = true;
      for (const watcher of this.#watchers) watcher();
    }
  }
  shared.defineElement("HTMLCanvasElement", "canvas", HTMLCanvasElement);

  class OffscreenCanvas extends canvasOn(EventTarget) {
    isDetached = false;
    #width;
    #height;
    constructor(realm, width, height) {
      super(realm);
      this.#width = width;
      this.#height = height;
    }
    get width() { return this.#width; }
    set width(value) {
      this.#width = value;
      this.clear();
    }
    get height() { return this.#height; }
    set height(value) {
      this.#height = value;
      this.clear();
    }
    getContext(name, options) { return this.context(name, "OffscreenCanvasRenderingContext2D", options); }
    transferToImageBitmap() {
      const bitmap = new ImageBitmap(this.realm, this.memory.copy());
      this.clear();
      return bitmap;
    }
    convertToBlob(options = {}) {
      const { realm } = this;
      const { promise, resolve, reject } = realm.deferred();
      try {
        const file = encode(this, options.type ?? "image/png", options.quality);
        if (!file) throw realm.domException("IndexSizeError", "The canvas has no pixels.");
        realm.queueTask(() => resolve(Blob.ofBytes(realm, file.bytes, file.type)));
      } catch (error) {
        reject(error);
      }
      return promise;
    }
  }
  agent.implement("OffscreenCanvas", OffscreenCanvas);
  shared.transferable.set("OffscreenCanvas", {
    write(it, out) {
      if (it.isDetached) throw it.realm.domException("DataCloneError", "The canvas was handed over before.");
      if (it.hasContext) throw it.realm.domException("InvalidStateError", "The canvas is painted on here.");
      it.isDetached = true;
      return [out.attach(it.takeMemory().handle()), it.width, it.height];
    },
    read(to, [at, width, height], from) {
      const moved = new OffscreenCanvas(to, width, height);
      moved.setMemory(bridge.elements().picture(from.attachment(at)));
      return moved;
    },
  });

  agent.implement("ImageBitmapRenderingContext", class ImageBitmapRenderingContext extends agent.PlatformObject {
    constructor(realm, canvas) {
      super(realm);
      this.canvas = canvas;
    }
    begin() {}
    transferFromImageBitmap(bitmap) {
      if (!bitmap) {
        this.canvas.clear();
        return;
      }
      if (!bitmap.host) throw this.realm.domException("InvalidStateError", "The bitmap is closed.");
      this.canvas.setMemory(bitmap.host);
      bitmap.close();
    }
  }, "canvas");
});
