package dev.usermedia.codecs.internal.file;

import dev.usermedia.frame.AudioData;
import dev.usermedia.frame.AudioDataBuffer;
import dev.usermedia.spi.SourceOutput;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A chunk of sound. */
final class SoundSlot extends Slot {
  @Nullable AudioDataBuffer buffer;

  /** Samples of each channel in it. */
  int samples;

  /** A microphone has a chunk when its last sample has sounded. */
  @Override
  long dueNs() {
    return endNs;
  }

  @Override
  int units() {
    return samples;
  }

  @Override
  void deliver(SourceOutput output, long timestampUs) {
    AudioDataBuffer full = Objects.requireNonNull(buffer);
    buffer = null;
    try (AudioData data = full.publish(samples, timestampUs)) {
      output.audio(data);
    }
  }

  @Override
  void discard() {
    if (buffer != null) {
      buffer.discard();
      buffer = null;
    }
  }

  @Override
  public void close() {
    discard();
  }
}
