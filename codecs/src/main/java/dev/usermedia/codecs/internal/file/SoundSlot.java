package dev.usermedia.codecs.internal.file;

import dev.usermedia.frame.AudioData;
import dev.usermedia.frame.AudioDataBuffer;
import dev.usermedia.spi.SourceOutput;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A chunk of sound. */
final class SoundSlot extends Slot {
  private @Nullable AudioDataBuffer buffer;
  private int samples;

  /** Takes a chunk of so many samples; null if there was no memory for it. */
  void fill(@Nullable AudioDataBuffer chunk, int count) {
    buffer = chunk;
    samples = count;
  }

  @Override
  boolean isMissing() {
    return buffer == null;
  }

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
