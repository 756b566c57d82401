package dev.usermedia.frame;

/**
 * Everything about a stream of sound that stays the same from chunk to chunk.
 *
 * @param sampleRateHz samples per second and channel
 */
public record AudioLayout(AudioSampleFormat format, int sampleRateHz, int numberOfChannels) {
  public AudioLayout {
    if (sampleRateHz < 1 || numberOfChannels < 1) {
      throw new IllegalArgumentException(numberOfChannels + " channels at " + sampleRateHz + " Hz");
    }
  }

  /** Planar floats, as drivers deliver them. */
  public static AudioLayout f32Planar(int sampleRateHz, int numberOfChannels) {
    return new AudioLayout(AudioSampleFormat.F32_PLANAR, sampleRateHz, numberOfChannels);
  }

  /** Segments that a chunk consists of. */
  public int planeCount() {
    return format.isPlanar() ? numberOfChannels : 1;
  }

  /** Bytes of one plane of a chunk of so many frames (samples per channel). */
  public long planeBytes(int numberOfFrames) {
    long samples = (long) numberOfFrames * (format.isPlanar() ? 1 : numberOfChannels);
    return samples * format.sampleBytes();
  }

  /** Time that so many frames (samples per channel) take, in microseconds. */
  public long durationUs(long numberOfFrames) {
    return numberOfFrames * 1_000_000 / sampleRateHz;
  }
}
