package dev.usermedia.internal.sound;

import static java.lang.foreign.ValueLayout.JAVA_FLOAT;

import dev.usermedia.frame.AudioData;
import dev.usermedia.frame.AudioDataBuffer;
import dev.usermedia.frame.AudioLayout;
import dev.usermedia.frame.AudioSampleFormat;
import java.lang.foreign.MemorySegment;
import java.util.Arrays;

/**
 * Turns one stretch of planar floats without gaps into another rate and other channels: mixes where
 * there are fewer channels, before resampling if that is less to do. Sound comes out {@link
 * #latencyUs} late, and with the times that it had. Used by one thread; allocates for larger chunks
 * than before, and else nothing.
 */
public final class SoundConverter {
  private final AudioLayout input;
  private final AudioLayout output;
  private final SampleRatio ratio;
  private final ChannelMatrix matrix;
  private final Resampler resampler;
  private final boolean mixesFirst;

  private int latest;
  private float[][] narrow = {};
  private float[] wide = {};

  /** A converter at the begin of a stretch. */
  public SoundConverter(AudioLayout input, AudioLayout output) {
    if (input.format() != AudioSampleFormat.F32_PLANAR
        || output.format() != AudioSampleFormat.F32_PLANAR) {
      throw new IllegalArgumentException(input + " to " + output + ": planar floats only");
    }
    this.input = input;
    this.output = output;
    this.ratio = SampleRatio.of(input.sampleRateHz(), output.sampleRateHz());
    this.matrix = ChannelMatrix.of(input.numberOfChannels(), output.numberOfChannels());
    this.mixesFirst = output.numberOfChannels() < input.numberOfChannels();
    this.resampler =
        new Resampler(ratio, Math.min(input.numberOfChannels(), output.numberOfChannels()));
  }

  /** What it takes. */
  public AudioLayout input() {
    return input;
  }

  /** What it makes. */
  public AudioLayout output() {
    return output;
  }

  /** How much later a sample comes out than it came in, in microseconds. */
  public long latencyUs() {
    return input.durationUs(resampler.latencySamples());
  }

  /** How much later sound comes out of any converter between two rates, in seconds. */
  public static double latencySeconds(int inputHz, int outputHz) {
    return inputHz == outputHz
        ? 0
        : (double) LowPass.half(SampleRatio.of(inputHz, outputHz)) / inputHz;
  }

  /** Takes the next chunk of the stretch. */
  public void add(AudioData data) {
    int count = data.numberOfFrames();
    if (mixesFirst) {
      reserve(input.numberOfChannels(), count);
      for (int channel = 0; channel < narrow.length; channel++) {
        MemorySegment.copy(data.plane(channel), JAVA_FLOAT, 0, narrow[channel], 0, count);
      }
      for (int channel = 0; channel < output.numberOfChannels(); channel++) {
        mix(channel, resampler.inputs(channel, count), resampler.inputOffset(), count);
      }
    } else {
      for (int channel = 0; channel < input.numberOfChannels(); channel++) {
        MemorySegment.copy(
            data.plane(channel),
            JAVA_FLOAT,
            0,
            resampler.inputs(channel, count),
            resampler.inputOffset(),
            count);
      }
    }
    resampler.add(count);
    latest = count;
  }

  /** Ends the stretch; what is left of it can be made. */
  public void finish() {
    resampler.finish();
  }

  /** Begins another stretch; what is left of this one is forgotten. */
  public void restart() {
    resampler.restart();
  }

  /** Samples of each channel that can be made now. */
  public int available() {
    return resampler.available();
  }

  /**
   * From the first sample of the latest chunk to the sample that is made next, in microseconds;
   * negative while that belongs to an earlier chunk.
   */
  public long nextOffsetUs() {
    return ratio.offsetUs(resampler.added() - latest, resampler.made());
  }

  /** Writes the next samples, at most as many as are available, and goes on to those behind. */
  public void make(AudioDataBuffer buffer, int count) {
    int channels = Math.min(input.numberOfChannels(), output.numberOfChannels());
    reserve(channels, count);
    for (int channel = 0; channel < channels; channel++) {
      resampler.make(channel, narrow[channel], count);
    }
    for (int channel = 0; channel < output.numberOfChannels(); channel++) {
      float[] made = wide;
      if (mixesFirst) {
        made = narrow[channel];
      } else {
        mix(channel, wide, 0, count);
      }
      MemorySegment.copy(made, 0, buffer.plane(channel), JAVA_FLOAT, 0, count);
    }
    skip(count);
  }

  /** Goes on without making them. */
  public void skip(int count) {
    resampler.skip(count);
  }

  private void mix(int channel, float[] to, int offset, int count) {
    Arrays.fill(to, offset, offset + count, 0);
    for (int other = 0; other < input.numberOfChannels(); other++) {
      float gain = matrix.gain(channel, other);
      if (gain != 0) {
        float[] from = narrow[other];
        for (int i = 0; i < count; i++) {
          to[offset + i] += gain * from[i];
        }
      }
    }
  }

  private void reserve(int channels, int count) {
    if (narrow.length < channels || wide.length < count) {
      int length = Math.max(wide.length, count);
      narrow = new float[Math.max(narrow.length, channels)][length];
      wide = new float[length];
    }
  }
}
