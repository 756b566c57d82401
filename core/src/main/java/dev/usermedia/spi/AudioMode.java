package dev.usermedia.spi;

/**
 * A rate and channel count that the device delivers, as 32-bit planar floats.
 *
 * @param sampleSizeBits bits of a sample as the device converts it
 * @param minLatencySeconds shortest chunk, in seconds
 * @param maxLatencySeconds longest chunk, in seconds; a source is started with equal bounds
 */
public record AudioMode(
    int sampleRateHz,
    int channelCount,
    int sampleSizeBits,
    double minLatencySeconds,
    double maxLatencySeconds)
    implements SourceMode {
  public AudioMode {
    if (sampleRateHz < 1
        || channelCount < 1
        || !(minLatencySeconds > 0)
        || minLatencySeconds > maxLatencySeconds) {
      throw new IllegalArgumentException(
          channelCount + " channels at " + sampleRateHz + " Hz, latency " + minLatencySeconds);
    }
  }

  /** This mode with one latency within its bounds. */
  public AudioMode with(double latencySeconds) {
    return new AudioMode(
        sampleRateHz, channelCount, sampleSizeBits, latencySeconds, latencySeconds);
  }
}
