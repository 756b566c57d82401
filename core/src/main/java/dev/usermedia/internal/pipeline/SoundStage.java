package dev.usermedia.internal.pipeline;

import dev.usermedia.frame.AudioData;
import dev.usermedia.frame.AudioDataBuffer;
import dev.usermedia.frame.AudioDataPool;
import dev.usermedia.frame.AudioLayout;
import dev.usermedia.internal.sound.SoundConverter;
import org.jspecify.annotations.Nullable;

/**
 * Rate and channels: what one branch does to sound. A chunk is taken in, then what comes of it is
 * made, or skipped where nobody listens. A gap, or another layout of the source's sound, ends a
 * stretch, and the rest of that is made before the chunk is taken in. Used by the capture thread.
 */
final class SoundStage implements AutoCloseable {
  /** Enough for a recorder's queue and a few live sinks, of short chunks. */
  private static final int POOL_CHUNKS = 256;

  /** Timestamps may stray by so much while no sound is missing: the clocks of devices drift. */
  private static final long STRAY_US = 20_000;

  private final TrackShape shape;
  private @Nullable SoundConverter converter;
  private @Nullable AudioDataPool pool;
  private int capacityFrames;

  /** Of the chunk that was taken in last, and what becomes of that. */
  private @Nullable AudioLayout input;

  private int outputHz;

  private long beginsUs;
  private long endsUs;
  private boolean gap;

  SoundStage(TrackShape shape) {
    this.shape = shape;
  }

  /** Whether sound of the source is the track's as it is. */
  boolean passes(AudioData data) {
    return shape.takes(data.layout());
  }

  /** Samples per second that leave; 0 before the first chunk. */
  int sampleRateHz() {
    return outputHz;
  }

  /** The source lost samples: how many that would have been here. */
  long lost(long count) {
    gap = true;
    return input == null ? count : count * outputHz / input.sampleRateHz();
  }

  /** Ends the stretch if the chunk does not belong to it; what is then available comes first. */
  void endBefore(AudioData data) {
    gap |= Math.abs(data.timestampUs() - endsUs) > STRAY_US || !data.layout().equals(input);
    if (gap) {
      end();
    }
  }

  /** Ends the stretch: nothing comes after, and all of it is available. */
  void end() {
    gap = true;
    if (converter != null) {
      converter.finish();
    }
  }

  /** Takes a chunk in. Whatever was available is forgotten if a stretch ended. */
  void take(AudioData data) {
    if (passes(data)) {
      converter = null;
    } else {
      SoundConverter current = converter;
      if (current == null || !current.input().equals(data.layout())) {
        current = new SoundConverter(data.layout(), shape.soundOf(data.layout()));
        converter = current;
      } else if (gap) {
        current.restart();
      }
      current.add(data);
    }
    gap = false;
    if (!data.layout().equals(input)) {
      input = data.layout();
      outputHz = shape.soundOf(input).sampleRateHz();
    }
    beginsUs = data.timestampUs();
    endsUs = beginsUs + data.durationUs();
  }

  /** Samples of each channel that can be made now. */
  int available() {
    return converter == null ? 0 : converter.available();
  }

  /** When the sample sounded that is made next. */
  long nextUs() {
    return converter == null ? beginsUs : beginsUs + converter.nextOffsetUs();
  }

  /** Goes on without making what is available. */
  void skip() {
    if (converter != null) {
      converter.skip(converter.available());
    }
  }

  /** Makes a chunk of what is available, to be closed; none for want of memory. */
  @Nullable AudioData make() {
    SoundConverter current = converter;
    if (current == null) {
      return null;
    }
    int count = current.available();
    long timestampUs = nextUs();
    AudioDataBuffer buffer = poolOf(current.output(), count).acquire().orElse(null);
    if (buffer == null) {
      current.skip(count);
      return null;
    }
    current.make(buffer, count);
    return buffer.publish(count, timestampUs);
  }

  private AudioDataPool poolOf(AudioLayout layout, int count) {
    AudioDataPool current = pool;
    if (current == null || !current.layout().equals(layout) || capacityFrames < count) {
      if (current != null) {
        current.close();
      }
      // chunks differ by a sample where the rates do not divide
      capacityFrames = count + 1;
      current = new AudioDataPool(layout, capacityFrames, POOL_CHUNKS);
      pool = current;
    }
    return current;
  }

  @Override
  public void close() {
    if (pool != null) {
      pool.close();
    }
  }
}
