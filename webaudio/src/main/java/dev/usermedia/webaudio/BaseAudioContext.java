package dev.usermedia.webaudio;

import dev.usermedia.DOMException;
import dev.usermedia.Event;
import dev.usermedia.MediaContext;
import dev.usermedia.Registration;
import dev.usermedia.webaudio.internal.dsp.WaveTable;
import dev.usermedia.webaudio.internal.graph.Graph;
import dev.usermedia.webaudio.internal.graph.Signal;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

/**
 * A graph of audio nodes and the time that passes in it. Sound is rendered in quanta of 128 samples
 * of each channel, floats in −1…1, on one thread that takes no lock.
 *
 * <p>Safe for use from any thread. Events are fired on the event loop of the media context.
 *
 * @see <a href="https://webaudio.github.io/web-audio-api/#BaseAudioContext">Web Audio API,
 *     BaseAudioContext</a>
 */
public abstract sealed class BaseAudioContext permits AudioContext, OfflineAudioContext {
  private static final float LOWEST_RATE_HZ = 3_000;
  private static final float HIGHEST_RATE_HZ = 768_000;

  private final MediaContext media;
  private final float sampleRateHz;
  private final Graph graph;
  private final AudioDestinationNode destination;
  private final ContextListeners stateChanged;
  private final Object connecting = new Object();

  /** The waves of the built-in types, each made when it is first needed. */
  private final Map<OscillatorType, WaveTable> waves = new ConcurrentHashMap<>();

  private volatile AudioContextState state = AudioContextState.SUSPENDED;

  @SuppressWarnings("this-escape") // to the destination, which only keeps it
  BaseAudioContext(MediaContext media, float sampleRateHz, int channels, boolean offline) {
    if (!(sampleRateHz >= LOWEST_RATE_HZ && sampleRateHz <= HIGHEST_RATE_HZ)) {
      throw new DOMException(
          sampleRateHz + " Hz; rates are " + LOWEST_RATE_HZ + " to " + HIGHEST_RATE_HZ,
          "NotSupportedError");
    }
    this.media = media;
    this.sampleRateHz = sampleRateHz;
    this.graph = new Graph(sampleRateHz);
    this.stateChanged = new ContextListeners(media);
    this.destination = new AudioDestinationNode(this, channels, offline);
  }

  final MediaContext media() {
    return media;
  }

  final Graph graph() {
    return graph;
  }

  /** Guards connections of nodes; a leaf. */
  final Object connecting() {
    return connecting;
  }

  /** The end of the graph. Always the same. */
  public final AudioDestinationNode destination() {
    return destination;
  }

  /** Samples per second and channel. */
  public final float sampleRate() {
    return sampleRateHz;
  }

  /** How much was rendered so far, in seconds: the time of the next render quantum. */
  public final double currentTime() {
    return graph.renderedFrames() / (double) sampleRateHz;
  }

  public final AudioContextState state() {
    return state;
  }

  /** Samples of each channel that are rendered at a time. */
  public final int renderQuantumSize() {
    return Signal.FRAMES;
  }

  /** Listens for {@link #state} changing. */
  public final Registration onstatechange(Consumer<Event> listener) {
    return stateChanged.add(listener);
  }

  /** On the event loop: steps that complete promises come between the change and its event. */
  final void become(AudioContextState now, Runnable promises) {
    boolean changes = state != now;
    state = now;
    promises.run();
    if (changes) {
      stateChanged.fire(new Event("statechange", this));
    }
  }

  /** The media context is closed: nobody can be told. */
  final void isGone() {
    state = AudioContextState.CLOSED;
  }

  final WaveTable wave(OscillatorType type) {
    return waves.computeIfAbsent(type, PeriodicWave::table);
  }

  public final AnalyserNode createAnalyser() {
    return new AnalyserNode(this);
  }

  /**
   * A silent buffer.
   *
   * @throws DOMException {@code NotSupportedError} if there cannot be such a buffer
   */
  public final AudioBuffer createBuffer(int numberOfChannels, int length, float sampleRate) {
    return new AudioBuffer(numberOfChannels, length, sampleRate);
  }

  public final AudioBufferSourceNode createBufferSource() {
    return new AudioBufferSourceNode(this);
  }

  public final ChannelMergerNode createChannelMerger(int numberOfInputs) {
    return new ChannelMergerNode(this, numberOfInputs);
  }

  public final ChannelSplitterNode createChannelSplitter(int numberOfOutputs) {
    return new ChannelSplitterNode(this, numberOfOutputs);
  }

  public final ConstantSourceNode createConstantSource() {
    return new ConstantSourceNode(this);
  }

  /** A delay of at most so many seconds. */
  public final DelayNode createDelay(double maxDelayTime) {
    return new DelayNode(this, maxDelayTime);
  }

  public final GainNode createGain() {
    return new GainNode(this);
  }

  public final OscillatorNode createOscillator() {
    return new OscillatorNode(this);
  }

  /** A wave of Fourier coefficients whose highest value is 1. */
  public final PeriodicWave createPeriodicWave(float[] real, float[] imag) {
    return new PeriodicWave(real, imag, false);
  }

  /** A node that the application processes sound in; deprecated by the specification. */
  public final ScriptProcessorNode createScriptProcessor(
      int bufferSize, int numberOfInputChannels, int numberOfOutputChannels) {
    return new ScriptProcessorNode(this, bufferSize, numberOfInputChannels, numberOfOutputChannels);
  }

  public final StereoPannerNode createStereoPanner() {
    return new StereoPannerNode(this);
  }
}
