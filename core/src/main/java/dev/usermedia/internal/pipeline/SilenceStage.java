package dev.usermedia.internal.pipeline;

import dev.usermedia.frame.AudioData;
import dev.usermedia.frame.AudioDataBuffer;
import dev.usermedia.frame.AudioDataPool;
import dev.usermedia.frame.AudioLayout;
import dev.usermedia.internal.sound.SampleRatio;
import org.jspecify.annotations.Nullable;

/**
 * Silence in the place of sound, as long as that, in a track's shape. Used by the capture thread.
 */
final class SilenceStage implements AutoCloseable {
  private static final int POOL_CHUNKS = 64;

  private final TrackShape shape;
  private @Nullable AudioDataPool pool;
  private int capacityFrames;

  private @Nullable AudioLayout input;
  private @Nullable AudioLayout output;

  /** Samples since the source has this layout, at either rate. */
  private SampleRatio ratio = SampleRatio.of(1, 1);

  private long silenced;
  private long made;

  SilenceStage(TrackShape shape) {
    this.shape = shape;
  }

  /** A chunk to be closed; none if it is too short for a sample, or for want of memory. */
  @Nullable AudioData apply(AudioData data) {
    AudioLayout layout = output;
    if (layout == null || !data.layout().equals(input)) {
      input = data.layout();
      layout = shape.soundOf(input);
      output = layout;
      ratio = SampleRatio.of(input.sampleRateHz(), layout.sampleRateHz());
      silenced = 0;
      made = 0;
    }
    long timestampUs = data.timestampUs() + ratio.offsetUs(silenced, made);
    silenced += data.numberOfFrames();
    int frames = Math.toIntExact(ratio.outputsBefore(silenced) - made);
    made += frames;
    if (frames == 0) {
      return null;
    }
    AudioDataPool current = pool;
    if (current == null || !current.layout().equals(layout) || capacityFrames < frames) {
      if (current != null) {
        current.close();
      }
      capacityFrames = frames;
      // fresh memory is zero, and zero is silence in every format; nobody ever writes it
      current = new AudioDataPool(layout, capacityFrames, POOL_CHUNKS);
      pool = current;
    }
    AudioDataBuffer buffer = current.acquire().orElse(null);
    return buffer == null ? null : buffer.publish(frames, timestampUs);
  }

  @Override
  public void close() {
    if (pool != null) {
      pool.close();
    }
  }
}
