"use strict";
// https://webaudio.github.io/web-audio-api/#AudioNode and #AudioParam
(function (agent) {
  const { EventTarget } = agent.implementations;

  class AudioParam extends agent.PlatformObject {
    constructor(node, name) {
      super(node.realm);
      this.node = node; // which it keeps
      this.host = node.host.param(name);
    }
    get value() { return this.host.value(); }
    set value(value) { this.host.setValue(value); }
    // What a constructor is given; the default is there already.
    setInitial(value) { if (value !== this.defaultValue) this.value = value; }
    get automationRate() { return this.host.automationRate(); }
    set automationRate(rate) { this.host.setAutomationRate(rate); }
    get defaultValue() { return this.host.defaultValue(); }
    get minValue() { return this.host.minValue(); }
    get maxValue() { return this.host.maxValue(); }

    #check(seconds, what = "time") {
      if (seconds < 0) throw new this.realm.RangeError("The " + what + " is negative.");
    }
    setValueAtTime(value, time) {
      this.#check(time);
      this.host.setValueAtTime(value, time);
      return this;
    }
    linearRampToValueAtTime(value, time) {
      this.#check(time);
      this.host.linearRamp(value, time);
      return this;
    }
    exponentialRampToValueAtTime(value, time) {
      if (value === 0) throw new this.realm.RangeError("No exponential ramp leads to 0.");
      this.#check(time);
      this.host.exponentialRamp(value, time);
      return this;
    }
    setTargetAtTime(target, time, timeConstant) {
      this.#check(time);
      this.#check(timeConstant, "time constant");
      this.host.setTarget(target, time, timeConstant);
      return this;
    }
    setValueCurveAtTime(values, time, duration) {
      this.#check(time);
      if (values.length < 2) throw this.realm.domException("InvalidStateError", "A curve has two values at least.");
      if (duration <= 0) throw new this.realm.RangeError("The duration is not positive.");
      this.host.setValueCurve(values, time, duration);
      return this;
    }
    cancelScheduledValues(time) {
      this.#check(time, "cancel time");
      this.host.cancel(time);
      return this;
    }
    cancelAndHoldAtTime(time) {
      this.#check(time, "cancel time");
      this.host.cancelAndHold(time);
      return this;
    }
  }
  agent.implement("AudioParam", AudioParam);

  class AudioNode extends EventTarget {
    #params = { __proto__: null };
    constructor(realm, context, host) {
      super(realm);
      this.context = context;
      this.host = host;
    }
    // What all constructors take.
    apply({ channelCount, channelCountMode, channelInterpretation }) {
      if (channelCount !== undefined) this.channelCount = channelCount;
      if (channelCountMode !== undefined) this.channelCountMode = channelCountMode;
      if (channelInterpretation !== undefined) this.channelInterpretation = channelInterpretation;
    }
    param(name) { return this.#params[name] ??= new AudioParam(this, name); }

    get numberOfInputs() { return this.host.numberOfInputs(); }
    get numberOfOutputs() { return this.host.numberOfOutputs(); }
    get channelCount() { return this.host.channelCount(); }
    set channelCount(count) { this.host.setChannelCount(count); }
    get channelCountMode() { return this.host.channelCountMode(); }
    set channelCountMode(mode) { this.host.setChannelCountMode(mode); }
    get channelInterpretation() { return this.host.channelInterpretation(); }
    set channelInterpretation(interpretation) { this.host.setChannelInterpretation(interpretation); }

    connect(destination, output = 0, input = 0) {
      if (destination instanceof AudioParam) {
        this.host.connectParam(destination.host, output);
        return undefined;
      }
      this.host.connect(destination.host, output, input);
      return destination;
    }
    disconnect(destination, output = -1, input = -1) {
      if (destination instanceof AudioParam) this.host.disconnectParam(destination.host, output);
      else if (destination instanceof AudioNode) this.host.disconnectNode(destination.host, output, input);
      else this.host.disconnect(destination ?? -1);
    }
  }
  agent.implement("AudioNode", AudioNode, "context");

  class AudioDestinationNode extends AudioNode {
    get maxChannelCount() { return this.context.host.maxChannelCount(); }
  }
  agent.implement("AudioDestinationNode", AudioDestinationNode);

  class AudioScheduledSourceNode extends AudioNode {
    #listening = false;
    check(seconds, what) {
      if (seconds < 0) throw new this.realm.RangeError("The " + what + " is negative.");
    }
    start(when = 0) {
      this.check(when, "time");
      this.host.start(when);
    }
    stop(when = 0) {
      this.check(when, "time");
      this.host.stop(when);
    }
    listenersChanged(type) {
      if (type !== "ended" || this.#listening) return;
      this.#listening = true;
      this.host.onEnded(() => this.fire("ended"));
    }
  }
  agent.implement("AudioScheduledSourceNode", AudioScheduledSourceNode);

  class ConstantSourceNode extends AudioScheduledSourceNode {
    constructor(realm, context, { offset = 1 } = {}) {
      super(realm, context, context.host.node("ConstantSourceNode", 0));
      this.offset.setInitial(offset);
    }
    get offset() { return this.param("offset"); }
  }
  agent.implement("ConstantSourceNode", ConstantSourceNode);

  class PeriodicWave extends agent.PlatformObject {
    constructor(realm, context, { real, imag, disableNormalization = false } = {}) {
      super(realm);
      const fail = () => { throw realm.domException("IndexSizeError", "There are two coefficients at least, and as many cosines as sines."); };
      const count = (real ?? imag)?.length ?? 2;
      if (count < 2 || (real && imag && real.length !== imag.length)) fail();
      const zeros = Array.from({ length: count }, () => 0);
      const sines = imag ?? (real ? zeros : [0, 1]);
      this.host = agent.bridge.audio().wave(real ?? zeros, sines, disableNormalization);
    }
  }
  agent.implement("PeriodicWave", PeriodicWave);

  class OscillatorNode extends AudioScheduledSourceNode {
    constructor(realm, context, options = {}) {
      super(realm, context, context.host.node("OscillatorNode", 0));
      const { type = "sine", frequency = 440, detune = 0, periodicWave } = options;
      if (periodicWave) this.setPeriodicWave(periodicWave);
      else if (type === "custom") throw realm.domException("InvalidStateError", "A custom wave needs a PeriodicWave.");
      else if (type !== "sine") this.type = type;
      this.frequency.setInitial(frequency);
      this.detune.setInitial(detune);
      this.apply(options);
    }
    get type() { return this.host.type(); }
    set type(type) {
      if (type === "custom" && this.type === "custom") return;
      this.host.setType(type);
    }
    get frequency() { return this.param("frequency"); }
    get detune() { return this.param("detune"); }
    setPeriodicWave(wave) { this.host.setWave(wave.host); }
  }
  agent.implement("OscillatorNode", OscillatorNode);

  class AudioBufferSourceNode extends AudioScheduledSourceNode {
    #buffer = null;
    #wasSet = false;
    #loop = false;
    #loopStart = 0;
    #loopEnd = 0;
    constructor(realm, context, { buffer = null, detune = 0, loop = false, loopEnd = 0, loopStart = 0, playbackRate = 1 } = {}) {
      super(realm, context, context.host.node("AudioBufferSourceNode", 0));
      if (buffer) this.buffer = buffer;
      this.detune.setInitial(detune);
      this.playbackRate.setInitial(playbackRate);
      this.#loopStart = loopStart;
      this.#loopEnd = loopEnd;
      if (loop || loopStart || loopEnd) this.loop = loop;
    }
    get playbackRate() { return this.param("playbackRate"); }
    get detune() { return this.param("detune"); }
    get buffer() { return this.#buffer; }
    set buffer(buffer) {
      if (buffer && this.#wasSet) throw this.realm.domException("InvalidStateError", "It has a buffer.");
      if (!buffer) {
        if (this.#buffer) this.host.clearBuffer();
        this.#buffer = null;
        return;
      }
      this.#buffer = buffer;
      this.#wasSet = true;
      const { samples } = buffer;
      if (samples.some((it) => it.length !== buffer.length)) return; // handed over meanwhile: it has nothing to play
      this.host.setBuffer(samples.map((it) => it.buffer), samples.map((it) => it.byteOffset), buffer.length, buffer.sampleRate);
    }
    get loop() { return this.#loop; }
    set loop(loop) {
      this.#loop = loop;
      this.#changeLoop();
    }
    get loopStart() { return this.#loopStart; }
    set loopStart(seconds) {
      this.#loopStart = seconds;
      this.#changeLoop();
    }
    get loopEnd() { return this.#loopEnd; }
    set loopEnd(seconds) {
      this.#loopEnd = seconds;
      this.#changeLoop();
    }
    #changeLoop() { this.host.setLoop(this.#loop, this.#loopStart, this.#loopEnd); }
    start(when = 0, offset, duration) {
      this.check(when, "time");
      this.check(offset ?? 0, "offset");
      this.check(duration ?? 0, "duration");
      this.host.startPart(when, offset ?? 0, duration ?? Infinity);
    }
  }
  agent.implement("AudioBufferSourceNode", AudioBufferSourceNode);

  // ---- nodes that sound goes through ----

  const through = (name, create, params) => {
    const made = {
      [name]: class extends AudioNode {
        constructor(realm, context, options = {}) {
          super(realm, context, create(context.host, options));
          for (const param of params) if (options[param] !== undefined) this[param].setInitial(options[param]);
          this.apply(options);
        }
      },
    }[name];
    for (const param of params) {
      Object.defineProperty(made.prototype, param, { get() { return this.param(param); }, configurable: true });
    }
    agent.implement(name, made);
  };
  through("GainNode", (host) => host.node("GainNode", 0), ["gain"]);
  through("StereoPannerNode", (host) => host.node("StereoPannerNode", 0), ["pan"]);
  through("DelayNode", (host, { maxDelayTime = 1 }) => host.node("DelayNode", maxDelayTime), ["delayTime"]);
  through("ChannelMergerNode", (host, { numberOfInputs = 6 }) => host.node("ChannelMergerNode", numberOfInputs), []);
  through("ChannelSplitterNode", (host, { numberOfOutputs = 6 }) => host.node("ChannelSplitterNode", numberOfOutputs), []);

  class AnalyserNode extends AudioNode {
    constructor(realm, context, options = {}) {
      super(realm, context, context.host.node("AnalyserNode", 0));
      const { fftSize = 2048, maxDecibels = -30, minDecibels = -100, smoothingTimeConstant = 0.8 } = options;
      this.fftSize = fftSize;
      this.host.setDecibels(minDecibels, maxDecibels);
      this.smoothingTimeConstant = smoothingTimeConstant;
      this.apply(options);
    }
    get fftSize() { return this.host.fftSize(); }
    set fftSize(size) { this.host.setFftSize(size); }
    get frequencyBinCount() { return this.fftSize / 2; }
    get minDecibels() { return this.host.minDecibels(); }
    set minDecibels(level) { this.host.setDecibels(level, this.maxDecibels); }
    get maxDecibels() { return this.host.maxDecibels(); }
    set maxDecibels(level) { this.host.setDecibels(this.minDecibels, level); }
    get smoothingTimeConstant() { return this.host.smoothingTimeConstant(); }
    set smoothingTimeConstant(constant) { this.host.setSmoothingTimeConstant(constant); }
    #fill(array, data) { array.set(data.subarray(0, Math.min(array.length, data.length))); }
    getFloatFrequencyData(array) { this.#fill(array, new Float32Array(new ArrayBuffer(this.host.floatFrequencyData()))); }
    getByteFrequencyData(array) { this.#fill(array, new Uint8Array(new ArrayBuffer(this.host.byteFrequencyData()))); }
    getFloatTimeDomainData(array) { this.#fill(array, new Float32Array(new ArrayBuffer(this.host.floatTimeDomainData()))); }
    getByteTimeDomainData(array) { this.#fill(array, new Uint8Array(new ArrayBuffer(this.host.byteTimeDomainData()))); }
  }
  agent.implement("AnalyserNode", AnalyserNode);

  // ---- from streams and back ----

  const first = (realm, stream) => {
    const tracks = stream.getAudioTracks();
    if (!tracks.length) throw realm.domException("InvalidStateError", "The stream has no audio.");
    return tracks.reduce((a, b) => b.id < a.id ? b : a);
  };

  class MediaStreamAudioSourceNode extends AudioNode {
    constructor(realm, context, { mediaStream }) {
      super(realm, context, context.host.trackSource(first(realm, mediaStream).host));
      this.mediaStream = mediaStream;
    }
  }
  agent.implement("MediaStreamAudioSourceNode", MediaStreamAudioSourceNode, "mediaStream");

  class MediaStreamTrackAudioSourceNode extends AudioNode {
    constructor(realm, context, { mediaStreamTrack }) {
      super(realm, context, context.host.trackSource(mediaStreamTrack.host));
    }
  }
  agent.implement("MediaStreamTrackAudioSourceNode", MediaStreamTrackAudioSourceNode);

  class MediaStreamAudioDestinationNode extends AudioNode {
    constructor(realm, context, options = {}) {
      super(realm, context, context.host.streamDestination());
      this.stream = agent.implementations.MediaStream.of(realm, context.host.streamOf(this.host));
      this.apply(options);
    }
  }
  agent.implement("MediaStreamAudioDestinationNode", MediaStreamAudioDestinationNode, "stream");
});
