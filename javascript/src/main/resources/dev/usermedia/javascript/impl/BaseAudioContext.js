"use strict";
// https://webaudio.github.io/web-audio-api/#BaseAudioContext. What is not there yet is not there: no AudioListener, no
// worklets, no decoding of files.
(function (agent) {
  const { bridge } = agent;
  const { EventTarget, Event, AudioBuffer } = agent.implementations;
  const LATENCY_SECONDS = { __proto__: null, interactive: 0.01, balanced: 0.02, playback: 0.1 };
  const QUANTUM_FRAMES = 128;
  const USUAL_RATE = 0; // as the room behind has it

  class BaseAudioContext extends EventTarget {
    #destination = null;
    #time = { task: -1, value: 0 };
    constructor(realm, host) {
      super(realm);
      this.host = host;
      host.onStateChange(() => { if (realm.isActive()) this.fire("statechange"); });
    }
    get destination() {
      return this.#destination ??= new agent.implementations.AudioDestinationNode(this.realm, this, this.host.destination());
    }
    get sampleRate() { return this.host.sampleRate(); }
    // Stands still during a task.
    get currentTime() {
      const task = bridge.task();
      if (task !== this.#time.task) this.#time = { task, value: this.host.currentTime() };
      return this.#time.value;
    }
    get state() { return this.realm.isActive() ? this.host.state() : "closed"; }
    get renderQuantumSize() { return this.host.renderQuantumSize(); }

    #create(name, options) { return new agent.implementations[name](this.realm, this, options); }
    createAnalyser() { return this.#create("AnalyserNode"); }
    createBuffer(numberOfChannels, length, sampleRate) { return new AudioBuffer(this.realm, { numberOfChannels, length, sampleRate }); }
    createBufferSource() { return this.#create("AudioBufferSourceNode"); }
    createChannelMerger(numberOfInputs) { return this.#create("ChannelMergerNode", { numberOfInputs }); }
    createChannelSplitter(numberOfOutputs) { return this.#create("ChannelSplitterNode", { numberOfOutputs }); }
    createConstantSource() { return this.#create("ConstantSourceNode"); }
    createDelay(maxDelayTime) { return this.#create("DelayNode", { maxDelayTime }); }
    createGain() { return this.#create("GainNode"); }
    createOscillator() { return this.#create("OscillatorNode"); }
    createPeriodicWave(real, imag, { disableNormalization = false } = {}) { return this.#create("PeriodicWave", { real, imag, disableNormalization }); }
    createScriptProcessor(bufferSize, numberOfInputChannels, numberOfOutputChannels) {
      return new agent.implementations.ScriptProcessorNode(this.realm, this, this.host.scriptProcessor(bufferSize, numberOfInputChannels, numberOfOutputChannels));
    }
    createStereoPanner() { return this.#create("StereoPannerNode"); }
  }
  agent.implement("BaseAudioContext", BaseAudioContext);

  // https://webaudio.github.io/web-audio-api/#validate-sample-rate, and the one quantum size that there is
  const checkQuantum = (realm, hint) => {
    if (typeof hint === "number" && hint !== QUANTUM_FRAMES) throw realm.domException("NotSupportedError", "A render quantum has 128 samples.");
  };

  const checkActive = (realm) => {
    if (!realm.isActive()) throw realm.domException("InvalidStateError", "The document is gone.");
  };

  class AudioContext extends BaseAudioContext {
    constructor(realm, { latencyHint = "interactive", sampleRate, renderSizeHint } = {}) {
      checkActive(realm);
      checkQuantum(realm, renderSizeHint);
      if (sampleRate === USUAL_RATE) throw realm.domException("NotSupportedError", "The sample rate is 0.");
      const seconds = typeof latencyHint === "string" ? LATENCY_SECONDS[latencyHint] : latencyHint;
      super(realm, bridge.audio().context(realm.media(), seconds, sampleRate ?? USUAL_RATE));
    }
    get baseLatency() { return this.host.baseLatency(); }
    get outputLatency() { return this.host.outputLatency(); }
    getOutputTimestamp() { return { __proto__: null, contextTime: this.currentTime, performanceTime: this.realm.now() }; }
    #ask(steps) {
      checkActive(this.realm);
      return this.realm.ask(steps, () => undefined);
    }
    resume() { return this.#ask((resolve, reject) => this.host.resume(resolve, reject)); }
    suspend() { return this.#ask((resolve, reject) => this.host.suspend(0, resolve, reject)); }
    close() { return this.#ask((resolve, reject) => this.host.end(resolve, reject)); }
    createMediaStreamSource(mediaStream) { return new agent.implementations.MediaStreamAudioSourceNode(this.realm, this, { mediaStream }); }
    createMediaStreamTrackSource(mediaStreamTrack) { return new agent.implementations.MediaStreamTrackAudioSourceNode(this.realm, this, { mediaStreamTrack }); }
    createMediaStreamDestination() { return new agent.implementations.MediaStreamAudioDestinationNode(this.realm, this); }
  }
  agent.implement("AudioContext", AudioContext);

  class OfflineAudioCompletionEvent extends Event {
    constructor(realm, type, init) {
      super(realm, type, init);
      this.renderedBuffer = init.renderedBuffer;
    }
  }
  agent.implement("OfflineAudioCompletionEvent", OfflineAudioCompletionEvent, "renderedBuffer");

  class OfflineAudioContext extends BaseAudioContext {
    #channels;
    constructor(realm, first, length, sampleRate) {
      checkActive(realm);
      const options = typeof first === "object" ? first : { numberOfChannels: first, length, sampleRate };
      checkQuantum(realm, options.renderSizeHint);
      const { numberOfChannels = 1 } = options;
      if (!options.length) throw realm.domException("NotSupportedError", "There are no samples to render.");
      const most = 2 ** 31 - 1;
      super(realm, bridge.audio().offline(realm.media(), Math.min(numberOfChannels, most), Math.min(options.length, most), options.sampleRate));
      this.length = options.length;
      this.#channels = numberOfChannels;
    }
    startRendering() {
      checkActive(this.realm);
      return this.realm.ask((resolve, reject) => this.host.startRendering(resolve, reject), (channels) => {
        const renderedBuffer = new AudioBuffer(this.realm, { numberOfChannels: this.#channels, length: this.length, sampleRate: this.sampleRate }, channels);
        this.realm.queueTask(() => this.fire("complete", { renderedBuffer }, "OfflineAudioCompletionEvent"));
        return renderedBuffer;
      });
    }
    resume() { return this.realm.ask((resolve, reject) => this.host.resume(resolve, reject), () => undefined); }
    suspend(time) {
      if (time < 0) throw this.realm.domException("InvalidStateError", "The time is negative.");
      return this.realm.ask((resolve, reject) => this.host.suspend(time, resolve, reject), () => undefined);
    }
  }
  agent.implement("OfflineAudioContext", OfflineAudioContext, "length");
});
