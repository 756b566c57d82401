package dev.usermedia.testkit;

import dev.usermedia.frame.AudioData;
import dev.usermedia.frame.VideoFrame;
import dev.usermedia.frame.VideoLayout;
import dev.usermedia.frame.VideoPixelFormat;
import dev.usermedia.spi.AudioMode;
import dev.usermedia.spi.Source;
import dev.usermedia.spi.SourceDevice;
import dev.usermedia.spi.SourceException;
import dev.usermedia.spi.SourceOutput;
import dev.usermedia.spi.SourceSettings;
import dev.usermedia.spi.VideoMode;
import dev.usermedia.synthetic.SyntheticDriver;
import dev.usermedia.testkit.pattern.VideoPattern;
import dev.usermedia.testkit.pattern.VideoPattern.Reading;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;

/** A synthetic device that runs under a hand-turned clock, and a record of what it delivers. */
final class SyntheticRun implements AutoCloseable {
  final ManualClock clock;
  final SyntheticDriver driver;
  final Source source;
  final Notes notes = new Notes();

  /** A picture, copied; without its pixels unless they were asked for. */
  @SuppressWarnings("ArrayRecordComponent") // compared component by component
  record Picture(
      long timestampUs,
      long durationUs,
      VideoLayout layout,
      Optional<Reading> reading,
      byte[] bytes) {
    Reading read() {
      return reading.orElseThrow(() -> new AssertionError("unreadable at " + timestampUs));
    }
  }

  /** A chunk of sound, copied. */
  @SuppressWarnings("ArrayRecordComponent")
  record Chunk(long timestampUs, float[][] channels) {}

  static final class Notes implements SourceOutput {
    final List<Picture> pictures = new CopyOnWriteArrayList<>();
    final List<Chunk> chunks = new CopyOnWriteArrayList<>();
    final List<Long> losses = new CopyOnWriteArrayList<>();
    final List<Boolean> mutings = new CopyOnWriteArrayList<>();
    volatile boolean keepPixels;

    @Override
    public void video(VideoFrame frame) {
      byte[] bytes = new byte[keepPixels ? (int) frame.allocationSize() : 0];
      if (keepPixels) {
        frame.copyTo(MemorySegment.ofArray(bytes));
      }
      pictures.add(
          new Picture(
              frame.timestampUs(),
              frame.durationUs(),
              frame.layout(),
              VideoPattern.read(frame),
              bytes));
    }

    @Override
    public void audio(AudioData data) {
      float[][] channels = new float[data.numberOfChannels()][];
      for (int c = 0; c < channels.length; c++) {
        channels[c] =
            data.plane(c).asSlice(0, data.numberOfFrames() * 4L).toArray(ValueLayout.JAVA_FLOAT);
      }
      chunks.add(new Chunk(data.timestampUs(), channels));
    }

    @Override
    public void lost(long count) {
      losses.add(count);
    }

    @Override
    public void muted(boolean muted) {
      mutings.add(muted);
    }

    List<Long> numbers() {
      return pictures.stream().map(p -> p.read().number()).toList();
    }

    /** All sound of a channel in one piece. */
    float[] channel(int channel) {
      int length = chunks.stream().mapToInt(c -> c.channels[channel].length).sum();
      float[] samples = new float[length];
      int at = 0;
      for (Chunk chunk : chunks) {
        System.arraycopy(chunk.channels[channel], 0, samples, at, chunk.channels[channel].length);
        at += chunk.channels[channel].length;
      }
      return samples;
    }
  }

  SyntheticRun(SyntheticDriver driver, String hardwareId, long startUs) throws SourceException {
    this.driver = driver;
    this.clock = new ManualClock(startUs);
    this.source = driver.open(device(driver, hardwareId), clock);
  }

  static SyntheticRun of(String hardwareId, long startUs) throws SourceException {
    return new SyntheticRun(new SyntheticDriver(), hardwareId, startUs);
  }

  static SourceDevice device(SyntheticDriver driver, String hardwareId) {
    return driver.devices().stream()
        .filter(d -> d.hardwareId().equals(hardwareId))
        .findFirst()
        .orElseThrow();
  }

  static SourceSettings i420(int width, int height, double frameRate) {
    return SourceSettings.of(new VideoMode(VideoPixelFormat.I420, width, height, frameRate));
  }

  static SourceSettings sound(int sampleRateHz, int channels, double latencySeconds) {
    return SourceSettings.of(
        new AudioMode(sampleRateHz, channels, 16, latencySeconds, latencySeconds));
  }

  SyntheticRun start(SourceSettings settings) throws SourceException {
    source.start(settings, notes);
    clock.awaitWaiters(1);
    return this;
  }

  SyntheticRun keepingPixels() {
    notes.keepPixels = true;
    return this;
  }

  SyntheticRun advanceUs(long us) {
    clock.advanceUs(us);
    return this;
  }

  @Override
  public void close() {
    source.close();
  }
}
