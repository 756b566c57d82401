package dev.usermedia.codecs.internal.recorder;

import static java.lang.foreign.ValueLayout.JAVA_FLOAT;

import dev.usermedia.AudioSink;
import dev.usermedia.codecs.RecorderStats;
import dev.usermedia.codecs.internal.ffmpeg.FFmpegException;
import dev.usermedia.frame.AudioData;
import dev.usermedia.frame.AudioLayout;
import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * An audio track: its chunks on a {@linkplain SoundTimeline time line} that ends exactly where the
 * recording does. The first chunk decides between one channel and two.
 */
public final class AudioLane extends Lane<AudioData> implements AudioSink {
  /**
   * Chunks that may wait: five seconds of 10 ms each. Usually it is a tenth of a second: they are
   * encoded whenever the recording's clock ticks.
   */
  private static final int CAPACITY = 500;

  private static final double SAMPLES_PER_US = OpusEncoder.SAMPLE_RATE_HZ / 1e6;
  private static final int MAX_CHANNELS = 2;

  private final int expectedChannels;
  private final AtomicLong received = new AtomicLong();
  private final AtomicLong reached = new AtomicLong();
  private final AtomicLong padded = new AtomicLong();

  /** What was opened; written by the lane's thread alone. */
  private volatile @Nullable Opened opened;

  private record Opened(OpusEncoder encoder, SoundTimeline timeline, LevelMeter meter) {}

  AudioLane(Recording recording, int number, int expectedChannels, TrackState track) {
    super(recording, number, track, CAPACITY, CAPACITY / 4);
    this.expectedChannels = expectedChannels;
  }

  @Override
  public void data(AudioData data) {
    if (leave(data.clone())) {
      received.addAndGet(data.numberOfFrames());
    }
  }

  @Override
  long timestampUs(AudioData data) {
    return data.timestampUs();
  }

  @Override
  long endUs(AudioData data) {
    return data.timestampUs() + data.durationUs();
  }

  @Override
  void discard(AudioData data) {
    data.close();
  }

  @Override
  void open(@Nullable AudioData first) throws FFmpegException, IOException, InterruptedException {
    AudioLayout layout =
        first == null
            ? AudioLayout.f32Planar(OpusEncoder.SAMPLE_RATE_HZ, expectedChannels)
            : first.layout();
    int channels = Math.min(layout.numberOfChannels(), MAX_CHANNELS);
    OpusEncoder encoder =
        new OpusEncoder(
            recording.muxer(), number, channels, recording.options().audioBitsPerSecond());
    opened =
        new Opened(
            encoder,
            new SoundTimeline(layout, channels, this::write),
            new LevelMeter(OpusEncoder.SAMPLE_RATE_HZ, channels));
    encoder.open();
  }

  @Override
  void encode(AudioData data) throws FFmpegException, IOException {
    try (data) {
      opened().timeline.place(data, samplesAt(data.timestampUs()));
    }
  }

  @Override
  void fill(long untilUs) throws FFmpegException, IOException {
    opened().timeline.silence(samplesAt(untilUs));
  }

  /** Where an instant lies in the file. */
  private double samplesAt(long timestampUs) {
    return (timestampUs - recording.epoch().await()) * SAMPLES_PER_US;
  }

  /** Takes the time line's sound, but none from after the recording's end. */
  private void write(MemorySegment samples, long count) throws FFmpegException, IOException {
    Opened o = opened();
    long taken = Math.clamp(limit() - o.encoder.written(), 0, count);
    o.encoder.write(samples, taken);
    o.meter.add(samples, taken * o.encoder.channels());
    reached.set(o.encoder.written());
  }

  private long limit() {
    long stopUs = recording.stopUs();
    return stopUs == Long.MAX_VALUE ? Long.MAX_VALUE : Math.round(samplesAt(stopUs));
  }

  @Override
  void finish() throws FFmpegException, IOException {
    Opened o = opened();
    o.timeline.flush();
    long limit = limit();
    if (limit != Long.MAX_VALUE && o.encoder.written() < limit) {
      pad(o, limit - o.encoder.written());
    }
    o.encoder.end();
  }

  private void pad(Opened o, long samples) throws FFmpegException, IOException {
    padded.set(samples);
    int piece = OpusEncoder.SAMPLE_RATE_HZ / 10;
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment silence = arena.allocate(JAVA_FLOAT, (long) piece * o.encoder.channels());
      for (long left = samples; left > 0; left -= piece) {
        write(silence, Math.min(left, piece));
      }
    }
  }

  private Opened opened() {
    Opened o = opened;
    if (o == null) {
      throw new IllegalStateException("not open");
    }
    return o;
  }

  @Override
  void free() {
    Opened o = opened;
    if (o != null) {
      o.encoder.close();
      o.timeline.close();
    }
  }

  @Override
  long reachedUs() {
    return Math.round(reached.get() / SAMPLES_PER_US);
  }

  @Override
  RecorderStats.Track stats() {
    Opened o = opened;
    if (o == null) {
      return new RecorderStats.Audio(received.get(), 0, dropped(), 0, 0, 0, 0, 0);
    }
    LevelMeter.Level level = o.meter.level();
    return new RecorderStats.Audio(
        received.get(),
        reached.get(),
        dropped(),
        Math.round((o.timeline.silenced() + padded.get()) / SAMPLES_PER_US),
        Math.round(o.timeline.trimmed() / SAMPLES_PER_US),
        Math.round(o.timeline.stretched() / SAMPLES_PER_US),
        level.peak(),
        level.rms());
  }
}
