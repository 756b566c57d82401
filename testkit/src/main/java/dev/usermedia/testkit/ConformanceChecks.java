package dev.usermedia.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.usermedia.MediaClock;
import dev.usermedia.frame.AudioData;
import dev.usermedia.frame.AudioLayout;
import dev.usermedia.frame.AudioSampleFormat;
import dev.usermedia.frame.VideoFrame;
import dev.usermedia.frame.VideoLayout;
import dev.usermedia.frame.VideoPixelFormat;
import dev.usermedia.spi.AudioMode;
import dev.usermedia.spi.SourceMode;
import dev.usermedia.spi.VideoMode;
import dev.usermedia.testkit.CapturedOutput.Delivery;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.zip.CRC32;

/** What the conformance tests look at. */
final class ConformanceChecks {
  /** How far the count of what was delivered may be off what the timestamps say, in time. */
  private static final long SLACK_US = 30_000;

  private ConformanceChecks() {}

  /** Right layout, rising timestamps, and as many units delivered or lost as the rate demands. */
  static void deliveredAs(SourceMode mode, List<Delivery> deliveries) {
    Delivery first = deliveries.getFirst();
    Delivery last = deliveries.getLast();
    long units = 0; // from the first timestamp to the last
    for (int i = 0; i < deliveries.size(); i++) {
      Delivery delivery = deliveries.get(i);
      hasLayout(mode, delivery.layout());
      if (i > 0) {
        Delivery previous = deliveries.get(i - 1);
        assertTrue(
            delivery.timestampUs() > previous.timestampUs(),
            () -> "timestamp " + delivery + " after " + previous);
        units += previous.units() + delivery.lostBefore();
      }
    }
    long spanUs = last.timestampUs() - first.timestampUs();
    double unitUs =
        switch (mode) {
          case VideoMode m -> 1e6 / m.maxFrameRate();
          case AudioMode m -> 1e6 / m.sampleRateHz();
        };
    double slackUs = SLACK_US + (mode instanceof VideoMode ? unitUs / 2 : 0) + spanUs / 50.0;
    assertEquals(
        (double) spanUs,
        units * unitUs,
        slackUs,
        () -> "microseconds delivered or lost as " + mode);
  }

  private static void hasLayout(SourceMode mode, Object layout) {
    switch (mode) {
      case VideoMode m -> {
        VideoLayout video = (VideoLayout) layout;
        assertEquals(m.format(), video.format());
        assertEquals(m.width(), video.visibleRect().width());
        assertEquals(m.height(), video.visibleRect().height());
      }
      case AudioMode m -> {
        AudioLayout audio = (AudioLayout) layout;
        assertEquals(AudioSampleFormat.F32_PLANAR, audio.format());
        assertEquals(m.sampleRateHz(), audio.sampleRateHz());
        assertEquals(m.channelCount(), audio.numberOfChannels());
      }
    }
  }

  /** Captured after the source was started and before it arrived. */
  static void capturedAt(long startUs, List<Delivery> deliveries) {
    for (Delivery delivery : deliveries) {
      long age = delivery.arrivedUs() - delivery.timestampUs();
      assertTrue(age >= -SLACK_US, () -> "captured " + -age + " us after it arrived");
      // a sound server hands out what its buffer held when the stream was connected
      long early = startUs - delivery.timestampUs();
      assertTrue(early < 500_000, () -> "captured " + early + " us before the start");
    }
  }

  /** Modes that the device does not have: another size or rate, and one of the other kind. */
  static List<SourceMode> foreignModes(SourceMode mode) {
    return switch (mode) {
      case VideoMode m ->
          List.of(
              new VideoMode(m.format(), m.width() + 34, m.height() + 34, m.maxFrameRate()),
              new AudioMode(48_000, 1, 16, 0.01, 0.01));
      case AudioMode m ->
          List.of(
              new AudioMode(
                  m.sampleRateHz() + 17,
                  m.channelCount(),
                  m.sampleSizeBits(),
                  m.minLatencySeconds(),
                  m.maxLatencySeconds()),
              new VideoMode(VideoPixelFormat.I420, 640, 480, 30));
    };
  }

  /** A checksum of all that the picture shows or the chunk sounds. */
  static long checksum(Object handle) {
    CRC32 crc = new CRC32();
    switch (handle) {
      case VideoFrame frame -> {
        byte[] bytes = new byte[(int) frame.allocationSize()];
        var _ = frame.copyTo(MemorySegment.ofArray(bytes));
        crc.update(bytes);
      }
      case AudioData data -> {
        for (int plane = 0; plane < data.layout().planeCount(); plane++) {
          long length = data.layout().planeBytes(data.numberOfFrames());
          crc.update(data.plane(plane).asSlice(0, length).asByteBuffer());
        }
      }
      default -> throw new AssertionError(handle);
    }
    return crc.getValue();
  }

  /** The memory behind a frame that was kept. */
  static MemorySegment memory(Object handle) {
    return switch (handle) {
      case VideoFrame frame -> frame.plane(0);
      case AudioData data -> data.plane(0);
      default -> throw new AssertionError(handle);
    };
  }

  /** Unmapped, where the JVM knows: memory of a native library counts as always there. */
  static void isLetGo(MemorySegment memory) {
    if (!memory.scope().equals(Arena.global().scope())) {
      assertFalse(memory.scope().isAlive(), "memory is held after the last frame was closed");
    }
  }

  /** What a consumer does that is slow. */
  static void holdUp(MediaClock clock, long us) {
    try {
      clock.awaitUs(clock.nowUs() + us);
    } catch (InterruptedException e) {
      throw new AssertionError("a consumer was interrupted", e);
    }
  }

  static void join(Thread thread) throws InterruptedException {
    if (!thread.join(CapturedOutput.PATIENCE)) {
      AssertionError stuck = new AssertionError(thread.getName() + " does not end");
      stuck.setStackTrace(thread.getStackTrace());
      throw stuck;
    }
  }

  /** The threads that this project started. */
  static Set<Thread> usermediaThreads() {
    Set<Thread> threads = new HashSet<>(Thread.getAllStackTraces().keySet());
    threads.removeIf(thread -> !thread.getName().startsWith("usermedia "));
    return threads;
  }

  /** Waits for all others of this project's threads to end. */
  static void noThreadsBesides(Set<Thread> before) throws InterruptedException {
    Set<Thread> left = usermediaThreads();
    left.removeAll(before);
    for (Thread thread : left) {
      join(thread);
    }
  }
}
