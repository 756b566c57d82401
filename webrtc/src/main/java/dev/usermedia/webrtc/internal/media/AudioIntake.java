package dev.usermedia.webrtc.internal.media;

import static java.lang.foreign.ValueLayout.JAVA_FLOAT;

import dev.usermedia.AudioTrackGenerator;
import dev.usermedia.MediaContext;
import dev.usermedia.MediaStreamTrack;
import dev.usermedia.frame.AudioData;
import dev.usermedia.frame.AudioDataBuffer;
import dev.usermedia.frame.AudioDataPool;
import dev.usermedia.frame.AudioLayout;
import dev.usermedia.webrtc.internal.natives.NativeTransceiver;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Makes a track of the sound that a receiver decodes. libwebrtc delivers silence from the begin;
 * that is left out until the connection carries.
 */
public final class AudioIntake extends Intake {
  private static final int RATE_HZ = 48_000;
  private static final int BUFFERS = 64;
  private static final float SAMPLE_SCALE = 1f / (1 << 15);

  /** The chunks follow each other; only where this much is missing they begin anew. */
  private static final long GAP_US = 200_000;

  private final MediaContext media;
  private final BooleanSupplier carries;
  private final AudioTrackGenerator generator;
  private final AtomicLong dropped = new AtomicLong();

  /** Guarded by this, as it is closed while the library may deliver. */
  private @Nullable AudioDataPool pool;

  private long beginUs;
  private long frames;

  /** A track that is muted until the connection carries. */
  public AudioIntake(MediaContext media, BooleanSupplier carries) {
    this.media = media;
    this.carries = carries;
    this.generator =
        new AudioTrackGenerator(media, "remote audio", AudioLayout.f32Planar(RATE_HZ, 1), true);
  }

  @Override
  public MediaStreamTrack track() {
    return generator.track();
  }

  @Override
  public void receiveFrom(NativeTransceiver transceiver) {
    transceiver.receive(
        (byte[] samples, int bits, int rateHz, int channels, int count) ->
            guarded(() -> take(samples, AudioLayout.f32Planar(rateHz, channels), count)));
  }

  private synchronized void take(byte[] samples, AudioLayout layout, int count) {
    if (!carries.getAsBoolean() || !arrived()) {
      return;
    }
    Optional<AudioDataBuffer> to = pool(layout, count).acquire();
    if (to.isEmpty()) {
      dropped.incrementAndGet();
      return;
    }
    int channels = layout.numberOfChannels();
    for (int channel = 0; channel < channels; channel++) {
      for (int i = 0; i < count; i++) {
        int at = (i * channels + channel) * Short.BYTES;
        int sample = (samples[at] & 0xFF) | samples[at + 1] << Byte.SIZE;
        to.get().plane(channel).setAtIndex(JAVA_FLOAT, i, sample * SAMPLE_SCALE);
      }
    }
    AudioData data = to.get().publish(count, nextUs(layout, count));
    var _ = generator.writable().writeAsync(data);
  }

  private long nextUs(AudioLayout layout, int count) {
    long nowUs = media.clock().nowUs() - layout.durationUs(count);
    if (Math.abs(beginUs + layout.durationUs(frames) - nowUs) > GAP_US) {
      beginUs = nowUs;
      frames = 0;
    }
    long timestampUs = beginUs + layout.durationUs(frames);
    frames += count;
    return timestampUs;
  }

  private AudioDataPool pool(AudioLayout layout, int count) {
    AudioDataPool current = pool;
    if (current == null || !current.layout().equals(layout)) {
      if (current != null) {
        current.close();
      }
      current = new AudioDataPool(layout, count, BUFFERS);
      pool = current;
      beginUs = 0;
      frames = 0;
    }
    return current;
  }

  /** Chunks for which there was no room, as consumers kept too many. */
  @Override
  public long dropped() {
    return dropped.get();
  }

  @Override
  void mute(boolean muted) {
    generator.muted(muted);
  }

  @Override
  void end() {
    generator.close();
    if (pool != null) {
      pool.close();
      pool = null;
    }
  }
}
