package dev.usermedia.javascript;

import java.time.Duration;

/**
 * What a script may use up. One that uses more of the first three is ended, as is one whose
 * allocation the heap has no room for: the community edition of the engine cannot measure what a
 * script holds of the heap, so that a script which must not exhaust that of the JVM needs a JVM of
 * its own.
 *
 * @param statements how many statements may run; 0 for any number
 * @param task for how long one task may run, by the wall clock
 * @param timers how many timers may be set at a time
 * @param pictureBytes how much memory its canvases, image bitmaps and frames may take up at a time
 *     off the heap, and the samples of Web Audio on it; more is refused with {@code
 *     QuotaExceededError}, of samples with {@code NotSupportedError}
 */
public record ScriptLimits(long statements, Duration task, int timers, long pictureBytes) {
  private static final long DEFAULT_PICTURE_BYTES = 1L << 30;

  /** Thirty seconds for a task, 100 000 timers, a gibibyte of pictures. */
  public static final ScriptLimits DEFAULT = new ScriptLimits(0, Duration.ofSeconds(30), 100_000);

  public ScriptLimits {
    if (statements < 0 || !task.isPositive() || timers < 1 || pictureBytes < 0) {
      throw new IllegalArgumentException("limits are positive");
    }
  }

  /** The same with a gibibyte of pictures. */
  public ScriptLimits(long statements, Duration task, int timers) {
    this(statements, task, timers, DEFAULT_PICTURE_BYTES);
  }
}
