package dev.usermedia.webaudio.internal.graph;

/** The time of the render quantum that is being rendered. One object is used for all. */
public final class Quantum {
  private final float sampleRateHz;
  private long frame;
  private long timeUs;

  Quantum(float sampleRateHz) {
    this.sampleRateHz = sampleRateHz;
  }

  void at(long newFrame, long newTimeUs) {
    frame = newFrame;
    timeUs = newTimeUs;
  }

  /** Samples per second. */
  public float sampleRateHz() {
    return sampleRateHz;
  }

  /** The first sample's number since the context began to render. */
  public long frame() {
    return frame;
  }

  /** When a sample of the quantum sounds on the context's own clock, in seconds. */
  public double seconds(int sample) {
    return (frame + sample) / (double) sampleRateHz;
  }

  /** When the first sample sounds on the media clock, in microseconds. */
  public long timeUs() {
    return timeUs;
  }
}
