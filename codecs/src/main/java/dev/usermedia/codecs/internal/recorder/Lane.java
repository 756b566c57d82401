package dev.usermedia.codecs.internal.recorder;

import dev.usermedia.codecs.RecorderStats;
import dev.usermedia.codecs.internal.ffmpeg.FFmpegException;
import java.io.IOException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * One track of a recording: capture threads leave frames, the lane's own thread encodes them.
 *
 * <p>Frames are placed by their timestamps alone. Where none come, because the track is muted, its
 * device hangs or it has ended, the lane fills in up to a little before the present, so that the
 * file keeps going.
 */
abstract sealed class Lane<T> permits VideoLane, AudioLane {
  /** What the clock may be ahead of the newest frame without anything being wrong. */
  static final long LATE_US = 500_000;

  /** A device that is later than this is not waited for. */
  private static final long MAX_LATENCY_US = 2_000_000;

  private final AtomicLong dropped = new AtomicLong();
  private final AtomicBoolean announced = new AtomicBoolean();
  private final LaneQueue<T> queue;
  private volatile long arrivedUs;
  private volatile long latencyUs;

  final Recording recording;
  final int number;
  final TrackState track;

  /**
   * A lane for the muxer's track of that number.
   *
   * @param capacity how many frames may wait
   * @param worthWaking how many of them wake the lane's thread, which also looks at each signal
   */
  Lane(Recording recording, int number, TrackState track, int capacity, int worthWaking) {
    this.recording = recording;
    this.number = number;
    this.track = track;
    queue = new LaneQueue<>(capacity, worthWaking);
  }

  // --- what capture threads do ---

  /**
   * Leaves a frame, which the lane closes; or closes it now and counts it, if there is no room.
   *
   * @return whether the lane still records
   */
  final boolean leave(T kept) {
    long timestampUs = timestampUs(kept);
    arrivedUs = recording.nowUs();
    latencyUs = Math.clamp(arrivedUs - endUs(kept), latencyUs, MAX_LATENCY_US);
    LaneQueue.Offer offer = queue.offer(kept);
    if (offer != LaneQueue.Offer.TAKEN) {
      discard(kept);
    }
    if (offer == LaneQueue.Offer.FULL) {
      dropped.incrementAndGet();
    }
    if (!announced.getAndSet(true)) {
      // the lane opens for the frame that it now finds
      recording.epoch().announce(timestampUs, this instanceof VideoLane);
    }
    return offer != LaneQueue.Offer.CLOSED;
  }

  // --- what the lane's thread does ---

  final void run() {
    try {
      recording.epoch().await();
      if (!recording.isGivenUp()) {
        open(queue.peek());
        encodeAll();
      }
      if (!recording.isGivenUp()) {
        finish();
      }
    } catch (InterruptedException e) {
      recording.fail(e); // unless another lane failed before, and this one was told
    } catch (Throwable e) {
      recording.fail(e);
    } finally {
      close();
    }
  }

  private void encodeAll() throws FFmpegException, IOException, InterruptedException {
    while (!recording.isGivenUp()) {
      T item = queue.take();
      long stopUs = recording.stopUs();
      if (item == null) {
        long nowUs = recording.nowUs();
        boolean over = isOver(nowUs, stopUs);
        if (queue.peek() != null) {
          continue; // it came while this thread was held up: before the end, and before a gap
        }
        if (over) {
          return;
        }
        fill(Math.min(nowUs - latencyUs - LATE_US, stopUs));
      } else if (timestampUs(item) >= stopUs) {
        discard(item);
        return;
      } else {
        boolean last = endUs(item) >= stopUs;
        encode(item);
        if (last) {
          return;
        }
      }
    }
  }

  /** Whether nothing more is to be expected, now that the queue is empty. */
  private boolean isOver(long nowUs, long stopUs) {
    if (recording.allEnded()) {
      return true;
    }
    boolean hangs = track.hasEnded() || nowUs - arrivedUs > latencyUs + LATE_US;
    return nowUs >= stopUs && (hangs || nowUs >= stopUs + latencyUs + LATE_US);
  }

  private void close() {
    queue.close();
    for (T item = queue.poll(); item != null; item = queue.poll()) {
      discard(item);
    }
    try {
      free();
    } finally {
      recording.laneDone();
    }
  }

  /** Something happened that a lane without frames is to look at. */
  final void signal() {
    queue.signal();
  }

  /**
   * Time has passed. A lane that frames come to, and that has none left, is not woken to look: it
   * is again when they stay away.
   */
  final void tick(long nowUs) {
    if (nowUs - arrivedUs >= Recording.TICK_US || !queue.isEmpty()) {
      queue.signal();
    }
  }

  final boolean hasEnded() {
    return track.hasEnded();
  }

  /** Frames that found no room. */
  final long dropped() {
    return dropped.get();
  }

  /** Capture time of the frame's beginning. */
  abstract long timestampUs(T item);

  /** Capture time up to which the frame is known to reach. */
  abstract long endUs(T item);

  /** Closes the frame. */
  abstract void discard(T item);

  /** Opens the encoder, for frames like the first, if there is one yet. */
  abstract void open(@Nullable T first) throws FFmpegException, IOException, InterruptedException;

  /** Encodes the frame and closes it. */
  abstract void encode(T item) throws FFmpegException, IOException;

  /** No frames have come for a while; some are to be made up so that the track reaches so far. */
  abstract void fill(long untilUs) throws FFmpegException, IOException;

  /** Encodes what is still held back, up to where the recording stops. */
  abstract void finish() throws FFmpegException, IOException;

  /** Frees what was opened. */
  abstract void free();

  /** The track's figures; may be asked by any thread. */
  abstract RecorderStats.Track stats();

  /** How far the track reaches, in microseconds of the file. */
  abstract long reachedUs();
}
