"use strict";
// https://webaudio.github.io/web-audio-api/#ScriptProcessorNode, deprecated there
(function (agent) {
  const { AudioNode, AudioBuffer, Event } = agent.implementations;

  class AudioProcessingEvent extends Event {
    constructor(realm, type, init) {
      super(realm, type, init);
      this.playbackTime = init.playbackTime;
      this.inputBuffer = init.inputBuffer;
      this.outputBuffer = init.outputBuffer;
    }
  }
  agent.implement("AudioProcessingEvent", AudioProcessingEvent, "playbackTime inputBuffer outputBuffer");

  class ScriptProcessorNode extends AudioNode {
    #listening = false;
    get bufferSize() { return this.host.bufferSize(); }
    listenersChanged(type) {
      if (type !== "audioprocess" || this.#listening) return;
      this.#listening = true;
      this.host.onAudioProcess((playbackTime, inputs, outputs) => this.#process(playbackTime, inputs, outputs));
    }
    #process(playbackTime, inputs, outputs) {
      const { bufferSize } = this;
      const buffer = (count, channels) => AudioBuffer.of(this.realm, count, bufferSize, this.context.sampleRate, channels);
      const outputBuffer = buffer(outputs, null);
      if (this.realm.isActive()) this.fire("audioprocess", { playbackTime, inputBuffer: buffer(inputs.length, inputs), outputBuffer }, "AudioProcessingEvent");
      return outputBuffer.samples.flatMap((it) => {
        const samples = it.length === bufferSize ? it : new Float32Array(bufferSize); // handed over: silence
        return [samples.buffer, samples.byteOffset];
      });
    }
  }
  agent.implement("ScriptProcessorNode", ScriptProcessorNode);
});
