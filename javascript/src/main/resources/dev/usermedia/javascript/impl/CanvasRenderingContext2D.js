"use strict";
// https://html.spec.whatwg.org/#2dcontext without text, gradients, patterns, shadows and filters. Pixels are painted by the
// room behind; here is the state.
(function (agent) {
  const { bridge, shared } = agent;
  const identity = [1, 0, 0, 1, 0, 0];
  const multiply = ([a, b, c, d, e, f], [A, B, C, D, E, F]) =>
    [a * A + c * B, b * A + d * B, a * C + c * D, b * C + d * D, a * E + c * F + e, b * E + d * F + f];
  const operators = ["source-over", "source-in", "source-out", "source-atop", "destination-over", "destination-in", "destination-out",
    "destination-atop", "lighter", "copy", "xor", "multiply", "screen", "overlay", "darken", "lighten", "color-dodge", "color-burn",
    "hard-light", "soft-light", "difference", "exclusion", "hue", "saturation", "color", "luminosity"];
  const black = [0, 0, 0, 1];
  const initial = { transform: identity, fill: black, stroke: black, alpha: 1, operator: "source-over", smooth: true, quality: "low", lineWidth: 1,
    lineCap: "butt", lineJoin: "miter", miterLimit: 10 };

  class Context2D extends agent.PlatformObject {
    #state = { ...initial };
    #stack = [];
    #path;

    // The canvas is told of what was painted by painted().
    constructor(realm, canvas, settings) {
      super(realm);
      this.canvas = canvas;
      this.settings = { alpha: settings.alpha ?? true, desynchronized: false, colorSpace: "srgb", colorType: "unorm8", willReadFrequently: settings.willReadFrequently ?? false };
      this.begin();
    }
    get #host() { return this.canvas.memory; }
    // With new memory, as when the canvas gets another size.
    begin() {
      this.#state = { ...initial };
      this.#stack = [];
      this.beginPath();
      if (!this.settings.alpha) this.#host.fillRect(0, 0, this.canvas.width, this.canvas.height, shared.pixelOf(black));
    }
    getContextAttributes() { return { __proto__: null, ...this.settings }; }
    isContextLost() { return false; }

    // ---- state ----

    #apply() {
      const host = this.#host, { transform, alpha, operator, smooth } = this.#state;
      host.transform(...transform);
      host.alpha(alpha);
      host.smooth(smooth);
      host.operator(operator);
    }
    save() {
      this.#stack.push({ ...this.#state });
      this.#host.saveClip();
    }
    restore() {
      if (!this.#stack.length) return;
      this.#state = this.#stack.pop();
      this.#host.restoreClip();
      this.#apply();
    }
    reset() {
      this.canvas.clear();
    }
    #set(name, value) {
      this.#state[name] = value;
      this.#apply();
    }
    get globalAlpha() { return this.#state.alpha; }
    set globalAlpha(value) { if (value >= 0 && value <= 1) this.#set("alpha", value); }
    get globalCompositeOperation() { return this.#state.operator; }
    set globalCompositeOperation(value) {
      if (!operators.includes(value)) return;
      if (!this.#host.operator(value)) throw this.realm.domException("NotSupportedError", "Composition with '" + value + "' is not supported.");
      this.#state.operator = value;
    }
    get imageSmoothingEnabled() { return this.#state.smooth; }
    set imageSmoothingEnabled(value) { this.#set("smooth", value); }
    get imageSmoothingQuality() { return this.#state.quality; }
    set imageSmoothingQuality(value) { this.#state.quality = value; }
    get lineWidth() { return this.#state.lineWidth; }
    set lineWidth(value) { if (value > 0 && Number.isFinite(value)) this.#state.lineWidth = value; }
    get fillStyle() { return shared.serializeColour(this.#state.fill); }
    set fillStyle(value) { this.#state.fill = this.#colour(value) ?? this.#state.fill; }
    get strokeStyle() { return shared.serializeColour(this.#state.stroke); }
    set strokeStyle(value) { this.#state.stroke = this.#colour(value) ?? this.#state.stroke; }
    #colour(value) { return typeof value === "string" ? shared.parseColour(value) : undefined; }

    // ---- transformations ----

    #transform(matrix) { if (matrix.every(Number.isFinite)) this.#set("transform", multiply(this.#state.transform, matrix)); }
    scale(x, y) { this.#transform([x, 0, 0, y, 0, 0]); }
    rotate(angle) { this.#transform([Math.cos(angle), Math.sin(angle), -Math.sin(angle), Math.cos(angle), 0, 0]); }
    translate(x, y) { this.#transform([1, 0, 0, 1, x, y]); }
    transform(...matrix) { this.#transform(matrix); }
    setTransform(first = {}, ...rest) {
      const matrix = typeof first === "number" ? [first, ...rest]
        : [first.m11 ?? first.a ?? 1, first.m12 ?? first.b ?? 0, first.m21 ?? first.c ?? 0, first.m22 ?? first.d ?? 1, first.m41 ?? first.e ?? 0, first.m42 ?? first.f ?? 0];
      if (matrix.every(Number.isFinite)) this.#set("transform", matrix);
    }
    resetTransform() { this.#set("transform", identity); }
    #place = (x, y) => {
      const [a, b, c, d, e, f] = this.#state.transform;
      return [a * x + c * y + e, b * x + d * y + f];
    };

    // ---- rectangles and paths ----

    fillRect(...rectangle) {
      if (!rectangle.every(Number.isFinite)) return;
      this.#host.fillRect(...rectangle, shared.pixelOf(this.#state.fill));
      this.canvas.painted();
    }
    clearRect(...rectangle) {
      if (!rectangle.every(Number.isFinite)) return;
      this.#host.clearRect(...rectangle);
      if (!this.settings.alpha) this.#host.fillRect(...rectangle, shared.pixelOf(black));
      this.canvas.painted();
    }
    strokeRect(...rectangle) {
      const path = new shared.CanvasPath(this.#place);
      path.rect(...rectangle);
      this.#stroke(path);
    }
    beginPath() { this.#path = new shared.CanvasPath(this.#place); }
    closePath() { this.#path.closePath(); }
    moveTo(x, y) { this.#path.moveTo(x, y); }
    lineTo(x, y) { this.#path.lineTo(x, y); }
    rect(...rectangle) { if (rectangle.every(Number.isFinite)) this.#path.rect(...rectangle); }
    quadraticCurveTo(...points) { if (points.every(Number.isFinite)) this.#path.quadraticCurveTo(...points); }
    bezierCurveTo(...points) { if (points.every(Number.isFinite)) this.#path.bezierCurveTo(...points); }
    arc(x, y, radius, from, to, counterclockwise = false) { this.ellipse(x, y, radius, radius, 0, from, to, counterclockwise); }
    ellipse(x, y, radiusX, radiusY, rotation, from, to, counterclockwise = false) {
      if (![x, y, radiusX, radiusY, rotation, from, to].every(Number.isFinite)) return;
      if (radiusX < 0 || radiusY < 0) throw this.realm.domException("IndexSizeError", "A radius is negative.");
      this.#path.ellipse(x, y, radiusX, radiusY, rotation, from, to, counterclockwise);
    }
    #unsupportedPath(path) {
      if (typeof path === "object") throw this.realm.domException("NotSupportedError", "Path2D is not supported.");
    }
    fill(rule = "nonzero") {
      this.#unsupportedPath(rule);
      this.#host.fill(this.#path.polygons(), rule === "evenodd", shared.pixelOf(this.#state.fill));
      this.canvas.painted();
    }
    clip(rule = "nonzero") {
      this.#unsupportedPath(rule);
      this.#host.clip(this.#path.polygons(), rule === "evenodd");
    }
    stroke(path) {
      this.#unsupportedPath(path);
      this.#stroke(this.#path);
    }
    #stroke(path) {
      this.#host.fill(path.outlines(this.#state.lineWidth, this.#place), false, shared.pixelOf(this.#state.stroke));
      this.canvas.painted();
    }

    // ---- pictures and pixels ----

    drawImage(image, ...numbers) {
      if (!numbers.every(Number.isFinite)) return;
      const from = shared.drawable(this.realm, image);
      if (!from) return;
      const [sx, sy, sw, sh, dx, dy, dw, dh] = numbers.length === 8 ? numbers
        : [0, 0, from.width, from.height, numbers[0], numbers[1], numbers[2] ?? from.width, numbers[3] ?? from.height];
      if (sw === 0 || sh === 0) return;
      this.#host.draw(from.host, sx, sy, sw, sh, dx, dy, dw, dh);
      this.canvas.painted();
    }
    #imageData(width, height) { return new agent.implementations.ImageData(this.realm, width, height); }
    createImageData(first, height) {
      return typeof first === "number" ? this.#imageData(Math.abs(first), Math.abs(height)) : this.#imageData(first.width, first.height);
    }
    getImageData(sx, sy, sw, sh) {
      if (sw === 0 || sh === 0) throw this.realm.domException("IndexSizeError", "The part has no pixels.");
      const x = sw < 0 ? sx + sw : sx, y = sh < 0 ? sy + sh : sy, width = Math.abs(sw), height = Math.abs(sh);
      if (bridge.elements().isTooLarge(width, height)) throw new this.realm.RangeError("The picture is too large.");
      return agent.implementations.ImageData.ofBytes(this.realm, width, height, this.#host.pixels(x, y, width, height));
    }
    putImageData(image, dx, dy, left = 0, top = 0, width = image.width, height = image.height) {
      if (image.data.length === 0) throw this.realm.domException("InvalidStateError", "The pixels were handed over.");
      if (width < 0) [left, width] = [left + width, -width];
      if (height < 0) [top, height] = [top + height, -height];
      if (left < 0) [left, width] = [0, width + left];
      if (top < 0) [top, height] = [0, height + top];
      width = Math.min(width, image.width - left);
      height = Math.min(height, image.height - top);
      if (width <= 0 || height <= 0) return;
      this.#host.put(image.data.buffer, image.data.byteOffset, image.width, image.height, left, top, width, height, dx, dy);
      this.canvas.painted();
    }
  }
  agent.implement("CanvasRenderingContext2D", class CanvasRenderingContext2D extends Context2D {}, "canvas");
  agent.implement("OffscreenCanvasRenderingContext2D", class OffscreenCanvasRenderingContext2D extends Context2D {}, "canvas");
});
