"use strict";
// https://html.spec.whatwg.org/#imagedata, and image bitmaps: https://html.spec.whatwg.org/#images-2
(function (agent) {
  const { bridge } = agent;

  class ImageData extends agent.PlatformObject {
    colorSpace = "srgb";
    pixelFormat = "rgba-unorm8";
    constructor(realm, first, second, third, fourth) {
      super(realm);
      const given = typeof first !== "number";
      const settings = (given ? fourth : third) ?? {};
      this.width = given ? second : first;
      if (this.width === 0) throw realm.domException("IndexSizeError", "The width is zero.");
      if ((settings.colorSpace ?? "srgb") !== "srgb" || (settings.pixelFormat ?? "rgba-unorm8") !== "rgba-unorm8") {
        throw realm.domException("NotSupportedError", "Pixels are 8 bits of sRGB.");
      }
      if (given) {
        if (realm.bufferKind(first) !== "Uint8ClampedArray") throw realm.domException("InvalidStateError", "The array's elements are not bytes.");
        if (first.length === 0 || first.length % 4 !== 0) throw realm.domException("InvalidStateError", "The array's length is not a multiple of 4.");
        if (first.length / 4 % this.width !== 0) throw realm.domException("IndexSizeError", "The array has no whole rows.");
        this.height = first.length / 4 / this.width;
        if (third !== undefined && third !== this.height) throw realm.domException("IndexSizeError", "The array has another height.");
        this.data = first;
      } else {
        this.height = second;
        if (this.height === 0) throw realm.domException("IndexSizeError", "The height is zero.");
        if (bridge.elements().isTooLarge(this.width, this.height)) throw new realm.RangeError("The picture is too large.");
        this.data = new realm.global.Uint8ClampedArray(this.width * this.height * 4);
      }
    }
    // Of bytes of the room behind.
    static ofBytes(realm, width, height, bytes) {
      const made = new ImageData(realm, width, height);
      made.data.set(new Uint8ClampedArray(new ArrayBuffer(bytes)));
      // Scripts ask for it once for each byte: as in browsers, it is found on the object itself.
      Object.defineProperty(realm.wrap(made), "data", { value: made.data, enumerable: true, configurable: true });
      return made;
    }
  }
  agent.implement("ImageData", ImageData, "width height data colorSpace pixelFormat");

  class ImageBitmap extends agent.PlatformObject {
    constructor(realm, host) {
      super(realm);
      this.host = host;
      this.width = host.width();
      this.height = host.height();
    }
    get picture() { return this.host; }
    close() {
      this.host = null;
      this.width = this.height = 0;
    }
  }
  agent.implement("ImageBitmap", ImageBitmap, "width height");

  // What can be drawn, as what it is drawn from and its size. null: it has no picture yet, nothing is drawn.
  // https://html.spec.whatwg.org/#check-the-usability-of-the-image-argument
  agent.shared.drawable = (realm, image) => {
    const { HTMLVideoElement } = agent.implementations;
    const fail = (what) => { throw realm.domException("InvalidStateError", what); };
    if (image instanceof HTMLVideoElement) {
      return image.picture ? { host: image.picture, width: image.videoWidth, height: image.videoHeight } : null;
    }
    if (image instanceof agent.implementations.HTMLImageElement) return image.isBroken ? fail("Picture files are not decoded.") : null;
    if (image instanceof ImageBitmap && !image.host) fail("The bitmap is closed.");
    if (image.isDetached) fail("The picture was handed over.");
    if (image.width === 0 || image.height === 0) fail("The picture has no pixels.");
    const host = image.picture;
    return host ? { host, width: image.width, height: image.height } : null;
  };

  const create = (realm, image, rest) => {
    const [sx, sy, sw, sh] = rest.length > 2 ? rest : [];
    const options = rest.at(-1) ?? {};
    const fail = (what) => { throw realm.domException("InvalidStateError", what); };
    if (sw === 0 || sh === 0) throw new realm.RangeError("The part has no pixels.");
    if (options.resizeWidth === 0 || options.resizeHeight === 0) fail("The size is zero.");
    if (image instanceof agent.implementations.Blob) throw realm.domException("NotSupportedError", "Picture files are not decoded.");
    const elements = bridge.elements();
    const from = image instanceof ImageData
      ? { host: elements.ofPixels(image.data.buffer, image.data.byteOffset, image.width, image.height), width: image.width, height: image.height }
      : agent.shared.drawable(realm, image) ?? fail("There is no picture yet.");
    const x = sw < 0 ? sx + sw : sx ?? 0, y = sh < 0 ? sy + sh : sy ?? 0;
    const width = Math.abs(sw ?? from.width), height = Math.abs(sh ?? from.height);
    const toWidth = options.resizeWidth ?? (options.resizeHeight ? Math.ceil(width * options.resizeHeight / height) : width);
    const toHeight = options.resizeHeight ?? (options.resizeWidth ? Math.ceil(height * options.resizeWidth / width) : height);
    if (elements.isTooLarge(toWidth, toHeight)) fail("The picture is too large.");
    let host = elements.part(from.host, x, y, width, height, toWidth, toHeight);
    if (options.imageOrientation === "flipY") host = host.upsideDown();
    return new ImageBitmap(realm, host);
  };
  agent.shared.createImageBitmap = (realm, image, rest) => {
    const { promise, resolve, reject } = realm.deferred();
    try {
      const bitmap = create(realm, image, rest);
      realm.queueTask(() => resolve(bitmap));
    } catch (error) {
      reject(error);
    }
    return promise;
  };

  agent.shared.serializable.set("ImageData", {
    write: (it, out) => [out.encode(it.data), it.width, it.height],
    read: (to, [data, width, height], from) => new ImageData(to, from.decode(data), width, height),
  });
  const bitmap = (to, at, from) => new ImageBitmap(to, agent.bridge.elements().picture(from.attachment(at)));
  const open = (it) => it.host ?? (() => { throw it.realm.domException("DataCloneError", "The bitmap is closed."); })();
  agent.shared.serializable.set("ImageBitmap", { write: (it, out) => out.attach(open(it).copy().handle()), read: bitmap });
  agent.shared.transferable.set("ImageBitmap", {
    write(it, out) {
      const at = out.attach(open(it).handle());
      it.close();
      return at;
    },
    read: bitmap,
  });
});
