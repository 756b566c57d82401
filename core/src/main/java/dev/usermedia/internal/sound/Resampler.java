package dev.usermedia.internal.sound;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * One stretch of sound without gaps, at another rate. Chunks go in by {@link #inputs} and {@link
 * #add}, samples come out by {@link #available} and {@link #make}. An output sample is made once
 * the input samples behind it are there: sound is late by {@link #latencySamples}, and none of it
 * is shifted. Before its first and behind its last sample the sound is taken to go on as its mirror
 * image, so that neither end clicks. Equal rates copy, and make nothing late. Used by one thread;
 * allocates for larger chunks than before, and else nothing.
 */
final class Resampler {
  private final SampleRatio ratio;
  private final @Nullable LowPass filter;

  /** Input samples that are needed on each side of an output sample. */
  private final int half;

  private final float[][] samples;

  /** Input sample at the begin of the arrays, how many are there, and how many of them are real. */
  private long base;

  private int held;
  private long added;
  private long made;
  private boolean begun;
  private boolean finished;

  Resampler(SampleRatio ratio, int channels) {
    this.ratio = ratio;
    this.filter = ratio.inputHz() == ratio.outputHz() ? null : new LowPass(ratio);
    this.half = filter == null ? 0 : filter.half;
    this.samples = new float[channels][0];
    restart();
  }

  /** Forgets all; the next chunk begins another stretch. */
  void restart() {
    base = -half;
    held = half;
    added = 0;
    made = 0;
    begun = false;
    finished = false;
  }

  /** Input samples that must be there behind an output sample. */
  int latencySamples() {
    return half;
  }

  /** Input samples so far. */
  long added() {
    return added;
  }

  /** Output samples so far, made or passed over. */
  long made() {
    return made;
  }

  /**
   * Where a chunk's samples of one channel are to be written, from {@link #inputOffset} on, before
   * {@link #add}.
   */
  float[] inputs(int channel, int count) {
    int needed = held + count + half;
    if (samples[channel].length < needed) {
      samples[channel] = Arrays.copyOf(samples[channel], needed);
    }
    return samples[channel];
  }

  int inputOffset() {
    return held;
  }

  /** Takes the samples that were written, of all channels. */
  void add(int count) {
    held += count;
    added += count;
    if (!begun && added > half) {
      begin();
    }
  }

  /** Once there is enough to mirror, and before the first sample is made. */
  private void begin() {
    begun = true;
    for (float[] channel : samples) {
      mirror(channel, half, 1, held - half);
    }
  }

  /** No more samples come in this stretch; what is left can be made. */
  void finish() {
    if (added > 0 && !finished) {
      if (!begun) {
        begin();
      }
      int real = (int) Math.min(added, held);
      for (int channel = 0; channel < samples.length; channel++) {
        mirror(inputs(channel, 0), held - 1, -1, real);
      }
      held += half;
      finished = true;
    }
  }

  /** Writes {@code half} samples before (1) or behind (-1) an end, turned about it. */
  private void mirror(float[] channel, int end, int inwards, int count) {
    for (int i = 1; i <= half; i++) {
      channel[end - i * inwards] =
          2 * channel[end] - channel[end + Math.min(i, count - 1) * inwards];
    }
  }

  /** Output samples that can be made now. */
  int available() {
    long settled = finished ? added : added - half;
    return Math.toIntExact(ratio.outputsBefore(settled) - made);
  }

  /** Makes the next samples of one channel; {@link #skip} goes on to those behind them. */
  void make(int channel, float[] to, int count) {
    float[] from = samples[channel];
    if (filter == null) {
      System.arraycopy(from, Math.toIntExact(made - base), to, 0, count);
      return;
    }
    for (int i = 0; i < count; i++) {
      long output = made + i;
      int first = (int) (ratio.inputAt(output) - base) - half + 1;
      to[i] = filter.apply(from, first, ratio.phaseAt(output));
    }
  }

  /** Passes over output samples, and lets go the input that only they needed. */
  void skip(int count) {
    made += count;
    int unneeded = Math.toIntExact(ratio.inputAt(made) - half - base);
    if (unneeded > 0) {
      for (float[] channel : samples) {
        System.arraycopy(channel, unneeded, channel, 0, held - unneeded);
      }
      base += unneeded;
      held -= unneeded;
    }
  }
}
