package dev.usermedia.javascript.internal.bridge;

import dev.usermedia.frame.AudioData;
import dev.usermedia.frame.AudioSampleFormat;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.graalvm.polyglot.HostAccess.Export;

/** A chunk of sound as a script may use it. Its methods are not called after {@link #close}. */
public final class AudioDataHost implements Held {
  private final AudioData data;
  private final ElementHost elements;

  /** Takes the handle over. */
  AudioDataHost(AudioData data, ElementHost elements) {
    this.data = data;
    this.elements = elements;
  }

  /** A sample format of WebCodecs. */
  @Export
  public String format() {
    return data.format().webName();
  }

  @Export
  public int sampleRate() {
    return data.sampleRateHz();
  }

  @Export
  public int numberOfFrames() {
    return data.numberOfFrames();
  }

  @Export
  public int numberOfChannels() {
    return data.numberOfChannels();
  }

  /** In microseconds. */
  @Export
  public double duration() {
    return data.durationUs();
  }

  /** In microseconds. */
  @Export
  public double timestamp() {
    return data.timestampUs();
  }

  /** Samples of one plane: of a channel, or of all interleaved, in the format that it has. */
  @Export
  public ByteBuffer bytes(int plane, int firstFrame, int frames) {
    long from = data.layout().planeBytes(firstFrame);
    MemorySegment samples =
        data.plane(plane).asSlice(from, data.layout().planeBytes(firstFrame + frames) - from);
    return Buffers.direct(samples.toArray(ValueLayout.JAVA_BYTE));
  }

  /** Samples of one channel as floats. */
  @Export
  public ByteBuffer floats(int channel, int firstFrame, int frames) {
    AudioSampleFormat format = data.format();
    MemorySegment samples = data.plane(format.isPlanar() ? channel : 0);
    int step = format.isPlanar() ? 1 : data.numberOfChannels();
    int offset = format.isPlanar() ? 0 : channel;
    ByteBuffer out = ByteBuffer.allocateDirect(frames * Float.BYTES).order(ByteOrder.nativeOrder());
    for (int i = 0; i < frames; i++) {
      long at = (long) (firstFrame + i) * step + offset;
      out.putFloat(
          format == AudioSampleFormat.S16
              ? samples.getAtIndex(ValueLayout.JAVA_SHORT, at) / 32_768f
              : samples.getAtIndex(ValueLayout.JAVA_FLOAT, at));
    }
    return out.flip();
  }

  /** Another handle, to be attached to a {@link Parcel}. */
  @Export
  public AudioData handle() {
    return data.clone();
  }

  /** Another handle on the same memory. */
  @Export
  public AudioDataHost copy() {
    return elements.hold(data.clone());
  }

  @Export
  @Override
  public void close() {
    data.close();
  }
}
