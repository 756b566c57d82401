package dev.usermedia.codecs.internal.recorder;

import dev.usermedia.codecs.internal.ffmpeg.FFmpegException;
import dev.usermedia.frame.AudioData;
import dev.usermedia.frame.AudioLayout;
import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.DoubleAdder;

/**
 * Makes one continuous sound at 48 kHz of chunks that say where they belong: after silence if
 * samples are missing, without their beginning if they are there already, a little stretched if the
 * device's clock {@linkplain DriftControl drifts}. Places and lengths are in samples at 48 kHz from
 * the beginning of the file. Used by the thread of one lane; the counts can be read by any.
 */
final class SoundTimeline implements AutoCloseable {
  private final int channels;
  private final AudioResampler.Output output;
  private final DriftControl drift = new DriftControl();
  private final AtomicLong silenced = new AtomicLong();
  private final AtomicLong trimmed = new AtomicLong();
  private final DoubleAdder stretched = new DoubleAdder();
  private AudioResampler resampler;
  private long written;
  private double stretch;

  /** Whether the last chunk is there, so that the next one should follow it directly. */
  private boolean placed;

  /**
   * An empty time line.
   *
   * @param expected what the first chunk is probably like
   * @param channels how many to make
   * @param output takes the sound from the beginning of the file on, without a gap
   */
  SoundTimeline(AudioLayout expected, int channels, AudioResampler.Output output)
      throws FFmpegException {
    this.channels = channels;
    this.output = output;
    resampler = new AudioResampler(expected, channels, this::write);
  }

  private void write(MemorySegment samples, long count) throws FFmpegException, IOException {
    written += count;
    output.write(samples, count);
  }

  /** Puts a chunk where it belongs, as far as that lies after what is there. */
  void place(AudioData data, double at) throws FFmpegException, IOException {
    adapt(data.layout());
    double ratio = (double) OpusEncoder.SAMPLE_RATE_HZ / data.sampleRateHz();
    double error = at - position();
    int skip = 0;
    if (placed && !DriftControl.isGap(error)) {
      correct(error, data.numberOfFrames() * ratio);
    } else if (error >= 0) {
      silence(at);
    } else {
      skip = (int) Math.min(data.numberOfFrames(), Math.round(-error / ratio));
      if (position() > 0) { // what lies before the beginning did not come twice
        trimmed.addAndGet(Math.round(skip * ratio));
      }
      drift.reset();
    }
    placed = skip < data.numberOfFrames();
    if (placed) {
      resampler.push(data, skip);
    }
  }

  /** Continues with silence up to a place; nothing happens if there is sound already. */
  void silence(double until) throws FFmpegException, IOException {
    double ratio = (double) resampler.layout().sampleRateHz() / OpusEncoder.SAMPLE_RATE_HZ;
    double missing = until - position();
    long count = Math.round(missing * ratio);
    if (count > 0) {
      silenced.addAndGet(Math.round(missing));
      placed = false;
      drift.reset();
      resampler.pushSilence(count);
    }
  }

  /** Puts out what was held back. Nothing can be placed after. */
  void flush() throws FFmpegException, IOException {
    resampler.flush();
  }

  /** Takes another resampler if the source now delivers otherwise. */
  private void adapt(AudioLayout layout) throws FFmpegException, IOException {
    if (resampler.layout().equals(layout)) {
      return;
    }
    AudioResampler next = new AudioResampler(layout, channels, this::write);
    try (AudioResampler old = resampler) {
      resampler = next;
      old.flush();
    }
    if (stretch != 0) {
      next.compensate(stretch);
    }
  }

  private void correct(double error, double samples) throws FFmpegException {
    double wanted = drift.stretch(error, samples / OpusEncoder.SAMPLE_RATE_HZ);
    if (wanted != stretch) {
      resampler.compensate(wanted);
      stretch = wanted;
    }
    stretched.add(stretch * samples);
  }

  /** Where the next sample will come to lie. */
  private double position() {
    return written + resampler.pending();
  }

  /** Silence that stands in for missing samples. */
  long silenced() {
    return silenced.get();
  }

  /** Samples that were left out because they came twice. */
  long trimmed() {
    return trimmed.get();
  }

  /** By how much the sound was made longer in all; negative if shorter. */
  double stretched() {
    return stretched.sum();
  }

  @Override
  public void close() {
    resampler.close();
  }
}
