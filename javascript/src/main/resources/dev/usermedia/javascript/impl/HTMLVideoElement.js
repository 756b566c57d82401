"use strict";
// https://html.spec.whatwg.org/#the-video-element, https://wicg.github.io/video-rvfc/
(function (agent) {
  const { HTMLMediaElement } = agent.implementations;

  agent.shared.defineElement("HTMLVideoElement", "video", class HTMLVideoElement extends HTMLMediaElement {
    videoWidth = 0;
    videoHeight = 0;
    #callbacks = new Map();
    #lastCallback = 0;
    #expected = false;

    // What is drawn from: null while nothing is shown.
    get picture() { return this.readyState > 1 ? this.playback?.video ?? null : null; }

    showSize() {
      const video = this.playback.video;
      if (!video) return;
      const [width, height] = video.size();
      if (!width) return;
      if (width !== this.videoWidth || height !== this.videoHeight) {
        this.videoWidth = width;
        this.videoHeight = height;
        this.later("resize");
      }
    }
    forgetPicture() {
      this.videoWidth = this.videoHeight = 0;
    }

    pictureChanged() {
      super.pictureChanged();
      this.#present();
    }
    requestVideoFrameCallback(callback) {
      const handle = ++this.#lastCallback;
      this.#callbacks.set(handle, callback);
      this.playback?.video?.want();
      this.#expect();
      return handle;
    }
    cancelVideoFrameCallback(handle) {
      this.#callbacks.delete(handle);
      this.#expect();
    }
    // A script that waits for a picture is not done while there will be one.
    #expect() {
      const expected = this.#callbacks.size > 0 && !this.paused && !this.ended && !!this.playback?.live;
      if (expected === this.#expected) return;
      this.#expected = expected;
      if (expected) agent.bridge.retain();
      else agent.bridge.release();
    }
    stateChanged() {
      super.stateChanged();
      this.#expect();
    }
    streamEnded() {
      super.streamEnded();
      this.#expect();
    }
    #present() {
      const { video } = this.playback;
      if (!this.#callbacks.size || !video) return;
      const callbacks = [...this.#callbacks.values()];
      this.#callbacks.clear();
      const { realm } = this;
      const now = realm.now();
      const [width, height, timestamp] = video.size();
      const metadata = realm.outDictionary({
        presentationTime: now,
        expectedDisplayTime: now,
        width, height,
        mediaTime: this.currentTime,
        presentedFrames: video.shownFrames(),
        captureTime: realm.timeOf(timestamp),
      });
      for (const callback of callbacks) callback.report(undefined, now, metadata);
      this.#expect();
    }

    // https://w3c.github.io/media-playback-quality/
    getVideoPlaybackQuality() {
      return new agent.implementations.VideoPlaybackQuality(this.realm, this.playback?.video?.shownFrames() ?? 0);
    }
  }, "videoWidth videoHeight");

  agent.implement("VideoPlaybackQuality", class VideoPlaybackQuality extends agent.PlatformObject {
    droppedVideoFrames = 0;
    corruptedVideoFrames = 0;
    constructor(realm, shown) {
      super(realm);
      this.creationTime = realm.now();
      this.totalVideoFrames = shown;
    }
  }, "creationTime totalVideoFrames droppedVideoFrames corruptedVideoFrames");
});
