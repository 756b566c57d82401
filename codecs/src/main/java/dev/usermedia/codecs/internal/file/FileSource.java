package dev.usermedia.codecs.internal.file;

import dev.usermedia.MediaClock;
import dev.usermedia.spi.AudioMode;
import dev.usermedia.spi.Source;
import dev.usermedia.spi.SourceDevice;
import dev.usermedia.spi.SourceException;
import dev.usermedia.spi.SourceMode;
import dev.usermedia.spi.SourceOutput;
import dev.usermedia.spi.SourceSettings;
import dev.usermedia.spi.VideoMode;
import org.jspecify.annotations.Nullable;

/**
 * An input as a camera or microphone: takes what is ready on a capture thread of its own and
 * delivers each picture at its time, each chunk of sound when its last sample has sounded.
 */
final class FileSource implements Source {
  /** What is later than this is not delivered any more but counted as lost. */
  static final long MAX_LATE_NS = 500_000_000;

  /** The network is silent for so long that the track is to know. */
  private static final long STALL_MS = 1_000;

  private final Playback playback;
  private final SourceDevice device;
  private final ReadyQueue ready;
  private final MediaClock clock;
  private final Timeline timeline;

  private final Object lock = new Object();
  private @Nullable Thread thread; // guarded by lock
  private boolean waiting; // guarded by lock: the capture thread is in the clock's hands
  private volatile boolean closed; // written under lock
  private boolean released; // guarded by lock

  // By the capture thread only.
  private boolean starved;
  private boolean behind;
  private boolean muted;
  private boolean faultTold;
  private long lost;

  /**
   * A source of a playback.
   *
   * @param ready what was opened of it for the device
   */
  FileSource(Playback playback, SourceDevice device, ReadyQueue ready) {
    this.playback = playback;
    this.device = device;
    this.ready = ready;
    this.clock = playback.clock();
    this.timeline = playback.timeline();
  }

  @Override
  public void start(SourceSettings settings, SourceOutput output) throws SourceException {
    synchronized (lock) {
      checkOpen();
      if (thread != null) {
        throw new IllegalStateException("already started");
      }
      apply("start", settings.mode());
      playback.start(device.kind());
      String kind = device.kind().isVideo() ? "camera" : "microphone";
      thread =
          Thread.ofPlatform()
              .name("usermedia file-" + kind + " " + playback.address().label())
              .daemon()
              .start(() -> capture(output));
    }
  }

  @Override
  public void reconfigure(SourceSettings settings) throws SourceException {
    synchronized (lock) {
      checkOpen();
      if (thread == null) {
        throw new IllegalStateException("not started");
      }
      apply("reconfigure", settings.mode());
    }
  }

  private void checkOpen() {
    if (closed) {
      throw new IllegalStateException("the source is closed");
    }
  }

  /** A file has one mode; how long chunks of its sound are can be chosen. */
  private void apply(String operation, SourceMode wanted) throws SourceException {
    SourceMode own = device.modes().getFirst();
    if (own instanceof AudioMode sound && wanted instanceof AudioMode chosen) {
      double chunkSeconds = chosen.maxLatencySeconds();
      if (sound.with(chunkSeconds).equals(chosen)
          && sound.minLatencySeconds() <= chunkSeconds
          && chunkSeconds <= sound.maxLatencySeconds()) {
        playback.cutSound(chunkSeconds);
        return;
      }
    } else if (own instanceof VideoMode picture && picture.equals(wanted)) {
      return;
    }
    String input = playback.address().display();
    throw Failure.of(
        SourceException.Kind.FAILED,
        operation,
        input,
        input + " is " + describe(own) + " and nothing else, not " + describe(wanted));
  }

  private static String describe(SourceMode mode) {
    return switch (mode) {
      case VideoMode m ->
          "%s %dx%d at %.5g pictures a second"
              .formatted(m.format(), m.width(), m.height(), m.maxFrameRate());
      case AudioMode m ->
          "%d channels at %d Hz in chunks of %.0f to %.0f ms"
              .formatted(
                  m.channelCount(),
                  m.sampleRateHz(),
                  m.minLatencySeconds() * 1000,
                  m.maxLatencySeconds() * 1000);
    };
  }

  private void capture(SourceOutput output) {
    try {
      for (Slot slot = next(output); slot != null; slot = next(output)) {
        try {
          play(slot, output);
        } finally {
          slot.discard();
          ready.giveBack(slot);
        }
      }
      SourceException cause = ready.cause();
      if (cause != null && awaitMedia(ready.endNs())) {
        lost += ready.takeLost();
        tellLost(output);
        call(() -> output.ended(cause));
      }
    } finally {
      if (closed) {
        release();
      }
    }
  }

  /** What comes next, once it is ready; null at the end and when the source is closed. */
  private @Nullable Slot next(SourceOutput output) {
    starved = ready.isEmpty();
    while (!closed) {
      Slot slot = ready.poll();
      if (slot != null) {
        mute(false, output);
        return slot;
      }
      if (ready.cause() != null) {
        return null;
      }
      boolean mayStall = playback.address().isUrl() && !muted;
      try {
        if (!ready.await(mayStall ? STALL_MS : 0)) {
          mute(true, output);
        }
      } catch (InterruptedException e) {
        // by a consumer on this thread; whoever closes the source says so otherwise
      }
    }
    return null;
  }

  private void mute(boolean now, SourceOutput output) {
    if (now != muted) {
      muted = now;
      call(() -> output.muted(now));
    }
  }

  private void play(Slot slot, SourceOutput output) {
    timeline.begin(clock.nowUs(), slot.startNs);
    if (starved && !behind && isLate(slot)) {
      // the input did not keep up, not a consumer: all of it plays later from here on
      timeline.waitFor(clock.nowUs(), slot.dueNs());
    }
    if (!awaitMedia(slot.dueNs())) {
      return;
    }
    behind = isLate(slot);
    boolean delivers = !behind && !slot.isMissing();
    lost += slot.lostBefore + (delivers ? 0 : slot.units());
    tellLost(output);
    if (delivers) {
      call(() -> slot.deliver(output, timeline.toClockUs(slot.startNs)));
      behind = isLate(slot); // by the consumer
    }
  }

  private void tellLost(SourceOutput output) {
    long count = lost;
    lost = 0;
    if (count > 0) {
      call(() -> output.lost(count));
    }
  }

  private boolean isLate(Slot slot) {
    return timeline.toMediaNs(clock.nowUs()) - slot.dueNs() > MAX_LATE_NS;
  }

  /** Waits for a time on the time line; false if the source was closed meanwhile. */
  private boolean awaitMedia(long mediaNs) {
    boolean reached = false;
    while (!reached) {
      synchronized (lock) {
        if (closed) {
          return false;
        }
        waiting = true;
      }
      try {
        long dueUs = timeline.toClockUs(mediaNs);
        clock.awaitUs(dueUs);
        reached = timeline.toClockUs(mediaNs) <= dueUs; // or it was put off meanwhile
      } catch (InterruptedException e) {
        // closed, or by a consumer on this thread
      } finally {
        synchronized (lock) {
          waiting = false;
          Thread.interrupted(); // if close came just now; nothing else interrupts in here
        }
      }
    }
    return !closed;
  }

  /** Calls a consumer, whose faults are its own. */
  private void call(Runnable delivery) {
    try {
      delivery.run();
    } catch (RuntimeException | Error e) {
      System.Logger.Level level =
          faultTold ? System.Logger.Level.DEBUG : System.Logger.Level.WARNING;
      System.getLogger(FileSource.class.getName())
          .log(level, "a consumer of " + device.label() + " threw", e);
      faultTold = true;
    }
  }

  @Override
  public void close() {
    Thread capturing;
    synchronized (lock) {
      capturing = thread;
      if (!closed) {
        closed = true;
        ready.unwant();
        if (waiting && capturing != null) {
          capturing.interrupt();
        }
      }
    }
    if (capturing == Thread.currentThread()) {
      return; // the thread releases the playback when this delivery is over
    }
    if (capturing != null) {
      awaitEnd(capturing);
    }
    release();
  }

  private static void awaitEnd(Thread capturing) {
    boolean interrupted = false;
    while (capturing.isAlive()) {
      try {
        capturing.join();
      } catch (InterruptedException e) {
        interrupted = true;
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  private void release() {
    synchronized (lock) {
      if (released) {
        return;
      }
      released = true;
    }
    playback.release(device.kind());
  }
}
