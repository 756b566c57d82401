package dev.usermedia.internal.pipeline;

import java.util.function.BooleanSupplier;

/**
 * Whether a source is let go while none of its tracks shows what it captures.
 *
 * @param wanted whether it is
 * @param inView whether it may be opened again
 */
public record Relinquishing(boolean wanted, BooleanSupplier inView) {
  /** The text: «within 3 seconds while allowing time for a reasonably-observant user». */
  static final long PATIENCE_US = 3_000_000;

  /** Keeps the source. */
  public static final Relinquishing NEVER = new Relinquishing(false, () -> true);
}
