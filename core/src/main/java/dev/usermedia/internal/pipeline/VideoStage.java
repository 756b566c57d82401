package dev.usermedia.internal.pipeline;

import dev.usermedia.frame.VideoFrame;
import dev.usermedia.frame.VideoFrameBuffer;
import dev.usermedia.frame.VideoFramePool;
import dev.usermedia.frame.VideoLayout;
import dev.usermedia.internal.scale.FilterKernel;
import dev.usermedia.internal.scale.FrameScaler;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Decimate, crop and scale, blank: what one branch does to a frame. Used by the capture thread. */
final class VideoStage implements AutoCloseable {
  /** Enough for a recorder's queue and a few live sinks. */
  private static final int POOL_FRAMES = 24;

  private final TrackShape shape;
  private final @Nullable Decimator decimator;
  private @Nullable FrameScaler scaler;
  private @Nullable VideoFramePool pool;
  private @Nullable VideoFrame black;

  VideoStage(TrackShape shape, double sourceRate) {
    this.shape = shape;
    boolean thins = shape.frameRate() > 0 && (sourceRate <= 0 || shape.frameRate() < sourceRate);
    this.decimator = thins ? new Decimator(shape.frameRate()) : null;
  }

  boolean keeps(VideoFrame frame) {
    return decimator == null || decimator.keeps(frame.timestampUs());
  }

  /**
   * The frame itself where nothing is to be done, another to be closed, or none for want of memory.
   */
  @Nullable VideoFrame apply(VideoFrame frame) {
    if (shape.blank()) {
      return blank(frame);
    }
    boolean turned = frame.layout().rotation() % 180 != 0;
    int width = turned ? shape.height() : shape.width();
    int height = turned ? shape.width() : shape.height();
    boolean asIs =
        width == 0
            || (frame.visibleRect().width() == width && frame.visibleRect().height() == height);
    return asIs ? frame : scale(frame, width, height);
  }

  private @Nullable VideoFrame scale(VideoFrame frame, int width, int height) {
    FrameScaler current = scaler;
    if (current == null || !current.takes(frame)) {
      current =
          new FrameScaler(
              frame.layout(),
              width,
              height,
              shape.sharp() ? FilterKernel.CATMULL_ROM : FilterKernel.TRIANGLE);
      scaler = current;
    }
    Optional<VideoFrameBuffer> buffer = poolOf(current.output()).acquire();
    if (buffer.isEmpty()) {
      return null;
    }
    current.scale(frame, buffer.get());
    return buffer.get().publish(frame.timestampUs(), frame.durationUs());
  }

  /** One black picture serves for all; only the times differ. */
  private VideoFrame blank(VideoFrame frame) {
    boolean turned = frame.layout().rotation() % 180 != 0;
    int width = shape.width() == 0 ? frame.displayWidth() : shape.width();
    int height = shape.height() == 0 ? frame.displayHeight() : shape.height();
    VideoLayout layout =
        VideoLayout.packed(frame.format(), turned ? height : width, turned ? width : height);
    VideoFrame current = black;
    if (current == null || !current.layout().equals(layout)) {
      if (current != null) {
        current.close();
      }
      VideoFrameBuffer buffer = poolOf(layout).acquire().orElseThrow();
      BlackPicture.fill(buffer);
      current = buffer.publish(frame.timestampUs(), frame.durationUs());
      black = current;
    }
    return current.withTimestamp(frame.timestampUs(), frame.durationUs());
  }

  private VideoFramePool poolOf(VideoLayout layout) {
    VideoFramePool current = pool;
    if (current == null || !current.layout().equals(layout)) {
      if (current != null) {
        current.close();
      }
      current = new VideoFramePool(layout, POOL_FRAMES);
      pool = current;
    }
    return current;
  }

  @Override
  public void close() {
    if (black != null) {
      black.close();
    }
    if (pool != null) {
      pool.close();
    }
  }
}
