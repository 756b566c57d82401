package dev.usermedia.frame;

import java.lang.foreign.MemorySegment;
import java.util.function.Consumer;

/**
 * The memory of one chunk of sound, reused by its owner; the rules are those of {@link
 * VideoFrameBuffer}.
 */
public final class AudioDataBuffer extends MediaBuffer {
  private final AudioLayout layout;
  private final int capacityFrames;
  private final MemorySegment[] planes;
  private final MemorySegment[] readOnly;
  private final Consumer<AudioDataBuffer> reclaim;

  /**
   * A buffer for up to {@code capacityFrames} samples of each channel.
   *
   * @param reclaim told when the last handle on the buffer was closed; the owner may write again
   */
  public AudioDataBuffer(
      AudioLayout layout,
      int capacityFrames,
      MemorySegment[] planes,
      Consumer<AudioDataBuffer> reclaim) {
    if (planes.length != layout.planeCount()) {
      throw new IllegalArgumentException(planes.length + " planes for " + layout);
    }
    this.layout = layout;
    this.capacityFrames = capacityFrames;
    this.planes = planes.clone();
    this.readOnly = new MemorySegment[planes.length];
    for (int i = 0; i < planes.length; i++) {
      if (planes[i].byteSize() < layout.planeBytes(capacityFrames)) {
        throw new IllegalArgumentException("plane " + i + " is too small for " + layout);
      }
      readOnly[i] = planes[i].asReadOnly();
    }
    this.reclaim = reclaim;
  }

  public AudioLayout layout() {
    return layout;
  }

  /** Samples of each channel that fit. */
  public int capacityFrames() {
    return capacityFrames;
  }

  /** The plane's memory, for the owner to write while no handle stands on it. */
  public MemorySegment plane(int plane) {
    return planes[plane];
  }

  /**
   * Makes what was written a chunk.
   *
   * @param numberOfFrames samples of each channel that were written
   * @param timestampUs capture time of the first sample on the device's {@link
   *     dev.usermedia.MediaClock}
   * @throws IllegalStateException if a handle still stands on the buffer
   */
  public AudioData publish(int numberOfFrames, long timestampUs) {
    if (numberOfFrames < 1 || numberOfFrames > capacityFrames) {
      throw new IllegalArgumentException(numberOfFrames + " frames of " + capacityFrames);
    }
    super.publish();
    return new AudioData(this, numberOfFrames, timestampUs, false);
  }

  /** Gives an acquired buffer back without publishing it. */
  public void discard() {
    publish();
    release();
  }

  MemorySegment readOnlyPlane(int plane) {
    return readOnly[plane];
  }

  @Override
  void reclaim() {
    reclaim.accept(this);
  }
}
