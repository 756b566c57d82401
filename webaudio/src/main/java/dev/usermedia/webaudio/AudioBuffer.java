package dev.usermedia.webaudio;

import dev.usermedia.DOMException;
import java.util.Objects;

/**
 * Samples in memory. Safe for use from any thread as far as float arrays are: nodes take a copy of
 * the samples when the buffer is set.
 *
 * @see <a href="https://webaudio.github.io/web-audio-api/#AudioBuffer">Web Audio API,
 *     AudioBuffer</a>
 */
public final class AudioBuffer {
  private static final float LOWEST_RATE_HZ = 3_000;
  private static final float HIGHEST_RATE_HZ = 768_000;

  private final float sampleRateHz;
  private final int length;
  private final float[][] channels;

  /**
   * Silence.
   *
   * @param length samples of each channel
   * @throws DOMException {@code NotSupportedError} if there cannot be such a buffer
   */
  public AudioBuffer(int numberOfChannels, int length, float sampleRate) {
    check(numberOfChannels, length, sampleRate);
    this(sampleRate, length, new float[numberOfChannels][length]);
  }

  private AudioBuffer(float sampleRateHz, int length, float[][] channels) {
    this.sampleRateHz = sampleRateHz;
    this.length = length;
    this.channels = channels;
  }

  /** Of channels, maybe none, which it takes over. */
  static AudioBuffer of(float[][] channels, int length, float sampleRateHz) {
    return new AudioBuffer(sampleRateHz, length, channels);
  }

  /**
   * Checks whether there can be such a buffer, without making it.
   *
   * @throws DOMException {@code NotSupportedError} if there cannot
   */
  public static void check(int numberOfChannels, int length, float sampleRate) {
    if (numberOfChannels < 1
        || numberOfChannels > AudioNode.MOST_CHANNELS
        || length < 1
        || !(sampleRate >= LOWEST_RATE_HZ && sampleRate <= HIGHEST_RATE_HZ)) {
      throw new DOMException(
          numberOfChannels + " channels of " + length + " samples at " + sampleRate + " Hz",
          "NotSupportedError");
    }
  }

  /** Samples per second. */
  public float sampleRate() {
    return sampleRateHz;
  }

  /** Samples of each channel. */
  public int length() {
    return length;
  }

  /** In seconds. */
  public double duration() {
    return length / (double) sampleRateHz;
  }

  public int numberOfChannels() {
    return channels.length;
  }

  /**
   * The samples themselves, which may be changed.
   *
   * @throws DOMException {@code IndexSizeError} if there is no such channel
   */
  public float[] getChannelData(int channel) {
    if (channel < 0 || channel >= channels.length) {
      throw new DOMException(
          "channel " + channel + " of " + channels.length + " channels", "IndexSizeError");
    }
    return channels[channel];
  }

  /** Copies samples from an offset on, as many as there are and fit. */
  public void copyFromChannel(float[] destination, int channelNumber, int bufferOffset) {
    float[] from = getChannelData(channelNumber);
    Objects.checkIndex(bufferOffset, Integer.MAX_VALUE);
    int count = Math.clamp((long) length - bufferOffset, 0, destination.length);
    if (count > 0) {
      System.arraycopy(from, bufferOffset, destination, 0, count);
    }
  }

  /** Changes samples from an offset on, as many as there are and fit. */
  public void copyToChannel(float[] source, int channelNumber, int bufferOffset) {
    float[] to = getChannelData(channelNumber);
    Objects.checkIndex(bufferOffset, Integer.MAX_VALUE);
    int count = Math.clamp((long) length - bufferOffset, 0, source.length);
    if (count > 0) {
      System.arraycopy(source, 0, to, bufferOffset, count);
    }
  }

  /** The samples as they are now. */
  float[][] copy() {
    float[][] copy = new float[channels.length][];
    for (int i = 0; i < channels.length; i++) {
      copy[i] = channels[i].clone();
    }
    return copy;
  }
}
