"use strict";
// A media element's hold on the tracks of a stream: which of them it renders, and whether there is anything left to
// render. https://w3c.github.io/mediacapture-main/#mediastreams-in-media-elements
(function (agent) {
  agent.shared.StreamPlayback = class StreamPlayback {
    #watched = new Set();
    #track = null; // whose pictures are shown
    #video = null;
    #sound = null;
    #following = true;
    #closed = false;

    // The owner is told by its methods ready(), pictureChanged(), streamEnded() and streamResumed().
    constructor(stream, kinds, owner) {
      this.stream = stream;
      this.kinds = kinds;
      this.owner = owner;
      this.live = false;
      this.update = () => this.#update();
      stream.watch(this.update);
      this.#update();
    }

    get #elements() { return agent.bridge.elements(); }
    // What pictures are drawn from; null before there is a video track.
    get video() { return this.#video; }

    // A track came, went, or ended.
    #update() {
      if (this.#closed) return;
      const tracks = this.stream.getTracks().filter((track) => this.kinds.includes(track.kind));
      for (const track of this.#watched) if (!tracks.includes(track)) this.#forget(track);
      for (const track of tracks) {
        if (!this.#watched.has(track)) {
          this.#watched.add(track);
          track.watch(this.update);
        }
      }
      const living = tracks.filter((track) => track.readyState === "live");
      const videos = living.filter((track) => track.kind === "video");
      if (videos.length && !videos.includes(this.#track)) this.#show(videos[0]);
      if (!videos.length && !this.#video && !this.#sound && living.length) {
        this.#sound = this.#elements.firstSound(living[0].host, () => { if (!this.#closed) this.owner.ready(); });
      }
      if (this.live !== living.length > 0) {
        this.live = !this.live;
        if (this.live) this.owner.streamResumed();
        else this.owner.streamEnded();
      }
    }

    #forget(track) {
      this.#watched.delete(track);
      track.unwatch(this.update);
    }

    #show(track) {
      this.#video?.close();
      this.#track = track;
      const video = this.#elements.video(track.host, () => { if (this.#video === video) this.owner.pictureChanged(); });
      this.#video = video;
      video.follow();
    }

    // Whether new pictures are shown or the last one stays.
    follow(following) {
      this.#following = following;
      this.settle();
    }
    // The first picture is shown in any case.
    settle() {
      if (!this.#video) return;
      if (this.#following || !this.#video.size()[0]) this.#video.follow();
      else this.#video.hold();
    }

    close() {
      this.#closed = true;
      this.stream.unwatch(this.update);
      for (const track of [...this.#watched]) this.#forget(track);
      this.#video?.close();
      this.#sound?.close();
      this.#video = this.#sound = null;
    }
  };
});
