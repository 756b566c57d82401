package dev.usermedia.frame;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.usermedia.DOMException;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class FrameTest {
  private final VideoFramePool pictures =
      new VideoFramePool(VideoLayout.packed(VideoPixelFormat.I420, 8, 6), 2);
  private final AudioDataPool sounds = new AudioDataPool(AudioLayout.f32Planar(48_000, 2), 480, 2);

  @AfterEach
  void nothingIsHeld() {
    assertThat(pictures.inUse()).isZero();
    assertThat(sounds.inUse()).isZero();
    pictures.close();
    sounds.close();
  }

  @Test
  void carriesWhatTheOwnerWrote() {
    VideoFrameBuffer buffer = pictures.acquire().orElseThrow();
    buffer.plane(0).set(ValueLayout.JAVA_BYTE, 9, (byte) 77);
    try (VideoFrame frame = buffer.publish(123, 456)) {
      assertThat(frame.plane(0).get(ValueLayout.JAVA_BYTE, 9)).isEqualTo((byte) 77);
      assertThat(frame.timestampUs()).isEqualTo(123);
      assertThat(frame.durationUs()).isEqualTo(456);
      assertThat(frame.layout()).isSameAs(pictures.layout());
      assertThat(frame.displayWidth()).isEqualTo(8);
      assertThat(frame.displayHeight()).isEqualTo(6);
    }
    AudioDataBuffer samples = sounds.acquire().orElseThrow();
    samples.plane(1).setAtIndex(ValueLayout.JAVA_FLOAT, 239, 0.5f);
    try (AudioData data = samples.publish(240, 789)) {
      assertThat(data.plane(1).getAtIndex(ValueLayout.JAVA_FLOAT, 239)).isEqualTo(0.5f);
      assertThat(data.numberOfFrames()).isEqualTo(240);
      assertThat(data.durationUs()).isEqualTo(5000);
      assertThat(data.timestampUs()).isEqualTo(789);
    }
  }

  @Test
  void memoryIsReadOnlyForConsumers() {
    try (VideoFrame frame = picture()) {
      assertThat(frame.plane(0).isReadOnly()).isTrue();
      assertThatThrownBy(() -> frame.plane(0).set(ValueLayout.JAVA_BYTE, 0, (byte) 1))
          .isInstanceOf(IllegalArgumentException.class);
    }
    try (AudioData data = sound()) {
      assertThat(data.plane(0).isReadOnly()).isTrue();
    }
  }

  @Test
  void aClosedFrameRefusesToBeRead() {
    VideoFrame frame = picture();
    frame.close();
    frame.close();
    assertThat(frame.isClosed()).isTrue();
    for (Function<VideoFrame, Object> reading :
        List.<Function<VideoFrame, Object>>of(
            f -> f.plane(0),
            f -> f.clone(),
            f -> f.withTimestamp(1, 2),
            f -> f.copyTo(MemorySegment.ofArray(new byte[72])))) {
      assertThat(refusal(() -> reading.apply(frame)).name()).isEqualTo("InvalidStateError");
    }
    assertThat(frame.timestampUs()).as("what is not memory stays known").isEqualTo(1000);

    AudioData data = sound();
    data.close();
    assertThat(refusal(() -> data.plane(0)).name()).isEqualTo("InvalidStateError");
    assertThat(refusal(() -> data.clone()).name()).isEqualTo("InvalidStateError");
  }

  private static DOMException refusal(Supplier<Object> reading) {
    return catchThrowableOfType(DOMException.class, reading::get);
  }

  @Test
  void aCloneIsTheSameMemoryAndOutlivesItsOriginal() {
    VideoFrame frame = picture();
    VideoFrame clone = frame.clone();
    VideoFrame later = clone.withTimestamp(5000, 40);
    assertThat(clone.plane(0).address()).isEqualTo(frame.plane(0).address());
    assertThat(later.plane(2).address()).isEqualTo(frame.plane(2).address());
    assertThat(later.timestampUs()).isEqualTo(5000);
    assertThat(clone.timestampUs()).isEqualTo(1000);
    frame.close();
    frame.close(); // twice, and still the others stand
    assertThat(pictures.inUse()).isEqualTo(1);
    assertThat(clone.plane(0).byteSize()).isEqualTo(48);
    clone.close();
    assertThat(pictures.inUse()).isEqualTo(1);
    later.close();
    assertThat(pictures.inUse()).isZero();
  }

  @Test
  void aBufferIsPublishedOnceUntilItComesBack() {
    VideoFrameBuffer buffer = pictures.acquire().orElseThrow();
    assertThat(buffer.isInUse()).isFalse();
    VideoFrame frame = buffer.publish(0, 0);
    assertThat(buffer.isInUse()).isTrue();
    assertThatThrownBy(() -> buffer.publish(1, 0)).isInstanceOf(IllegalStateException.class);
    assertThat(frame.plane(0).byteSize()).as("the first is not harmed").isEqualTo(48);
    frame.close();
  }

  @Test
  void aChunkHoldsNoMoreThanFits() {
    AudioDataBuffer buffer = sounds.acquire().orElseThrow();
    assertThatThrownBy(() -> buffer.publish(481, 0)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> buffer.publish(0, 0)).isInstanceOf(IllegalArgumentException.class);
    buffer.publish(480, 0).close();
  }

  private VideoFrame picture() {
    return pictures.acquire().orElseThrow().publish(1000, 33);
  }

  private AudioData sound() {
    return sounds.acquire().orElseThrow().publish(480, 1000);
  }
}
