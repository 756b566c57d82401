package dev.usermedia.codecs.internal.recorder;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;

/**
 * Where the bytes of a recording go. Called by one thread at a time, but for {@link #sizeBytes}.
 */
public interface ByteOutput extends Closeable {
  /** Takes all of the bytes, which belong to the caller again afterwards. */
  void write(ByteBuffer bytes) throws IOException;

  /**
   * Whether what was written can be gone back to; a file without its duration and index is written
   * to an output where it cannot.
   */
  boolean isSeekable();

  /** Continues writing elsewhere; only where {@link #isSeekable}. */
  void seek(long positionBytes) throws IOException;

  /** Bytes that the output holds; may be asked by any thread. */
  long sizeBytes();

  /**
   * Everything written up to here makes sense without what follows: an output that can, cuts itself
   * back to this point when a later write fails.
   */
  default void mark() {}
}
