package dev.usermedia.codecs.internal.recorder;

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
 * An audio track. The file's sound has no gaps: each chunk is put where its timestamp says, after
 * silence if samples are missing, without its beginning if they are there already, and a little
 * stretched if the device's clock {@linkplain DriftControl drifts}. The first chunk decides between
 * one channel and two.
 */
public final class AudioLane extends Lane<AudioData> implements AudioSink {
  /** Chunks that may wait: five seconds of 10 ms each. */
  private static final int CAPACITY = 500;

  private static final double SAMPLES_PER_US = OpusEncoder.SAMPLE_RATE_HZ / 1e6;
  private static final int MAX_CHANNELS = 2;

  private final int expectedChannels;
  private final DriftControl drift = new DriftControl();
  private final AtomicLong received = new AtomicLong();
  private final AtomicLong reached = new AtomicLong();
  private final AtomicLong silenced = new AtomicLong();
  private final AtomicLong trimmed = new AtomicLong();
  private volatile long driftCorrectedUs;
  private volatile @Nullable LevelMeter meter;
  private double stretch;
  private double stretchedSamples;
  private boolean begun;
  private @Nullable OpusEncoder encoder;
  private @Nullable AudioResampler resampler;

  AudioLane(Recording recording, int expectedChannels) {
    super(recording, CAPACITY);
    this.expectedChannels = expectedChannels;
  }

  @Override
  public void data(AudioData data) {
    received.addAndGet(data.numberOfFrames());
    leave(data.clone());
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
    int given = first == null ? expectedChannels : first.numberOfChannels();
    int channels = Math.min(given, MAX_CHANNELS);
    meter = new LevelMeter(OpusEncoder.SAMPLE_RATE_HZ, channels);
    encoder =
        new OpusEncoder(recording.muxer(), channels, recording.options().audioBitsPerSecond());
    encoder.open();
    resampler =
        resamplerFor(
            first == null
                ? AudioLayout.f32Planar(OpusEncoder.SAMPLE_RATE_HZ, channels)
                : first.layout());
  }

  private AudioResampler resamplerFor(AudioLayout layout) throws FFmpegException {
    return new AudioResampler(layout, encoder().channels(), this::write);
  }

  @Override
  void encode(AudioData data) throws FFmpegException, IOException {
    try (data) {
      AudioResampler target = adapt(data.layout());
      double ratio = (double) OpusEncoder.SAMPLE_RATE_HZ / data.sampleRateHz();
      double error = samplesAt(data.timestampUs()) - position(target);
      int skip = 0;
      if (begun && !DriftControl.isGap(error)) {
        correct(target, error, data.numberOfFrames() * ratio);
      } else if (error >= 0) {
        silence(target, error);
      } else {
        skip = (int) Math.min(data.numberOfFrames(), Math.round(-error / ratio));
        trimmed.addAndGet(Math.round(skip * ratio));
      }
      begun = true;
      if (skip < data.numberOfFrames()) {
        target.push(data, skip);
      }
    }
  }

  /** The resampler, another one if the source now delivers otherwise. */
  private AudioResampler adapt(AudioLayout layout) throws FFmpegException, IOException {
    AudioResampler old = resampler();
    if (old.layout().equals(layout)) {
      return old;
    }
    old.flush();
    AudioResampler next = resamplerFor(layout);
    old.close();
    resampler = next;
    if (stretch != 0) {
      next.compensate(stretch);
    }
    return next;
  }

  private void correct(AudioResampler target, double error, double samples) throws FFmpegException {
    double wanted = drift.stretch(error, samples / OpusEncoder.SAMPLE_RATE_HZ);
    if (wanted != stretch) {
      target.compensate(wanted);
      stretch = wanted;
    }
    stretchedSamples += stretch * samples;
    driftCorrectedUs = Math.round(stretchedSamples / SAMPLES_PER_US);
  }

  private void silence(AudioResampler target, double samples) throws FFmpegException, IOException {
    double ratio = (double) target.layout().sampleRateHz() / OpusEncoder.SAMPLE_RATE_HZ;
    silenced.addAndGet(Math.round(samples));
    target.pushSilence(Math.round(samples * ratio));
    drift.reset();
  }

  /** Where an instant lies in the file, in samples. */
  private double samplesAt(long timestampUs) {
    return (timestampUs - recording.epoch().await()) * SAMPLES_PER_US;
  }

  /** Where the next sample will come to lie in the file. */
  private double position(AudioResampler target) {
    return encoder().written() + target.pending();
  }

  @Override
  void fill(long untilUs) throws FFmpegException, IOException {
    double missing = samplesAt(untilUs) - position(resampler());
    if (missing >= 1) {
      silence(resampler(), missing);
      begun = true;
    }
  }

  /** Takes resampled sound, but none from after the recording's end. */
  private void write(MemorySegment samples, long count) throws FFmpegException, IOException {
    OpusEncoder target = encoder();
    long room = limit() - target.written();
    long taken = Math.clamp(room, 0, count);
    target.write(samples, taken);
    if (meter != null) {
      meter.add(samples, taken * target.channels());
    }
    reached.set(target.written());
  }

  private long limit() {
    long stopUs = recording.stopUs();
    return stopUs == Long.MAX_VALUE ? Long.MAX_VALUE : Math.round(samplesAt(stopUs));
  }

  @Override
  void finish() throws FFmpegException, IOException {
    OpusEncoder target = encoder();
    resampler().flush();
    long limit = limit();
    if (limit != Long.MAX_VALUE && target.written() < limit) {
      pad(limit - target.written());
    }
    target.end();
  }

  private void pad(long samples) throws FFmpegException, IOException {
    silenced.addAndGet(samples);
    try (Arena arena = Arena.ofConfined()) {
      int piece = OpusEncoder.SAMPLE_RATE_HZ / 10;
      MemorySegment silence = arena.allocate(4L * piece * encoder().channels(), 4);
      for (long left = samples; left > 0; left -= piece) {
        write(silence, Math.min(left, piece));
      }
    }
  }

  private OpusEncoder encoder() {
    if (encoder == null) {
      throw new IllegalStateException("not open");
    }
    return encoder;
  }

  private AudioResampler resampler() {
    if (resampler == null) {
      throw new IllegalStateException("not open");
    }
    return resampler;
  }

  @Override
  void free() {
    if (encoder != null) {
      encoder.close();
    }
    if (resampler != null) {
      resampler.close();
    }
  }

  @Override
  long reachedUs() {
    return Math.round(reached.get() / SAMPLES_PER_US);
  }

  @Override
  RecorderStats.Track stats() {
    LevelMeter m = meter;
    LevelMeter.Level level = m == null ? LevelMeter.Level.SILENCE : m.level();
    return new RecorderStats.Audio(
        received.get(),
        reached.get(),
        dropped(),
        Math.round(silenced.get() / SAMPLES_PER_US),
        Math.round(trimmed.get() / SAMPLES_PER_US),
        driftCorrectedUs,
        level.peak(),
        level.rms());
  }
}
