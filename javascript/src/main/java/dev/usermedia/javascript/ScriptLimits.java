package dev.usermedia.javascript;

import java.time.Duration;

/**
 * What a script may use up before it is ended. Memory is not among it: the community edition of the
 * engine cannot measure it, so that a script which must not exhaust the JVM needs a JVM of its own.
 *
 * @param statements how many statements may run; 0 for any number
 * @param task for how long one task may run, by the wall clock
 * @param timers how many timers may be set at a time
 */
public record ScriptLimits(long statements, Duration task, int timers) {
  /** Thirty seconds for a task, 100 000 timers. */
  public static final ScriptLimits DEFAULT = new ScriptLimits(0, Duration.ofSeconds(30), 100_000);

  public ScriptLimits {
    if (statements < 0 || !task.isPositive() || timers < 1) {
      throw new IllegalArgumentException("limits are positive");
    }
  }
}
