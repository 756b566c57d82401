package dev.usermedia.codecs.internal.file;

import dev.usermedia.spi.SourceOutput;

/**
 * Something decoded that waits for its time. Kept and reused; a slot passes from the decode thread
 * to a capture thread and back by way of a {@link ReadyQueue}.
 */
abstract sealed class Slot implements AutoCloseable permits PictureSlot, SoundSlot {
  /** When it begins and ends on the time line. */
  long startNs;

  long endNs;

  /** Pictures, or samples of each channel, that were lost just before it. */
  long lostBefore;

  /** When a device would deliver it. */
  abstract long dueNs();

  /** Pictures, or samples of each channel. */
  abstract int units();

  /** Whether there was no memory left for it: it is to be lost when it is due. */
  abstract boolean isMissing();

  /** Delivers what is in it, which is then empty. */
  abstract void deliver(SourceOutput output, long timestampUs);

  /** Lets go what is in it. */
  abstract void discard();

  @Override
  public abstract void close();
}
