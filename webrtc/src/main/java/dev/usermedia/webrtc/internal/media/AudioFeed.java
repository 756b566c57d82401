package dev.usermedia.webrtc.internal.media;

import static java.lang.foreign.ValueLayout.JAVA_FLOAT;

import dev.usermedia.Delivery;
import dev.usermedia.MediaStreamTrack;
import dev.usermedia.Registration;
import dev.usermedia.frame.AudioData;
import dev.usermedia.frame.AudioDataBuffer;
import dev.usermedia.frame.AudioLayout;
import dev.usermedia.internal.sound.SoundConverter;
import dev.usermedia.webrtc.internal.natives.NativeSource;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import org.jspecify.annotations.Nullable;

/**
 * Carries a track's sound to a sender, on a thread of its own: as blocks of 10 ms at 48 kHz, in one
 * channel or two.
 */
public final class AudioFeed implements Registration {
  private static final int RATE_HZ = 48_000;
  private static final int BLOCK_FRAMES = RATE_HZ / 100;
  private static final int MOST_CHANNELS = 2;

  /** So much may wait while a description is applied. */
  private static final int WAITING_CHUNKS = 100;

  private final NativeSource source;
  private final Registration sink;

  // ---- of the sink's thread ----

  private @Nullable SoundConverter converter;
  private @Nullable AudioDataBuffer block;

  /** Begins; the track must be live. */
  @SuppressWarnings("this-escape") // to the thread of the sink, and all is set but the sink itself
  public AudioFeed(NativeSource source, MediaStreamTrack track) {
    this.source = source;
    this.sink = track.addAudioSink(Delivery.queued(WAITING_CHUNKS), this::data);
  }

  private void data(AudioData data) {
    SoundConverter to = converter;
    if (to == null || !to.input().equals(data.layout())) {
      int channels = Math.min(MOST_CHANNELS, data.numberOfChannels());
      to = new SoundConverter(data.layout(), AudioLayout.f32Planar(RATE_HZ, channels));
      converter = to;
      block = block(to.output());
    }
    to.add(data);
    while (block != null && to.available() >= BLOCK_FRAMES) {
      to.make(block, BLOCK_FRAMES);
      int channels = to.output().numberOfChannels();
      source.audio(interleaved(block, channels), RATE_HZ, channels);
    }
  }

  /** Memory that goes when nobody has it any more: it is never published. */
  private static AudioDataBuffer block(AudioLayout layout) {
    MemorySegment[] planes = new MemorySegment[layout.planeCount()];
    for (int plane = 0; plane < planes.length; plane++) {
      planes[plane] = Arena.ofAuto().allocate(layout.planeBytes(BLOCK_FRAMES), Float.BYTES);
    }
    return new AudioDataBuffer(layout, BLOCK_FRAMES, planes, buffer -> {});
  }

  private static byte[] interleaved(AudioDataBuffer buffer, int channels) {
    byte[] bytes = new byte[BLOCK_FRAMES * channels * Short.BYTES];
    for (int channel = 0; channel < channels; channel++) {
      for (int i = 0; i < BLOCK_FRAMES; i++) {
        float value = buffer.plane(channel).getAtIndex(JAVA_FLOAT, i);
        int sample = Math.round(Math.clamp(value, -1f, 1f) * Short.MAX_VALUE);
        int at = (i * channels + channel) * Short.BYTES;
        bytes[at] = (byte) sample;
        bytes[at + 1] = (byte) (sample >> Byte.SIZE);
      }
    }
    return bytes;
  }

  @Override
  public void close() {
    sink.close();
  }
}
