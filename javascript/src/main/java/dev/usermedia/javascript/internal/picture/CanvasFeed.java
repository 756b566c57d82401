package dev.usermedia.javascript.internal.picture;

import dev.usermedia.MediaContext;
import dev.usermedia.MediaStreamTrack;
import dev.usermedia.VideoTrackGenerator;
import dev.usermedia.frame.VideoFrame;
import dev.usermedia.frame.VideoFrameBuffer;
import dev.usermedia.frame.VideoFramePool;
import dev.usermedia.frame.VideoLayout;
import dev.usermedia.frame.VideoPixelFormat;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A track whose pictures are those of a canvas. Used on the script's thread only. */
public final class CanvasFeed implements AutoCloseable {
  /** Pictures that may be under way; with none free, a picture is left out. */
  private static final int FRAMES = 8;

  private final MediaContext context;
  private final VideoTrackGenerator generator;
  private @Nullable VideoFramePool pool;
  private long lastUs = Long.MIN_VALUE;
  private volatile boolean ended;

  /** A track without pictures. */
  public CanvasFeed(MediaContext context) {
    this.context = context;
    this.generator = new VideoTrackGenerator(context);
  }

  public MediaStreamTrack track() {
    return generator.track();
  }

  /** Delivers a picture as it is now; false once no track is left to deliver it to. */
  public boolean push(Raster picture) {
    if (ended || picture.width() == 0 || picture.height() == 0) {
      return !ended;
    }
    Optional<VideoFrameBuffer> free = pool(picture.width(), picture.height()).acquire();
    if (free.isPresent()) {
      free.get().plane(0).copyFrom(picture.pixels());
      lastUs = Math.max(context.clock().nowUs(), lastUs + 1);
      try (VideoFrame frame = free.get().publish(lastUs, 0)) {
        var _ =
            generator
                .writable()
                .writeAsync(frame.clone())
                .whenComplete((done, failure) -> ended |= failure != null);
      }
    }
    return true;
  }

  private VideoFramePool pool(int width, int height) {
    VideoFramePool current = pool;
    if (current == null
        || current.layout().codedWidth() != width
        || current.layout().codedHeight() != height) {
      if (current != null) {
        current.close();
      }
      current =
          new VideoFramePool(VideoLayout.packed(VideoPixelFormat.RGBA, width, height), FRAMES);
      pool = current;
    }
    return current;
  }

  @Override
  public void close() {
    generator.close();
    if (pool != null) {
      pool.close();
      pool = null;
    }
  }
}
