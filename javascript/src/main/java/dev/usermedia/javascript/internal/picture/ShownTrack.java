package dev.usermedia.javascript.internal.picture;

import dev.usermedia.DOMException;
import dev.usermedia.Delivery;
import dev.usermedia.MediaStreamTrack;
import dev.usermedia.Registration;
import dev.usermedia.frame.VideoFrame;
import dev.usermedia.frame.VideoFrameBuffer;
import dev.usermedia.frame.VideoFramePool;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a video element shows of a track: the newest picture, held by reference. While it
 * {@linkplain #hold holds still} the picture is a copy of its own, so that the device has its
 * memory back.
 *
 * <p>Frames come on the capture thread; all else is called on the script's thread.
 */
public final class ShownTrack implements AutoCloseable {
  private final MediaStreamTrack track;
  private final Runnable changed;

  /** Guards what follows; a leaf. */
  private final Object lock = new Object();

  private @Nullable VideoFrame newest;
  private long shownFrames;
  private boolean wanted = true;
  private boolean closed;

  /** Of the script's thread. */
  private @Nullable Registration sink;

  /**
   * Shows nothing before {@link #follow}.
   *
   * @param changed called on the capture thread when a picture came that was {@linkplain #want
   *     wanted}, or of another size than the one before
   */
  public ShownTrack(MediaStreamTrack track, Runnable changed) {
    this.track = track;
    this.changed = changed;
  }

  /** Shows each picture from now on; of a track that has ended, none. */
  public void follow() {
    if (sink == null) {
      try {
        sink = track.addVideoSink(Delivery.direct(), this::frame);
      } catch (DOMException _) {
        // it has ended; whoever shows it is told by the track
      }
    }
  }

  /** Shows the present picture from now on. */
  public void hold() {
    if (sink == null) {
      return;
    }
    sink.close();
    sink = null;
    try (VideoFrame borrowed = take().orElse(null)) {
      if (borrowed != null) {
        show(copy(borrowed), false);
      }
    }
  }

  /** The next picture is to be announced. */
  public void want() {
    synchronized (lock) {
      wanted = true;
    }
  }

  /** The picture shown now, for the caller to close; empty before the first. */
  public Optional<VideoFrame> take() {
    synchronized (lock) {
      return Optional.ofNullable(newest).map(VideoFrame::clone);
    }
  }

  /** How many pictures were shown. */
  public long shownFrames() {
    synchronized (lock) {
      return shownFrames;
    }
  }

  @Override
  public void close() {
    if (sink != null) {
      sink.close();
      sink = null;
    }
    VideoFrame last;
    synchronized (lock) {
      closed = true;
      last = newest;
      newest = null;
    }
    if (last != null) {
      last.close();
    }
  }

  private void frame(VideoFrame frame) {
    if (show(frame.clone(), true)) {
      changed.run();
    }
  }

  /** Takes the handle; whether the picture is to be announced. */
  private boolean show(VideoFrame frame, boolean isNew) {
    VideoFrame old;
    boolean announced = false;
    synchronized (lock) {
      if (closed) {
        old = frame;
      } else {
        old = newest;
        newest = frame;
        if (isNew) {
          shownFrames++;
          announced = wanted || old == null || !sameSize(old, frame);
          wanted = false;
        }
      }
    }
    if (old != null) {
      old.close();
    }
    return announced;
  }

  private static boolean sameSize(VideoFrame a, VideoFrame b) {
    return a.displayWidth() == b.displayWidth() && a.displayHeight() == b.displayHeight();
  }

  private static VideoFrame copy(VideoFrame frame) {
    try (VideoFramePool own = new VideoFramePool(frame.layout(), 1)) { // freed with the frame
      VideoFrameBuffer buffer = own.acquire().orElseThrow();
      for (int plane = 0; plane < frame.format().planeCount(); plane++) {
        buffer
            .plane(plane)
            .copyFrom(frame.plane(plane).asSlice(0, frame.layout().planeBytes(plane)));
      }
      try (VideoFrame published = buffer.publish(frame.timestampUs(), frame.durationUs())) {
        return published.clone();
      }
    }
  }
}
