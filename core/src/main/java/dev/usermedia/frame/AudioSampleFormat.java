package dev.usermedia.frame;

/**
 * How sound samples lie in memory. Drivers deliver {@link #F32_PLANAR}.
 *
 * @see <a href="https://www.w3.org/TR/webcodecs/#audio-sample-formats">WebCodecs, Audio Sample
 *     Format</a>
 */
public enum AudioSampleFormat {
  /** 32-bit floats in −1…1, one plane for each channel. */
  F32_PLANAR("f32-planar", 4, true),
  /** 32-bit floats in −1…1, channels interleaved. */
  F32("f32", 4, false),
  /** 16-bit signed integers, channels interleaved. */
  S16("s16", 2, false);

  private final String webName;
  private final int sampleBytes;
  private final boolean planar;

  AudioSampleFormat(String webName, int sampleBytes, boolean planar) {
    this.webName = webName;
    this.sampleBytes = sampleBytes;
    this.planar = planar;
  }

  /** The name in WebCodecs, such as {@code "f32-planar"}. */
  public String webName() {
    return webName;
  }

  /** Bytes of one sample of one channel. */
  public int sampleBytes() {
    return sampleBytes;
  }

  /** Whether each channel has a plane of its own. */
  public boolean isPlanar() {
    return planar;
  }
}
