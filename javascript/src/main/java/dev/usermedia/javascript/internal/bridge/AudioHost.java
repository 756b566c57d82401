package dev.usermedia.javascript.internal.bridge;

import dev.usermedia.DOMException;
import dev.usermedia.webaudio.AudioBuffer;
import dev.usermedia.webaudio.AudioContext;
import dev.usermedia.webaudio.AudioContextOptions;
import dev.usermedia.webaudio.OfflineAudioContext;
import dev.usermedia.webaudio.PeriodicWave;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.OptionalDouble;
import org.graalvm.polyglot.HostAccess.Export;
import org.graalvm.polyglot.Value;

/** Makes what scripts have of Web Audio. */
public final class AudioHost {
  /** Each that renders has a thread. */
  private static final int MOST_CONTEXTS = 64;

  private final Held.All held;
  private final PictureQuota quota;
  private final MediaHost media;
  private int contexts;

  AudioHost(MediaHost media, Held.All held, PictureQuota quota) {
    this.media = media;
    this.held = held;
    this.quota = quota;
  }

  /**
   * A context that renders from now on.
   *
   * @param sampleRateHz 0 for the usual
   */
  @Export
  public AudioContextHost context(MediaHost document, double latencySeconds, double sampleRateHz) {
    return media
        .answers()
        .get(
            () -> {
              if (contexts >= MOST_CONTEXTS) {
                throw new DOMException(
                    "there are " + contexts + " audio contexts; close some", "NotSupportedError");
              }
              AudioContext context =
                  new AudioContext(
                      document.context(),
                      new AudioContextOptions(
                          latencySeconds,
                          sampleRateHz == 0
                              ? OptionalDouble.empty()
                              : OptionalDouble.of(sampleRateHz)));
              contexts++;
              return held.add(new AudioContextHost(context, document, this));
            });
  }

  /** A context that renders into memory. */
  @Export
  public AudioContextHost offline(
      MediaHost document, int channels, int length, double sampleRateHz) {
    return media
        .answers()
        .get(
            () -> {
              AudioBuffer.check(channels, length, (float) sampleRateHz);
              check((long) channels * length);
              OfflineAudioContext context =
                  new OfflineAudioContext(
                      document.context(), channels, length, (float) sampleRateHz);
              taken(context, (long) channels * length);
              return new AudioContextHost(context, document, this);
            });
  }

  /** Refuses more samples than a script may hold. */
  @Export
  public void checkSamples(double count) {
    media
        .answers()
        .get(
            () -> {
              check((long) count);
              return media.undefined();
            });
  }

  void check(long samples) {
    try {
      quota.check(samples * Float.BYTES);
    } catch (DOMException e) {
      throw new DOMException(
          samples + " samples are more than this page may hold", "NotSupportedError", e);
    }
  }

  void taken(Object owner, long samples) {
    quota.take(owner, samples * Float.BYTES);
  }

  /** A wave of arrays of numbers. */
  @Export
  public PeriodicWave wave(Value real, Value imaginary, boolean disableNormalization) {
    return media
        .answers()
        .get(() -> new PeriodicWave(floats(real), floats(imaginary), disableNormalization));
  }

  void closed(AudioContextHost context) {
    contexts--;
    held.remove(context);
  }

  /** Of an array of numbers. */
  static float[] floats(Value array) {
    float[] floats = new float[Math.toIntExact(array.getArraySize())];
    for (int i = 0; i < floats.length; i++) {
      floats[i] = (float) array.getArrayElement(i).asDouble();
    }
    return floats;
  }

  /** Of the bytes of a buffer. */
  static void read(Value buffer, int byteOffset, float[] to) {
    byte[] bytes = new byte[to.length * Float.BYTES];
    buffer.readBuffer(byteOffset, bytes, 0, bytes.length);
    ByteBuffer.wrap(bytes).order(ByteOrder.nativeOrder()).asFloatBuffer().get(to);
  }

  /** In memory that the language reads in bulk. */
  static ByteBuffer bytes(float[] floats) {
    ByteBuffer out =
        ByteBuffer.allocateDirect(floats.length * Float.BYTES).order(ByteOrder.nativeOrder());
    out.asFloatBuffer().put(floats);
    return out;
  }
}
