package dev.usermedia.codecs.internal.recorder;

import java.util.concurrent.CompletableFuture;

/**
 * Decides which instant of the media clock is the file's time 0: the first picture, if sound begins
 * at most {@link #LEAD_US} before it, else the earliest of the tracks' first timestamps. Tracks
 * that have delivered nothing within {@link #PATIENCE_US} have no say; if none has, it is the
 * instant at which the recording was started. Safe for use from any thread.
 */
final class Epoch {
  /** How long a track may take to its first frame and still have a say. */
  static final long PATIENCE_US = 500_000;

  /**
   * What a chunk of sound and the wait for the first picture come to: a file that began with so
   * much sound would have no picture to begin with.
   */
  static final long LEAD_US = 100_000;

  private final long startUs;
  private final CompletableFuture<Long> decided = new CompletableFuture<>();
  private int awaited;
  private long earliestUs = Long.MAX_VALUE;
  private long pictureUs = Long.MAX_VALUE;

  /** Of a recording that starts now, with so many tracks. */
  Epoch(long startUs, int tracks) {
    this.startUs = startUs;
    this.awaited = tracks;
  }

  /** A track's first timestamp; called once for each track. */
  synchronized void announce(long timestampUs, boolean ofPicture) {
    if (ofPicture) {
      pictureUs = Math.min(pictureUs, timestampUs);
    }
    earliestUs = Math.min(earliestUs, timestampUs);
    awaited--;
    if (awaited == 0) {
      decide();
    }
  }

  /** Time has passed. */
  void tick(long nowUs) {
    if (nowUs - startUs >= PATIENCE_US) {
      decide();
    }
  }

  /** Nobody is waited for any longer. */
  synchronized void decide() {
    if (earliestUs == Long.MAX_VALUE) {
      decided.complete(startUs);
    } else {
      boolean sharp = pictureUs != Long.MAX_VALUE && pictureUs - earliestUs <= LEAD_US;
      decided.complete(sharp ? pictureUs : earliestUs);
    }
  }

  /** The instant, once it is decided. */
  long await() {
    return decided.join();
  }

  boolean isDecided() {
    return decided.isDone();
  }
}
