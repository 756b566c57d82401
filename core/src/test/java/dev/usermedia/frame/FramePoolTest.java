package dev.usermedia.frame;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.foreign.MemorySegment;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class FramePoolTest {
  private static final VideoLayout LAYOUT = VideoLayout.packed(VideoPixelFormat.NV12, 16, 16);

  @Test
  void givesOutSoManyBuffersAndNoMore() {
    VideoFramePool pool = new VideoFramePool(LAYOUT, 3);
    List<VideoFrame> frames = new ArrayList<>();
    for (int i = 0; i < 3; i++) {
      frames.add(pool.acquire().orElseThrow().publish(i, 0));
    }
    assertThat(pool.acquire()).isEmpty();
    assertThat(pool.inUse()).isEqualTo(3);
    frames.get(1).close();
    assertThat(pool.acquire().orElseThrow().publish(9, 0)).satisfies(VideoFrame::close);
    frames.forEach(VideoFrame::close);
    assertThat(pool.inUse()).isZero();
    pool.close();
  }

  @Test
  void givesOutTheSameMemoryAgainBeforeItMakesMore() {
    VideoFramePool pool = new VideoFramePool(LAYOUT, 8);
    long address = 0;
    for (int i = 0; i < 100; i++) {
      try (VideoFrame frame = pool.acquire().orElseThrow().publish(i, 0)) {
        address = address == 0 ? frame.plane(0).address() : address;
        assertThat(frame.plane(0).address()).isEqualTo(address);
      }
    }
    pool.close();
  }

  @Test
  void aBufferMayBeGivenBackUnpublished() {
    AudioDataPool pool = new AudioDataPool(AudioLayout.f32Planar(48_000, 1), 480, 1);
    pool.acquire().orElseThrow().discard();
    assertThat(pool.inUse()).isZero();
    pool.acquire().orElseThrow().discard();
    pool.close();
    VideoFramePool pictures = new VideoFramePool(LAYOUT, 1);
    pictures.acquire().orElseThrow().discard();
    assertThat(pictures.acquire()).isPresent().get().satisfies(VideoFrameBuffer::discard);
    pictures.close();
  }

  @Test
  void memoryIsFreedWithTheLastFrameAndNoSooner() {
    VideoFramePool pool = new VideoFramePool(LAYOUT, 2);
    VideoFrame one = pool.acquire().orElseThrow().publish(0, 0);
    VideoFrame two = pool.acquire().orElseThrow().publish(1, 0);
    VideoFrame clone = two.clone();
    MemorySegment memory = clone.plane(0);
    pool.close();
    pool.close();
    assertThatThrownBy(pool::acquire).isInstanceOf(IllegalStateException.class);
    one.close();
    two.close();
    assertThat(memory.scope().isAlive()).isTrue();
    clone.close();
    assertThat(memory.scope().isAlive()).isFalse();
    clone.close();
  }

  @Test
  void anIdlePoolIsFreedAtOnce() {
    VideoFramePool pool = new VideoFramePool(LAYOUT, 2);
    VideoFrame frame = pool.acquire().orElseThrow().publish(0, 0);
    MemorySegment memory = frame.plane(0);
    frame.close();
    pool.close();
    assertThat(memory.scope().isAlive()).isFalse();
    AudioDataPool unused = new AudioDataPool(AudioLayout.f32Planar(48_000, 1), 480, 1);
    unused.close();
    unused.close();
  }

  @Test
  void aBufferThatIsBeingWrittenKeepsThePoolsMemory() {
    VideoFramePool pool = new VideoFramePool(LAYOUT, 1);
    VideoFrameBuffer buffer = pool.acquire().orElseThrow();
    pool.close();
    assertThat(buffer.plane(0).scope().isAlive()).isTrue();
    buffer.publish(0, 0).close();
    assertThat(buffer.plane(0).scope().isAlive()).isFalse();
  }

  @Test
  void planesAreWhereVectorInstructionsLikeThem() {
    VideoFramePool pool = new VideoFramePool(VideoLayout.packed(VideoPixelFormat.I420, 33, 17), 1);
    try (VideoFrame frame = pool.acquire().orElseThrow().publish(0, 0)) {
      for (int plane = 0; plane < 3; plane++) {
        assertThat(frame.plane(plane).address() % 64).isZero();
      }
    }
    pool.close();
  }
}
