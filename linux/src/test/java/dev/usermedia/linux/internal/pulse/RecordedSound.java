package dev.usermedia.linux.internal.pulse;

import static java.lang.foreign.ValueLayout.JAVA_FLOAT;

import dev.usermedia.frame.AudioData;
import dev.usermedia.frame.AudioLayout;
import dev.usermedia.spi.SourceException;
import dev.usermedia.spi.SourceOutput;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** An output that copies what it hears, for the test to take in order. */
final class RecordedSound implements SourceOutput {
  private static final long PATIENCE_SECONDS = 20;

  final BlockingQueue<Boolean> mutes = new LinkedBlockingQueue<>();
  final CompletableFuture<SourceException> end = new CompletableFuture<>();
  private final BlockingQueue<Chunk> chunks = new LinkedBlockingQueue<>();
  private long lost; // on the capture thread

  /**
   * What was delivered.
   *
   * @param samples of each channel
   * @param arrivedUs when, on the system's clock
   */
  record Chunk(
      AudioLayout layout,
      List<float[]> samples,
      long timestampUs,
      long lostBefore,
      long arrivedUs) {
    int frames() {
      return samples.getFirst().length;
    }

    long endUs() {
      return timestampUs + layout.durationUs(frames());
    }
  }

  @Override
  public void audio(AudioData data) {
    List<float[]> samples = new ArrayList<>();
    for (int channel = 0; channel < data.numberOfChannels(); channel++) {
      long bytes = data.layout().planeBytes(data.numberOfFrames());
      samples.add(data.plane(channel).asSlice(0, bytes).toArray(JAVA_FLOAT));
    }
    chunks.add(
        new Chunk(data.layout(), samples, data.timestampUs(), lost, System.nanoTime() / 1_000));
    lost = 0;
  }

  @Override
  public void lost(long count) {
    lost += count;
  }

  @Override
  public void muted(boolean muted) {
    mutes.add(muted);
  }

  @Override
  public void ended(SourceException cause) {
    if (!end.complete(cause)) {
      end.obtrudeException(new AssertionError("ended twice"));
    }
  }

  /** The next chunk. */
  Chunk take() throws InterruptedException {
    Chunk next = chunks.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
    if (next == null) {
      throw new AssertionError("nothing was delivered for " + PATIENCE_SECONDS + " s");
    }
    return next;
  }

  /** Whether nothing is left to take. */
  boolean isEmpty() {
    return chunks.isEmpty();
  }

  /** Chunks of at least so many seconds. */
  List<Chunk> take(double seconds) throws InterruptedException {
    List<Chunk> taken = new ArrayList<>();
    long frames = 0;
    do {
      taken.add(take());
      frames += taken.getLast().frames();
    } while (frames < seconds * taken.getLast().layout().sampleRateHz());
    return taken;
  }

  /** Drops what comes before the channel is as loud as that. */
  Chunk skipUntilLoud(int channel, double level) throws InterruptedException {
    while (true) {
      Chunk chunk = take();
      for (float sample : chunk.samples().get(channel)) {
        if (Math.abs(sample) >= level) {
          return chunk;
        }
      }
    }
  }

  SourceException awaitEnd() throws Exception {
    return end.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
  }

  Boolean awaitMute() throws InterruptedException {
    return mutes.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
  }

  /** A channel of consecutive chunks. */
  static float[] channel(List<Chunk> chunks, int channel) {
    float[] all = new float[chunks.stream().mapToInt(Chunk::frames).sum()];
    int at = 0;
    for (Chunk chunk : chunks) {
      System.arraycopy(chunk.samples().get(channel), 0, all, at, chunk.frames());
      at += chunk.frames();
    }
    return all;
  }
}
