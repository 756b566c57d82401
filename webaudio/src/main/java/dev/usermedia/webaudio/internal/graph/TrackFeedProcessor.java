package dev.usermedia.webaudio.internal.graph;

import static java.lang.foreign.ValueLayout.JAVA_FLOAT;

import dev.usermedia.AudioTrackGenerator;
import dev.usermedia.frame.AudioData;
import dev.usermedia.frame.AudioDataBuffer;
import dev.usermedia.frame.AudioDataPool;
import dev.usermedia.frame.AudioLayout;
import java.lang.foreign.MemorySegment;
import org.jspecify.annotations.Nullable;

/**
 * Makes chunks of what comes in and hands them to a track. A chunk for which no memory is free, as
 * consumers hold all of it, is left out.
 */
public final class TrackFeedProcessor extends Processor {
  /** Some 10 ms; the objects of a chunk are all that rendering allocates. */
  private static final int CHUNK_FRAMES = 4 * Signal.FRAMES;

  /** Enough for a recorder's queue and a few live sinks. */
  private static final int POOL_CHUNKS = 256;

  private final AudioTrackGenerator generator;
  private final int sampleRateHz;
  private @Nullable AudioDataPool pool;
  private @Nullable AudioDataBuffer chunk;
  private int filled;
  private long beganUs;
  private volatile boolean ended;

  /** A processor that is connected to nothing. */
  public TrackFeedProcessor(AudioTrackGenerator generator, int sampleRateHz, ChannelRules rules) {
    super(1, 0, rules);
    this.generator = generator;
    this.sampleRateHz = sampleRateHz;
  }

  /** Nobody is left to take sound; on any thread. */
  public void ended() {
    ended = true;
  }

  @Override
  protected boolean isSounding() {
    return !ended;
  }

  @Override
  protected void process(Quantum quantum) {
    if (ended) {
      return;
    }
    Signal in = input(0);
    if (filled > 0 && chunk != null && chunk.layout().numberOfChannels() != in.channels()) {
      send();
    }
    if (filled == 0) {
      beganUs = quantum.timeUs();
      chunk = pool(in.channels()).acquire().orElse(null);
    }
    if (chunk != null) {
      for (int channel = 0; channel < in.channels(); channel++) {
        MemorySegment plane = chunk.plane(channel);
        MemorySegment.copy(in.channel(channel), 0, plane, JAVA_FLOAT, filled * 4L, Signal.FRAMES);
      }
    }
    filled += Signal.FRAMES;
    if (filled == CHUNK_FRAMES) {
      send();
    }
  }

  private void send() {
    AudioDataBuffer full = chunk;
    if (full != null) {
      AudioData data = full.publish(filled, beganUs);
      var _ = generator.writable().writeAsync(data);
    }
    chunk = null;
    filled = 0;
  }

  private AudioDataPool pool(int channels) {
    AudioDataPool current = pool;
    if (current == null || current.layout().numberOfChannels() != channels) {
      if (current != null) {
        current.close();
      }
      current =
          new AudioDataPool(
              AudioLayout.f32Planar(sampleRateHz, channels), CHUNK_FRAMES, POOL_CHUNKS);
      pool = current;
    }
    return current;
  }

  @Override
  protected void close() {
    ended = true;
    if (chunk != null) {
      chunk.discard();
      chunk = null;
    }
    if (pool != null) {
      pool.close();
    }
    generator.close();
  }
}
