"use strict";
// https://w3c.github.io/mediacapture-fromelement/#html-canvas-element-media-capture-extensions
(function (agent) {
  const { MediaStreamTrack, MediaStream, HTMLCanvasElement } = agent.implementations;

  class CanvasCaptureMediaStreamTrack extends MediaStreamTrack {
    #feed;
    #interval;
    #requested = true;
    #queued = false;
    #dueAt = -Infinity;

    // A rate of null: as often as the canvas is painted; 0: only when requested.
    constructor(realm, canvas, rate) {
      const feed = agent.bridge.elements().canvasFeed();
      super(realm, feed.track());
      this.host.setPeer(this);
      this.canvas = canvas;
      this.#feed = feed;
      this.#interval = rate === null ? 0 : rate === 0 ? Infinity : 1000 / rate;
      this.painted = () => this.#painted();
      canvas.watch(this.painted);
      if (canvas.wasPainted) this.#painted();
    }
    requestFrame() {
      this.#requested = true;
      this.#painted();
    }
    // What is on the canvas when the task has run is one picture.
    #painted() {
      if (this.#queued || (!this.#requested && this.#interval === Infinity)) return;
      this.#queued = true;
      this.realm.setTimer(Math.max(0, this.#requested ? 0 : this.#dueAt - this.realm.now()), () => {
        this.#queued = false;
        this.#requested = false;
        this.#dueAt = this.realm.now() + this.#interval;
        if (!this.#feed.push(this.canvas.memory)) this.canvas.unwatch(this.painted);
      });
    }
  }
  agent.implement("CanvasCaptureMediaStreamTrack", CanvasCaptureMediaStreamTrack, "canvas");

  HTMLCanvasElement.prototype.captureStream = function (frameRequestRate = null) {
    if (frameRequestRate !== null && frameRequestRate < 0) throw this.realm.domException("NotSupportedError", "A rate is not negative.");
    return new MediaStream(this.realm, [new CanvasCaptureMediaStreamTrack(this.realm, this, frameRequestRate)]);
  };
});
