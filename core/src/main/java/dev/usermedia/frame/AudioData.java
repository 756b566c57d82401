package dev.usermedia.frame;

import java.lang.foreign.MemorySegment;

/**
 * A chunk of sound: a handle on off-heap samples that are shared, reference-counted and immutable.
 * Ownership is as for {@link VideoFrame}: readable until the callback returns, {@link #clone} to
 * keep. Handles may be used from any thread.
 *
 * @see <a href="https://www.w3.org/TR/webcodecs/#audiodata-interface">WebCodecs, AudioData</a>
 */
public final class AudioData extends Frame {
  private final AudioDataBuffer buffer;
  private final int numberOfFrames;

  AudioData(AudioDataBuffer buffer, int numberOfFrames, long timestampUs, boolean kept) {
    super(buffer, timestampUs, kept);
    this.buffer = buffer;
    this.numberOfFrames = numberOfFrames;
  }

  /** Another handle on the same memory, to be closed by whoever took it. Copies nothing. */
  @Override
  @SuppressWarnings({"MissingSuperCall", "CloneDeclaresCloneNotSupported"}) // the Web's clone()
  public AudioData clone() {
    retain();
    return new AudioData(buffer, numberOfFrames, timestampUs(), true);
  }

  /** Format, rate and channels; the same object for all chunks of a stream that share them. */
  public AudioLayout layout() {
    return buffer.layout();
  }

  public AudioSampleFormat format() {
    return layout().format();
  }

  /** Samples per second and channel. */
  public int sampleRateHz() {
    return layout().sampleRateHz();
  }

  public int numberOfChannels() {
    return layout().numberOfChannels();
  }

  /** Samples of each channel. */
  public int numberOfFrames() {
    return numberOfFrames;
  }

  /** How long the chunk sounds, in microseconds. */
  public long durationUs() {
    return layout().durationUs(numberOfFrames);
  }

  /**
   * The plane's memory, read-only: a channel of a planar format, or everything interleaved. Only
   * the first {@link AudioLayout#planeBytes} bytes carry samples. Valid until this handle is
   * closed.
   */
  public MemorySegment plane(int plane) {
    checkOpen();
    return buffer.readOnlyPlane(plane);
  }

  @Override
  public String toString() {
    return "AudioData[" + layout() + ", " + numberOfFrames + " at " + timestampUs() + " us]";
  }
}
