package dev.usermedia.frame;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.util.Optional;

/** A bounded pool of sound memory; the rules are those of {@link VideoFramePool}. */
public final class AudioDataPool implements AutoCloseable {
  private static final int ALIGNMENT_BYTES = 64;

  private final AudioLayout layout;
  private final int capacityFrames;
  private final BufferPool<AudioDataBuffer> pool;

  /** A pool of at most {@code maxChunks} chunks of up to {@code capacityFrames} samples each. */
  public AudioDataPool(AudioLayout layout, int capacityFrames, int maxChunks) {
    this.layout = layout;
    this.capacityFrames = capacityFrames;
    this.pool = new BufferPool<>(maxChunks, this::allocate);
  }

  public AudioLayout layout() {
    return layout;
  }

  /** A buffer to write, or none while all are held (the caller drops, and counts). */
  public Optional<AudioDataBuffer> acquire() {
    return pool.acquire();
  }

  /** Buffers that handles stand on or that are being written. */
  public int inUse() {
    return pool.inUse();
  }

  @Override
  public void close() {
    pool.close();
  }

  private AudioDataBuffer allocate(Arena arena) {
    MemorySegment[] planes = new MemorySegment[layout.planeCount()];
    for (int i = 0; i < planes.length; i++) {
      planes[i] = arena.allocate(layout.planeBytes(capacityFrames), ALIGNMENT_BYTES);
    }
    return new AudioDataBuffer(layout, capacityFrames, planes, pool::giveBack);
  }
}
