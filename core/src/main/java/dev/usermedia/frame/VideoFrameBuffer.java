package dev.usermedia.frame;

import java.lang.foreign.MemorySegment;
import java.util.function.Consumer;

/**
 * The memory of one picture, reused from frame to frame by its owner: a {@linkplain VideoFramePool
 * pool}, or a driver that lends out mapped device memory.
 *
 * <p>The owner may write the planes while no frame stands on the buffer, then {@linkplain #publish
 * publishes} it. From then until {@code reclaim} is called nobody writes. Used by one owner thread
 * at a time; {@code reclaim} runs on whichever thread closed the last frame.
 */
public final class VideoFrameBuffer extends MediaBuffer {
  private final VideoLayout layout;
  private final MemorySegment[] planes;
  private final MemorySegment[] readOnly;
  private final Consumer<VideoFrameBuffer> reclaim;

  /**
   * A buffer on memory that stays valid for as long as a frame stands on it.
   *
   * @param planes one segment for each plane, each at least {@link VideoLayout#planeBytes} long
   * @param reclaim told when the last frame on the buffer was closed; the owner may write again
   */
  public VideoFrameBuffer(
      VideoLayout layout, MemorySegment[] planes, Consumer<VideoFrameBuffer> reclaim) {
    if (planes.length != layout.format().planeCount()) {
      throw new IllegalArgumentException(planes.length + " planes for " + layout);
    }
    this.layout = layout;
    this.planes = planes.clone();
    this.readOnly = new MemorySegment[planes.length];
    for (int i = 0; i < planes.length; i++) {
      if (planes[i].byteSize() < layout.planeBytes(i)) {
        throw new IllegalArgumentException("plane " + i + " is too small for " + layout);
      }
      readOnly[i] = planes[i].asReadOnly();
    }
    this.reclaim = reclaim;
  }

  public VideoLayout layout() {
    return layout;
  }

  /** The plane's memory, for the owner to write while no frame stands on it. */
  public MemorySegment plane(int plane) {
    return planes[plane];
  }

  /**
   * Makes what was written a frame.
   *
   * @param timestampUs capture time of the picture on the device's {@link dev.usermedia.MediaClock}
   * @param durationUs how long it is to be shown; 0 if not known
   * @throws IllegalStateException if a frame still stands on the buffer
   */
  public VideoFrame publish(long timestampUs, long durationUs) {
    super.publish();
    return new VideoFrame(this, timestampUs, durationUs, false);
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
