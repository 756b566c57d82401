"use strict";
// https://webaudio.github.io/web-audio-api/#AudioBuffer
(function (agent) {
  const { bridge } = agent;
  const LOWEST_RATE_HZ = 3000, HIGHEST_RATE_HZ = 768000, MOST_CHANNELS = 32;

  class AudioBuffer extends agent.PlatformObject {
    #channels;
    // Of a room behind, which has checked it; maybe without channels.
    static of(realm, numberOfChannels, length, sampleRate, channels) {
      return new AudioBuffer(realm, { numberOfChannels, length, sampleRate }, channels, true);
    }
    constructor(realm, { numberOfChannels = 1, length, sampleRate }, channels = null, checked = false) {
      super(realm);
      const fail = (what) => { throw realm.domException("NotSupportedError", what); };
      if (!checked && numberOfChannels < 1 || numberOfChannels > MOST_CHANNELS) fail("There are 1 to 32 channels.");
      if (length < 1) fail("There are no samples.");
      if (!(sampleRate >= LOWEST_RATE_HZ && sampleRate <= HIGHEST_RATE_HZ)) fail("Sample rates are 3000 to 768000 Hz.");
      this.sampleRate = Math.fround(sampleRate);
      this.length = length;
      this.numberOfChannels = numberOfChannels;
      const { Float32Array } = realm.global;
      if (!channels && !checked) bridge.audio().checkSamples(numberOfChannels * length);
      this.#channels = Array.from({ length: numberOfChannels }, (_, i) => channels ? new Float32Array(new ArrayBuffer(channels[i])) : new Float32Array(length));
    }
    get duration() { return this.length / this.sampleRate; }
    #channel(index) {
      if (index >= this.numberOfChannels) throw this.realm.domException("IndexSizeError", "There is no channel " + index + ".");
      return this.#channels[index];
    }
    getChannelData(channel) { return this.#channel(channel); }
    copyFromChannel(destination, channel, offset = 0) {
      const from = this.#channel(channel);
      if (offset < this.length) destination.set(from.subarray(offset, offset + Math.min(destination.length, this.length - offset)));
    }
    copyToChannel(source, channel, offset = 0) {
      const to = this.#channel(channel);
      if (offset < this.length) to.set(source.subarray(0, Math.min(source.length, this.length - offset)), offset);
    }
    // For nodes, which copy the samples as they are now.
    get samples() { return this.#channels; }
  }
  agent.implement("AudioBuffer", AudioBuffer, "sampleRate length numberOfChannels");
});
