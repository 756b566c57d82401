package dev.usermedia;

import dev.usermedia.frame.VideoFrame;
import dev.usermedia.streams.WritableStream;
import java.util.List;

/**
 * A track of pictures that the application makes. What is written is delivered to the track and its
 * clones, cropped, scaled and thinned as their constraints say; without constraints they get the
 * very memory that was written. Closing the stream ends the tracks, with an event; when the last
 * track stops, the stream is closed.
 *
 * <p>Safe for use from any thread. Frames are delivered one after the other, in the order in which
 * they were written, on a thread of the context. The times of the frames are to rise.
 *
 * @see <a href="https://www.w3.org/TR/mediacapture-transform/#video-track-generator">
 *     MediaStreamTrack Insertable Media Processing, VideoTrackGenerator</a>
 */
public final class VideoTrackGenerator implements AutoCloseable {
  private final GeneratedFrames<VideoFrame> frames;
  private final MediaStreamTrack track;

  /**
   * A generator whose tracks belong to a context.
   *
   * @throws DOMException {@code InvalidStateError} if the context is closed
   */
  public VideoTrackGenerator(MediaContext context) {
    this(context, "", false);
  }

  /**
   * A generator whose tracks belong to a context, for what comes from elsewhere.
   *
   * @param label what a person calls the source
   * @param muted whether it begins muted
   * @throws DOMException {@code InvalidStateError} if the context is closed
   */
  public VideoTrackGenerator(MediaContext context, String label, boolean muted) {
    this.frames =
        new GeneratedFrames<>(
            context,
            GeneratedSettings.device(List.of(GeneratedSettings.RUNNING.mode())),
            VideoFrame::clone,
            VideoFrame::close,
            feed -> feed::deliver);
    this.track =
        frames.track(
            context,
            MediaKind.VIDEO,
            label,
            GeneratedSettings.RUNNING,
            new GeneratedSettings(frames.feed()),
            GeneratedSettings.INITIAL,
            muted);
  }

  /** The stream that takes the frames. Always the same. */
  public WritableStream<VideoFrame> writable() {
    return frames;
  }

  /** The track. Always the same; more are made by {@link MediaStreamTrack#clone}. */
  public MediaStreamTrack track() {
    return track;
  }

  /** Whether what is written is dropped and the tracks are muted. */
  public boolean muted() {
    return frames.muted();
  }

  /** Mutes the tracks, or lets them go on; they are told on the event loop. */
  public void muted(boolean nowMuted) {
    frames.muted(nowMuted);
  }

  /** Closes {@link #writable}. */
  @Override
  public void close() {
    frames.close();
  }
}
