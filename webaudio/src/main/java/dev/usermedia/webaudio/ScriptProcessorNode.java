package dev.usermedia.webaudio;

import dev.usermedia.DOMException;
import dev.usermedia.Registration;
import dev.usermedia.webaudio.internal.graph.ScriptProcessor;
import java.lang.ref.WeakReference;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Has an application process sound on the event loop. The specification deprecates it, and much
 * code that captures sound uses it: it is how samples were taken before worklets.
 *
 * <p>Sound comes out two buffers late. If the application is busy for longer than a buffer, buffers
 * are left out, and silence is heard; a context that renders into memory waits for it instead, so
 * {@link OfflineAudioContext#startRendering} must not be called on the event loop then.
 *
 * @see <a href="https://webaudio.github.io/web-audio-api/#ScriptProcessorNode">Web Audio API,
 *     ScriptProcessorNode</a>
 */
public final class ScriptProcessorNode extends AudioNode {
  private static final int SMALLEST = 256;
  private static final int LARGEST = 16_384;
  private static final int USUAL = 2_048;

  private final int bufferSize;
  private final ContextListeners listeners;

  /**
   * A node.
   *
   * @param bufferSize samples of each channel: a power of two from 256 to 16384, or 0 for 2048
   * @throws DOMException {@code IndexSizeError} if there cannot be such a size or so many channels,
   *     or no channels at all
   */
  public ScriptProcessorNode(
      BaseAudioContext context,
      int bufferSize,
      int numberOfInputChannels,
      int numberOfOutputChannels) {
    Self self = new Self();
    int size = checkedSize(bufferSize);
    checkChannels(numberOfInputChannels, numberOfOutputChannels);
    super(
        context,
        new ScriptProcessor(
            size,
            numberOfInputChannels,
            numberOfOutputChannels,
            context instanceof OfflineAudioContext,
            self::get),
        1,
        1,
        Math.max(numberOfInputChannels, 1),
        ChannelCountMode.EXPLICIT,
        ChannelInterpretation.SPEAKERS);
    this.bufferSize = size;
    this.listeners = new ContextListeners(context.media());
    self.node = new WeakReference<>(this);
  }

  /** Leads from the graph to the node, which it does not keep. */
  private static final class Self {
    private volatile WeakReference<ScriptProcessorNode> node = new WeakReference<>(null);

    Optional<ScriptProcessor.Listener> get() {
      return Optional.ofNullable(node.get()).map(it -> it::process);
    }
  }

  private static int checkedSize(int size) {
    if (size == 0) {
      return USUAL;
    }
    if (size < SMALLEST || size > LARGEST || Integer.bitCount(size) != 1) {
      throw new DOMException(
          size + " is not a power of two from " + SMALLEST + " to " + LARGEST, "IndexSizeError");
    }
    return size;
  }

  private static void checkChannels(int inputs, int outputs) {
    if (Math.max(inputs, outputs) > MOST_CHANNELS || Math.min(inputs, outputs) < 0) {
      throw new DOMException("there are at most 32 channels", "IndexSizeError");
    }
    if (inputs == 0 && outputs == 0) {
      throw new DOMException("there are no channels", "IndexSizeError");
    }
  }

  /** Samples of each channel that are processed at a time. */
  public int bufferSize() {
    return bufferSize;
  }

  /** Listens for sound to be processed. */
  public Registration onaudioprocess(Consumer<AudioProcessingEvent> listener) {
    return listeners.add(event -> listener.accept((AudioProcessingEvent) event));
  }

  /** On the rendering thread. */
  private boolean process(double playbackTime, float[][] input, float[][] output, Runnable done) {
    if (listeners.isEmpty()) {
      return false;
    }
    float rate = context().sampleRate();
    return ContextListeners.queue(
        context().media(),
        () -> {
          AudioBuffer from = AudioBuffer.of(input, bufferSize, rate);
          AudioBuffer to = AudioBuffer.of(output, bufferSize, rate);
          listeners.fire(new AudioProcessingEvent(this, playbackTime, from, to));
          done.run();
        });
  }

  @Override
  void checkChannelCount(int count) {
    if (count != channelCount()) {
      throw new DOMException("the count is " + channelCount() + " for good", "NotSupportedError");
    }
  }

  @Override
  void checkChannelCountMode(ChannelCountMode mode) {
    if (mode != ChannelCountMode.EXPLICIT) {
      throw new DOMException("the mode is explicit for good", "NotSupportedError");
    }
  }
}
