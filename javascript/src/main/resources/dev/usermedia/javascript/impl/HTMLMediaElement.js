"use strict";
// https://html.spec.whatwg.org/#media-elements. The media are streams, with the restrictions of
// https://w3c.github.io/mediacapture-main/#mediastreams-in-media-elements; files are not played.
(function (agent) {
  const { HTMLElement, TimeRanges, MediaError } = agent.implementations;
  const { StreamPlayback } = agent.shared;
  const NETWORK_EMPTY = 0, NETWORK_IDLE = 1, NETWORK_LOADING = 2, NETWORK_NO_SOURCE = 3;
  const HAVE_NOTHING = 0, HAVE_METADATA = 1, HAVE_CURRENT_DATA = 2, HAVE_FUTURE_DATA = 3, HAVE_ENOUGH_DATA = 4;
  const TIMEUPDATE_MS = 100;

  class HTMLMediaElement extends HTMLElement {
    networkState = NETWORK_EMPTY;
    readyState = HAVE_NOTHING;
    error = null;
    paused = true;
    ended = false;
    seeking = false;
    duration = NaN;
    currentSrc = "";
    sinkId = "";
    preservesPitch = true;
    #provider = null;
    #playback = null;
    #selection = 0;
    #tasks = new Set();
    #promises = [];
    #mayAutoplay = true;
    #awaited = false; // whether a script that is done waits for the first data
    #defaultPlaybackRate = 1;
    #playbackRate = 1;
    #volume = 1;
    #muted = null;
    #startPosition = 0;
    #clock = { position: 0, since: null, timer: null, read: null, task: -1 };

    get playback() { return this.#playback; }
    get kinds() { return ["audio", "video"]; }

    // ---- tasks of the element, which loading takes back: https://html.spec.whatwg.org/#media-element-event-task-source

    later(type) { this.queueElementTask(() => this.fire(type)); }
    // What settles promises is not taken back but done at once.
    queueElementTask(steps, settle = null) {
      const task = { settle };
      this.#tasks.add(task);
      this.realm.queueTask(() => {
        if (!this.#tasks.delete(task)) return;
        steps();
        settle?.();
      });
    }
    #dropTasks() {
      const tasks = [...this.#tasks];
      this.#tasks.clear();
      for (const task of tasks) task.settle?.();
    }
    #takePromises() {
      const promises = this.#promises;
      this.#promises = [];
      return promises;
    }
    #rejecting(name, message) {
      const promises = this.#takePromises();
      return () => { for (const it of promises) it.reject(this.realm.domException(name, message)); };
    }

    // ---- loading: https://html.spec.whatwg.org/#loading-the-media-resource

    get srcObject() { return this.#provider; }
    set srcObject(value) {
      this.#provider = value;
      this.load();
    }
    get #stream() { return this.#provider instanceof agent.implementations.MediaStream; }
    attributeChanged(name, before, value) {
      super.attributeChanged(name, before, value);
      if (name === "src" && value !== null && !this.#provider) this.load();
    }
    get crossOrigin() {
      const value = this.getAttribute("crossorigin");
      return value === null ? null : value.toLowerCase() === "use-credentials" ? "use-credentials" : "anonymous";
    }
    set crossOrigin(value) {
      if (value === null) this.removeAttribute("crossorigin");
      else this.setAttribute("crossorigin", value);
    }
    get preload() {
      if (this.#stream) return "none";
      const value = this.getAttribute("preload")?.toLowerCase();
      return value === "" ? "auto" : ["none", "metadata", "auto"].includes(value) ? value : "metadata";
    }
    set preload(value) { if (!this.#stream) this.setAttribute("preload", value); }
    canPlayType() { return ""; }

    load() {
      this.#dropTasks();
      if (this.networkState === NETWORK_LOADING || this.networkState === NETWORK_IDLE) this.later("abort");
      if (this.networkState !== NETWORK_EMPTY) {
        this.later("emptied");
        this.#playback?.close();
        this.#playback = null;
        this.#await(false);
        this.readyState = HAVE_NOTHING;
        this.paused = true;
        this.#rejecting("AbortError", "The element loads something else.")();
        if (this.currentTime > 0) this.later("timeupdate");
        this.duration = NaN;
        this.ended = false;
        this.stateChanged();
        this.#clock.position = 0;
        this.#clock.task = -1;
        this.forgetPicture();
      }
      if (!this.#stream && this.#playbackRate !== this.#defaultPlaybackRate) this.playbackRate = this.#defaultPlaybackRate;
      this.error = null;
      this.#mayAutoplay = true;
      this.#select();
    }
    #select() {
      this.networkState = NETWORK_NO_SOURCE;
      const selection = ++this.#selection;
      this.realm.microtask(() => {
        if (selection !== this.#selection) return;
        if (!this.#provider && !this.hasAttribute("src") && !this.children_.some((it) => it.localName === "source")) {
          this.networkState = NETWORK_EMPTY;
          return;
        }
        this.networkState = NETWORK_LOADING;
        this.later("loadstart");
        this.currentSrc = this.#provider ? "" : this.realm.reflect(this, "src", ["url"]);
        if (!this.#stream) {
          this.#unsupported();
          return;
        }
        this.#await(true);
        this.#playback = new StreamPlayback(this.#provider, this.kinds, this);
        if (!this.#playback.live) this.#await(false); // tracks may come; nobody waits for it
      });
    }
    #unsupported() {
      const settle = this.#rejecting("NotSupportedError", "Media files are not played.");
      this.queueElementTask(() => {
        this.error = new MediaError(this.realm, 4, "Media files are not played, only streams.");
        this.networkState = NETWORK_NO_SOURCE;
        this.fire("error");
      }, settle);
    }
    #await(awaited) {
      if (this.#awaited === awaited) return;
      this.#awaited = awaited;
      if (awaited) agent.bridge.retain();
      else agent.bridge.release();
    }

    // ---- told by the playback ----

    // The first picture or sound is there: nothing is buffered, so what there is is enough.
    // https://html.spec.whatwg.org/#ready-states
    ready() {
      if (this.readyState !== HAVE_NOTHING) return;
      this.#await(false);
      this.duration = Infinity;
      this.later("durationchange");
      this.showSize();
      this.readyState = HAVE_METADATA;
      this.later("loadedmetadata");
      this.readyState = HAVE_ENOUGH_DATA;
      this.later("loadeddata");
      this.later("canplay");
      if (!this.paused) this.#nowPlaying();
      this.later("canplaythrough");
      this.#autoplay();
      this.#playback.follow(!this.paused);
      this.stateChanged();
    }
    pictureChanged() {
      if (this.readyState === HAVE_NOTHING) this.ready();
      else this.showSize();
      this.#playback.settle();
    }
    // For video elements.
    showSize() {}
    forgetPicture() {}

    // Nothing is left to render.
    streamEnded() {
      this.#await(false);
      this.queueElementTask(() => {
        if (this.ended || this.readyState < HAVE_METADATA || !this.#playback || this.#playback.live) return;
        this.ended = true;
        this.stateChanged();
        this.duration = this.currentTime;
        this.fire("timeupdate");
        if (!this.paused) {
          this.paused = true;
          this.fire("pause");
          this.#rejecting("AbortError", "The stream has ended.")();
        }
        this.fire("durationchange");
        this.fire("ended");
      });
    }
    // Something is there to render again.
    streamResumed() {
      if (!this.ended || !this.autoplay) return;
      this.#restart();
      this.paused = false;
      this.later("play");
      this.#nowPlaying();
      this.#playback.follow(true);
      this.stateChanged();
    }
    #restart() {
      this.ended = false;
      this.duration = Infinity;
      this.later("durationchange");
    }

    // ---- playing: https://html.spec.whatwg.org/#playing-the-media-resource ----

    get autoplay() { return this.hasAttribute("autoplay"); }
    #autoplay() {
      if (!this.#mayAutoplay || !this.paused || !this.autoplay) return;
      this.paused = false;
      this.later("play");
      this.#nowPlaying();
    }
    #nowPlaying() {
      const promises = this.#takePromises();
      this.queueElementTask(() => this.fire("playing"), () => { for (const it of promises) it.resolve(); });
    }
    play() {
      const { realm } = this;
      if (this.error?.code === 4) return realm.rejected(realm.domException("NotSupportedError", "Media files are not played."));
      const deferred = realm.deferred();
      this.#promises.push(deferred);
      if (this.networkState === NETWORK_EMPTY) this.#select();
      if (this.ended && this.#playback?.live) this.#restart();
      if (this.paused) {
        this.paused = false;
        this.later("play");
        if (this.readyState <= HAVE_CURRENT_DATA) this.later("waiting");
        else this.#nowPlaying();
      } else if (this.readyState >= HAVE_FUTURE_DATA) {
        const promises = this.#takePromises();
        this.queueElementTask(() => {}, () => { for (const it of promises) it.resolve(); });
      }
      this.#mayAutoplay = false;
      this.#playback?.follow(true);
      this.stateChanged();
      return deferred.promise;
    }
    pause() {
      if (this.networkState === NETWORK_EMPTY) this.#select();
      this.#mayAutoplay = false;
      if (this.paused) return;
      this.paused = true;
      this.queueElementTask(() => {
        this.fire("timeupdate");
        this.fire("pause");
      }, this.#rejecting("AbortError", "The element was paused."));
      this.#playback?.follow(false);
      this.stateChanged();
    }

    // ---- the timeline ----

    get isPlaying() { return !this.paused && !this.ended && !this.error && this.readyState >= HAVE_FUTURE_DATA; }
    stateChanged() {
      const clock = this.#clock;
      clock.task = -1;
      if (this.isPlaying === (clock.since !== null)) return;
      if (clock.since === null) {
        clock.since = this.realm.now();
        this.#march();
      } else {
        clock.position += (this.realm.now() - clock.since) / 1000;
        clock.since = null;
        clock.timer.cancel();
      }
    }
    #march() {
      const step = () => {
        if (!this.realm.isActive() || !this.isPlaying) return;
        this.fire("timeupdate");
        if (this.isPlaying) this.#march();
      };
      // A script whose work is done need not wait for what nobody listens to.
      const heard = this.hasListeners("timeupdate");
      this.#clock.timer = heard ? agent.bridge.timer(TIMEUPDATE_MS, step) : agent.bridge.backgroundTimer(TIMEUPDATE_MS, step);
    }
    // Stands still while a task runs.
    get currentTime() {
      if (!this.#stream) return this.#startPosition;
      const clock = this.#clock, task = agent.bridge.task();
      if (clock.task !== task) {
        clock.task = task;
        clock.read = clock.position + (clock.since === null ? 0 : (this.realm.now() - clock.since) / 1000);
      }
      return clock.read;
    }
    set currentTime(value) { if (!this.#stream) this.#startPosition = value; }
    fastSeek(time) { this.currentTime = time; }
    get played() { return new TimeRanges(this.realm, this.#stream ? [[0, this.currentTime]] : []); }
    get buffered() { return new TimeRanges(this.realm, []); }
    get seekable() { return new TimeRanges(this.realm, []); }
    get defaultPlaybackRate() { return this.#stream ? 1 : this.#defaultPlaybackRate; }
    set defaultPlaybackRate(value) {
      if (this.#stream || value === this.#defaultPlaybackRate) return;
      this.#defaultPlaybackRate = value;
      this.later("ratechange");
    }
    get playbackRate() { return this.#stream ? 1 : this.#playbackRate; }
    set playbackRate(value) {
      if (this.#stream || value === this.#playbackRate) return;
      this.#playbackRate = value;
      this.later("ratechange");
    }

    // ---- output: https://w3c.github.io/mediacapture-output/#htmlmediaelement-extensions ----

    // Only what enumerateDevices() shows can be named. No sound is played whichever it is.
    setSinkId(sinkId) {
      const { realm } = this;
      if (!realm.media().isAllowedToUse("speaker-selection")) {
        throw realm.domException("NotAllowedError", "The permissions policy forbids to choose outputs.");
      }
      if (sinkId === this.sinkId) return undefined;
      const { promise, resolve, reject } = realm.deferred();
      const use = () => realm.queueTask(() => {
        this.sinkId = sinkId;
        resolve();
      });
      if (sinkId === "") {
        use();
        return promise;
      }
      const listed = realm.ask((list, fail) => realm.media().enumerateDevices(list, fail),
        (devices) => Array.from(devices).some((it) => it.kind() === "audiooutput" && it.deviceId() === sinkId));
      realm.then(listed, (known) => {
        if (known) use();
        else reject(realm.domException("NotFoundError", "There is no such output."));
      }, reject);
      return promise;
    }

    // ---- volume ----

    get volume() { return this.#volume; }
    set volume(value) {
      if (value < 0 || value > 1) throw this.realm.domException("IndexSizeError", "The volume " + value + " is not from 0 to 1.");
      if (value === this.#volume) return;
      this.#volume = value;
      this.later("volumechange");
    }
    get muted() { return this.#muted ?? this.hasAttribute("muted"); }
    set muted(value) {
      if (value === this.muted) return;
      this.#muted = value;
      this.later("volumechange");
    }
  }
  agent.implement("HTMLMediaElement", HTMLMediaElement,
    "sinkId networkState readyState error paused ended seeking duration currentSrc preservesPitch");

  agent.shared.defineElement("HTMLAudioElement", "audio", class HTMLAudioElement extends HTMLMediaElement {
    get kinds() { return ["audio"]; }
  });
});
