package dev.usermedia.testkit.lab;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.concurrent.TimeUnit;

/** A program that plays into a {@link PulseSession.Microphone}. Closing ends it at once. */
public final class Playback implements AutoCloseable {
  private static final int FEED_FRAMES = 480;
  private static final long END_SECONDS = 5;

  private final Process process;
  private final int numberOfChannels;

  /** A sound without end, as a function of time. */
  @FunctionalInterface
  public interface Signal {
    /** The sample, in −1…1, of a channel at a frame counted from the start of the playback. */
    double at(long frame, int channel);

    /** The same sine on each channel, starting at phase 0. */
    static Signal tone(double frequencyHz, double amplitude, int sampleRateHz) {
      return (frame, channel) ->
          amplitude * Math.sin(2 * Math.PI * frequencyHz * frame / sampleRateHz);
    }
  }

  Playback(Process process, int numberOfChannels) {
    this.process = process;
    this.numberOfChannels = numberOfChannels;
  }

  /**
   * Plays samples after those written before, or at once if there are none left; blocks while much
   * is left.
   *
   * @param interleaved samples in −1…1
   */
  public void write(float... interleaved) throws IOException {
    OutputStream line = process.getOutputStream();
    line.write(bytes(interleaved));
    line.flush();
  }

  /** Plays out what was written and returns. */
  public void finish() throws IOException, InterruptedException {
    process.getOutputStream().close();
    int code = process.waitFor();
    if (code != 0) {
      throw new IOException("the player ended with " + code);
    }
  }

  @Override
  public void close() {
    process.destroyForcibly();
    try {
      process.waitFor(END_SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Writes the signal until the program is gone. */
  void feed(Signal signal) {
    Thread.ofVirtual().name("playback").start(() -> writeWhileOpen(signal));
  }

  private void writeWhileOpen(Signal signal) {
    float[] chunk = new float[FEED_FRAMES * numberOfChannels];
    try {
      for (long first = 0; ; first += FEED_FRAMES) {
        for (int i = 0; i < chunk.length; i++) {
          chunk[i] = (float) signal.at(first + i / numberOfChannels, i % numberOfChannels);
        }
        write(chunk);
      }
    } catch (IOException e) {
      // The pipe breaks when the player is closed or its server is killed: the end of every feed.
      process.destroy();
    }
  }

  private static byte[] bytes(float[] samples) {
    ByteBuffer bytes =
        ByteBuffer.allocate(samples.length * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
    bytes.asFloatBuffer().put(samples);
    return bytes.array();
  }
}
