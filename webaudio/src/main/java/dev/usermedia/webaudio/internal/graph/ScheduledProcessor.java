package dev.usermedia.webaudio.internal.graph;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * A source that sounds from one time to another.
 *
 * @see <a href="https://webaudio.github.io/web-audio-api/#AudioScheduledSourceNode">Web Audio API,
 *     AudioScheduledSourceNode</a>
 */
public abstract class ScheduledProcessor extends Processor {
  /** A time this close to a sample, in samples, is the sample's own. */
  private static final double CLOSE = 1e-6;

  private double startSeconds = Double.POSITIVE_INFINITY;
  private double stopSeconds = Double.POSITIVE_INFINITY;
  private @Nullable Runnable ended;
  private boolean finished;

  /** A source that was not started. */
  protected ScheduledProcessor(ParamProcessor... params) {
    super(0, 1, new ChannelRules(2, ChannelRules.Mode.MAX, true), params);
  }

  /**
   * Starts it at a time.
   *
   * @param whenEnded called once it is over, on the rendering thread; keeps what it refers to until
   *     then
   */
  public final void start(double seconds, Runnable whenEnded) {
    startSeconds = seconds;
    ended = whenEnded;
  }

  /** Stops it at a time; the last call counts. */
  public final void stop(double seconds) {
    stopSeconds = seconds;
  }

  protected final double startSeconds() {
    return startSeconds;
  }

  @Override
  protected final boolean isSounding() {
    return startSeconds < Double.POSITIVE_INFINITY && !finished;
  }

  @Override
  protected final boolean isOver() {
    return finished;
  }

  @Override
  protected final void process(Quantum quantum) {
    int from = firstAt(startSeconds, quantum);
    int to = firstAt(stopSeconds, quantum);
    if (finished || from >= Signal.FRAMES || to <= from) {
      output(0).silence(1);
    } else {
      int end = sound(quantum, output(0), from, to);
      clear(output(0), 0, from);
      clear(output(0), end, Signal.FRAMES);
      if (end < to) {
        finish();
      }
    }
    if (to < Signal.FRAMES && startSeconds < Double.POSITIVE_INFINITY) {
      finish();
    }
  }

  /**
   * Writes samples.
   *
   * @return the sample behind the last; before {@code to} if there are no more
   */
  protected abstract int sound(Quantum quantum, Signal to, int from, int end);

  private void finish() {
    if (!finished) {
      finished = true;
      Runnable tell = ended;
      ended = null;
      if (tell != null) {
        tell.run();
      }
    }
  }

  /** The first sample of the quantum, or of those behind it, that is not before a time. */
  private static int firstAt(double seconds, Quantum quantum) {
    double place = seconds * quantum.sampleRateHz() - quantum.frame();
    double nearest = Math.rint(place);
    double first = Math.abs(place - nearest) < CLOSE ? nearest : Math.ceil(place);
    return (int) Math.clamp(first, 0, Signal.FRAMES);
  }

  private static void clear(Signal signal, int from, int to) {
    for (int channel = 0; channel < signal.channels(); channel++) {
      Arrays.fill(signal.channel(channel), from, to, 0);
    }
  }
}
