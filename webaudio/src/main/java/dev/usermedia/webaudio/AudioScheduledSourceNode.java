package dev.usermedia.webaudio;

import dev.usermedia.DOMException;
import dev.usermedia.Event;
import dev.usermedia.Registration;
import dev.usermedia.webaudio.internal.graph.ScheduledProcessor;
import java.util.function.Consumer;

/**
 * A source that sounds once, from one time to another. Times are in seconds of the context; one
 * that is over is now.
 *
 * @see <a href="https://webaudio.github.io/web-audio-api/#AudioScheduledSourceNode">Web Audio API,
 *     AudioScheduledSourceNode</a>
 */
public abstract sealed class AudioScheduledSourceNode extends AudioNode
    permits AudioBufferSourceNode, ConstantSourceNode, OscillatorNode {
  private final ScheduledProcessor processor;
  private final ContextListeners ended;
  private boolean started;

  AudioScheduledSourceNode(BaseAudioContext context, ScheduledProcessor processor) {
    super(context, processor, 0, 1, 2, ChannelCountMode.MAX, ChannelInterpretation.SPEAKERS);
    this.processor = processor;
    this.ended = new ContextListeners(context.media());
  }

  /** Listens for the sound being over. */
  public final Registration onended(Consumer<Event> listener) {
    return ended.add(listener);
  }

  /** Sounds from now on. */
  public final void start() {
    start(0);
  }

  /**
   * Sounds from a time on.
   *
   * @throws DOMException {@code InvalidStateError} if it was started before
   * @throws IllegalArgumentException (the Web's {@code RangeError}) if the time is negative
   */
  public final void start(double when) {
    startNow(when, () -> {});
  }

  /** With steps on the rendering thread that prepare the processor. */
  final synchronized void startNow(double when, Runnable prepare) {
    if (started) {
      throw new DOMException("it was started before", "InvalidStateError");
    }
    checkTime(when);
    started = true;
    context()
        .graph()
        .send(
            () -> {
              prepare.run();
              processor.start(
                  Math.max(when, context().currentTime()),
                  () -> ended.queueFire(new Event("ended", this)));
            });
  }

  final synchronized boolean isStarted() {
    return started;
  }

  /** Is silent from now on. */
  public final void stop() {
    stop(0);
  }

  /**
   * Is silent from a time on; the last call counts.
   *
   * @throws DOMException {@code InvalidStateError} if it was not started
   * @throws IllegalArgumentException (the Web's {@code RangeError}) if the time is negative
   */
  public final synchronized void stop(double when) {
    if (!started) {
      throw new DOMException("it was not started", "InvalidStateError");
    }
    checkTime(when);
    context().graph().send(() -> processor.stop(when));
  }

  static void checkTime(double seconds) {
    if (!(seconds >= 0) || Double.isInfinite(seconds)) {
      throw new IllegalArgumentException("a time of " + seconds + " s");
    }
  }
}
