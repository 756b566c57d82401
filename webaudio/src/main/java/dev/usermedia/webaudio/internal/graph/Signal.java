package dev.usermedia.webaudio.internal.graph;

import java.util.Arrays;

/** A render quantum of sound: some channels of {@link #FRAMES} samples. */
public final class Signal {
  /** The render quantum size: samples of each channel that are rendered at a time. */
  public static final int FRAMES = 128;

  private float[][] samples = {new float[FRAMES]};
  private int channels = 1;
  private boolean silent = true;

  /** How many channels there are, at least one. */
  public int channels() {
    return channels;
  }

  /** Whether all samples are zero; may be false even so. */
  public boolean isSilent() {
    return silent;
  }

  /** The samples of a channel, to be read. */
  public float[] channel(int channel) {
    return samples[channel];
  }

  /** Makes it silence. */
  public void silence(int count) {
    reserve(count);
    for (int i = 0; i < count; i++) {
      Arrays.fill(samples[i], 0);
    }
    silent = true;
  }

  /** Begins to write: so many channels whose samples are left from before. */
  public void write(int count) {
    reserve(count);
    silent = false;
  }

  /** Makes it what another is. */
  public void copy(Signal other) {
    reserve(other.channels);
    for (int i = 0; i < channels; i++) {
      System.arraycopy(other.samples[i], 0, samples[i], 0, FRAMES);
    }
    silent = other.silent;
  }

  /** Allocates for more channels than ever before only. */
  private void reserve(int count) {
    if (samples.length < count) {
      int before = samples.length;
      samples = Arrays.copyOf(samples, count);
      for (int i = before; i < count; i++) {
        samples[i] = new float[FRAMES];
      }
    }
    channels = count;
  }
}
