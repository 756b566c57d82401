package dev.usermedia;

import dev.usermedia.internal.loop.EventLoop;
import dev.usermedia.internal.pipeline.LatencyMeter;
import dev.usermedia.internal.pipeline.TrackCounts;
import dev.usermedia.internal.pipeline.TrackSource;
import java.util.function.Supplier;

/**
 * A track's counts as they are exposed: during one task of the event loop they do not change.
 *
 * @see <a
 *     href="https://www.w3.org/TR/mediacapture-extensions/#dfn-expose-audio-frame-counters-steps">
 *     Expose audio frame counters steps</a>
 */
final class FrameCounts {
  private final EventLoop loop;
  private final Supplier<TrackSource> source;

  /** Guards what follows; above the hub's lock, which is taken to count. */
  private final Object lock = new Object();

  private long lastTask;

  /** To that task. */
  private Exposed exposed = new Exposed(TrackCounts.NONE, LatencyMeter.Reading.NONE);

  /** What was exposed last. */
  record Exposed(TrackCounts counts, LatencyMeter.Reading latency) {}

  FrameCounts(EventLoop loop, Supplier<TrackSource> source) {
    this.loop = loop;
    this.source = source;
  }

  Exposed expose() {
    long task = loop.currentTask();
    if (task == 0) {
      return fresh();
    }
    synchronized (lock) {
      if (task != lastTask) {
        exposed = fresh();
        lastTask = task;
      }
      return exposed;
    }
  }

  void resetLatency() {
    synchronized (lock) {
      Exposed now = expose();
      source.get().latency().reset();
      exposed = new Exposed(now.counts, now.latency.reset());
    }
  }

  private Exposed fresh() {
    TrackSource held = source.get();
    return new Exposed(held.counts(), held.latency().reading());
  }
}
