package dev.usermedia.webaudio.internal.dsp;

import static java.lang.foreign.ValueLayout.JAVA_FLOAT;

import dev.usermedia.frame.AudioData;
import java.lang.foreign.MemorySegment;

/**
 * The latest sound of a track, and when it was captured: written by one thread and read by another,
 * neither of which waits.
 */
final class SampleRing {
  private static final long NANOS_PER_SECOND = 1_000_000_000;

  final int sampleRateHz;
  final int channels;
  final int length;
  private final float[][] samples;

  /** When sample 0 would have been captured, by the latest chunk. */
  private volatile long originNs;

  private volatile long written;

  /** A ring of so many samples of each channel. */
  SampleRing(int sampleRateHz, int channels, int length) {
    this.sampleRateHz = sampleRateHz;
    this.channels = channels;
    this.length = length;
    this.samples = new float[channels][length];
  }

  /** By the writing thread: planar floats; of more than the ring holds, the latest. */
  void write(AudioData data) {
    int count = data.numberOfFrames();
    int taken = Math.min(count, length);
    long first = written + count - taken;
    for (int channel = 0; channel < channels; channel++) {
      MemorySegment plane = data.plane(channel);
      int at = (int) (first % length);
      int whole = Math.min(taken, length - at);
      int from = count - taken;
      MemorySegment.copy(plane, JAVA_FLOAT, from * 4L, samples[channel], at, whole);
      MemorySegment.copy(
          plane, JAVA_FLOAT, (from + whole) * 4L, samples[channel], 0, taken - whole);
    }
    long before = written;
    originNs = data.timestampUs() * 1_000 - before * NANOS_PER_SECOND / sampleRateHz;
    written = before + count;
  }

  /** By the reading thread: samples so far. What it reads next is at least as new. */
  long written() {
    return written;
  }

  /** Which sample was captured at a time. */
  double indexAt(long timeNs) {
    return (timeNs - originNs) * (double) sampleRateHz / NANOS_PER_SECOND;
  }

  float[] samples(int channel) {
    return samples[channel];
  }
}
