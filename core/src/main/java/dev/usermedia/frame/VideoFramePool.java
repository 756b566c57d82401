package dev.usermedia.frame;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.util.Optional;

/**
 * A bounded pool of picture memory. Buffers are made on first use, at most so many, and given back
 * by closing the frames that stand on them. Safe for use from any thread.
 *
 * <p>Closing the pool frees its memory once the last frame is closed, never below a reader.
 */
public final class VideoFramePool implements AutoCloseable {
  private static final int ALIGNMENT_BYTES = 64;

  private final VideoLayout layout;
  private final BufferPool<VideoFrameBuffer> pool;

  /** A pool of at most {@code maxFrames} pictures of the layout. */
  public VideoFramePool(VideoLayout layout, int maxFrames) {
    this.layout = layout;
    this.pool = new BufferPool<>(maxFrames, this::allocate);
  }

  public VideoLayout layout() {
    return layout;
  }

  /** A buffer to write, or none while all are held by frames (the caller drops, and counts). */
  public Optional<VideoFrameBuffer> acquire() {
    return pool.acquire();
  }

  /** Buffers that frames stand on or that are being written. */
  public int inUse() {
    return pool.inUse();
  }

  @Override
  public void close() {
    pool.close();
  }

  private VideoFrameBuffer allocate(Arena arena) {
    VideoPixelFormat format = layout.format();
    MemorySegment[] planes = new MemorySegment[format.planeCount()];
    for (int i = 0; i < planes.length; i++) {
      long bytes = (long) layout.strideBytes(i) * format.rows(i, layout.codedHeight());
      planes[i] = arena.allocate(bytes, ALIGNMENT_BYTES);
    }
    return new VideoFrameBuffer(layout, planes, pool::giveBack);
  }
}
