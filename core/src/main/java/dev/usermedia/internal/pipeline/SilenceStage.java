package dev.usermedia.internal.pipeline;

import dev.usermedia.frame.AudioData;
import dev.usermedia.frame.AudioDataBuffer;
import dev.usermedia.frame.AudioDataPool;
import org.jspecify.annotations.Nullable;

/** Silence in the shape of the sound that it stands for. Used by the capture thread. */
final class SilenceStage implements AutoCloseable {
  private static final int POOL_CHUNKS = 64;

  private @Nullable AudioDataPool pool;
  private int capacityFrames;

  /** A chunk to be closed, or none for want of memory. */
  @Nullable AudioData apply(AudioData data) {
    AudioDataPool current = pool;
    if (current == null
        || !current.layout().equals(data.layout())
        || capacityFrames < data.numberOfFrames()) {
      if (current != null) {
        current.close();
      }
      capacityFrames = data.numberOfFrames();
      // fresh memory is zero, and zero is silence in every format; nobody ever writes it
      current = new AudioDataPool(data.layout(), capacityFrames, POOL_CHUNKS);
      pool = current;
    }
    AudioDataBuffer buffer = current.acquire().orElse(null);
    return buffer == null ? null : buffer.publish(data.numberOfFrames(), data.timestampUs());
  }

  @Override
  public void close() {
    if (pool != null) {
      pool.close();
    }
  }
}
