package dev.usermedia.webaudio.internal.dsp;

import dev.usermedia.frame.AudioData;
import org.jspecify.annotations.Nullable;

/**
 * Carries the sound of a track to the pace of another clock: at its own rate, a little late. The
 * times of capture say which sample belongs to which time. While the two clocks agree, samples pass
 * as they are (or resampled by the ratio of the rates); as they drift apart, the ratio follows, by
 * less than can be heard; after a gap the reader jumps.
 *
 * <p>{@link #write} is called by one thread and {@link #read} by another. Neither waits, and
 * neither allocates unless the sound's layout changes.
 */
public final class TrackReader {
  private static final double SECONDS_HELD = 2;

  /** Chunks that may be late, and what the clocks of threads may be late besides. */
  private static final int CHUNKS_LATE = 2;

  private static final double MARGIN_SECONDS = 0.01;
  private static final double MOST_DELAY_SECONDS = 0.5;

  /** Less than this is not drift but the times' own inexactness. */
  private static final double TOLERANCE_SECONDS = 0.0005;

  /** More than this is not drift but a gap. */
  private static final double GAP_SECONDS = 0.06;

  /** Who brings nothing for so long is not late but has stopped for a while. */
  private static final double STALL_SECONDS = 0.25;

  /** How much faster or slower sound may be: 5 per mille, a twelfth of a semitone. */
  private static final double MOST_DRIFT = 0.005;

  /** Which part of what is amiss is made good in a second. */
  private static final double CORRECTION_PER_SECOND = 0.5;

  private final float outputRateHz;
  private volatile @Nullable SampleRing ring;
  private volatile double longestChunkSeconds;

  /** Of the reading thread. */
  private @Nullable SampleRing reading;

  private @Nullable SincTable filter;
  private double position;
  private double step;
  private boolean started;

  /** How much later than usual chunks were found to come. */
  private double lateSeconds;

  /** How much was missing since sound last came, and how much had come by then. */
  private double missingSeconds;

  private long writtenThen;

  /** A reader at the pace of a rate. */
  public TrackReader(float outputRateHz) {
    this.outputRateHz = outputRateHz;
  }

  /** Takes a chunk of the track, planar floats. */
  public void write(AudioData data) {
    SampleRing current = ring;
    if (current == null
        || current.sampleRateHz != data.sampleRateHz()
        || current.channels != data.numberOfChannels()) {
      int length = (int) (SECONDS_HELD * data.sampleRateHz());
      current = new SampleRing(data.sampleRateHz(), data.numberOfChannels(), length);
    }
    double seconds = (double) data.numberOfFrames() / data.sampleRateHz();
    if (seconds > longestChunkSeconds) {
      longestChunkSeconds = Math.min(seconds, MOST_DELAY_SECONDS);
    }
    current.write(data);
    ring = current;
  }

  /** How much later than captured sound is read, in seconds; by the reading thread. */
  private double delaySeconds() {
    return CHUNKS_LATE * longestChunkSeconds + MARGIN_SECONDS + lateSeconds;
  }

  /** Begins to read the samples of a quantum; how many channels they have, 0 if there are none. */
  public int begin(long timeUs, int count) {
    SampleRing from = ring;
    if (from == null) {
      return 0;
    }
    if (from != reading) {
      reading = from;
      filter = new SincTable(from.sampleRateHz / (double) outputRateHz);
      started = false;
    }
    long end = from.written(); // first: what belongs to it is visible from now on
    if (missingSeconds > 0 && end > writtenThen) {
      cameLate();
    }
    double wanted = from.indexAt(timeUs * 1_000 - (long) (delaySeconds() * 1e9));
    double amiss = (wanted - position) / from.sampleRateHz;
    if (!started || Math.abs(amiss) > GAP_SECONDS) {
      position = Math.rint(wanted);
      amiss = 0;
    }
    double correction =
        Math.abs(amiss) <= TOLERANCE_SECONDS
            ? 0
            : Math.clamp(amiss * CORRECTION_PER_SECOND, -MOST_DRIFT, MOST_DRIFT);
    step = from.sampleRateHz / (double) outputRateHz * (1 + correction);
    int half = filter == null ? 0 : filter.half();
    double last = position + step * (count - 1) + half;
    // what is older may be overwritten while it is read
    boolean isHeld = position - half >= Math.max(0, end - from.length / 2);
    started = isHeld && last < end;
    if (isHeld && !started) {
      missingSeconds = Math.max(missingSeconds, (last - end) / from.sampleRateHz);
      writtenThen = end;
    }
    return started ? from.channels : 0;
  }

  /**
   * Sound has come for which silence was read: what comes later is awaited as long as that took.
   */
  private void cameLate() {
    if (missingSeconds < STALL_SECONDS) {
      lateSeconds = Math.min(lateSeconds + missingSeconds + MARGIN_SECONDS / 2, MOST_DELAY_SECONDS);
    }
    missingSeconds = 0;
  }

  /** Reads a channel of the quantum that was begun. */
  public void read(int channel, float[] to, int count) {
    SampleRing from = reading;
    SincTable table = filter;
    if (from == null || table == null) {
      throw new IllegalStateException("not begun");
    }
    float[] samples = from.samples(channel);
    double place = position;
    for (int i = 0; i < count; i++) {
      to[i] = table.at(samples, place);
      place += step;
    }
  }

  /** Goes on to the next quantum. */
  public void end(int count) {
    position += step * count;
  }
}
