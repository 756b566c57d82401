package dev.usermedia.javascript.internal.bridge;

import dev.usermedia.frame.VideoFrame;
import dev.usermedia.javascript.internal.picture.FrameReader;
import dev.usermedia.javascript.internal.picture.Raster;
import dev.usermedia.javascript.internal.picture.ShownTrack;
import java.util.List;
import java.util.Optional;
import org.graalvm.polyglot.HostAccess.Export;
import org.graalvm.polyglot.Value;

/** What a video element shows of a track. */
public final class VideoHost implements PictureSource, Held {
  private final ShownTrack shown;
  private final Trees trees;
  private final Held.All held;

  /** What was drawn last; the memory is used again for the next. */
  private Optional<Raster> drawn = Optional.empty();

  VideoHost(ShownTrack shown, Trees trees, Held.All held) {
    this.shown = shown;
    this.trees = trees;
    this.held = held;
  }

  @Override
  public Optional<Raster> picture() {
    try (VideoFrame frame = shown.take().orElse(null)) {
      drawn = Optional.ofNullable(frame).map(it -> FrameReader.raster(it, drawn));
      return drawn;
    }
  }

  @Override
  public Optional<VideoFrame> take() {
    return shown.take();
  }

  /** Follows the track. */
  @Export
  public void follow() {
    shown.follow();
  }

  /** Keeps the picture that is shown now. */
  @Export
  public void hold() {
    shown.hold();
  }

  /** Announce the next picture. */
  @Export
  public void want() {
    shown.want();
  }

  /**
   * Width and height of the picture and its capture time in microseconds; zeros before the first.
   */
  @Export
  public Value size() {
    try (VideoFrame frame = shown.take().orElse(null)) {
      return trees.array(
          frame == null
              ? List.of(0, 0, 0)
              : List.of(frame.displayWidth(), frame.displayHeight(), frame.timestampUs()));
    }
  }

  @Export
  public double shownFrames() {
    return shown.shownFrames();
  }

  @Export
  @Override
  public void close() {
    shown.close();
    held.remove(this);
  }
}
