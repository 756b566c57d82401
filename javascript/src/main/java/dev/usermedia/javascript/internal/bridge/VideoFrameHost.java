package dev.usermedia.javascript.internal.bridge;

import dev.usermedia.frame.VideoFrame;
import dev.usermedia.frame.VideoPixelFormat;
import dev.usermedia.frame.VideoRect;
import dev.usermedia.javascript.internal.picture.FrameReader;
import dev.usermedia.javascript.internal.picture.Raster;
import java.lang.foreign.MemorySegment;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.graalvm.polyglot.HostAccess.Export;
import org.graalvm.polyglot.Value;

/** A frame as a script may use it. Its methods are not called after {@link #close}. */
public final class VideoFrameHost implements PictureSource, Held {
  private final VideoFrame frame;
  private final ElementHost elements;

  /** Takes the handle over. */
  VideoFrameHost(VideoFrame frame, ElementHost elements) {
    this.frame = frame;
    this.elements = elements;
  }

  @Override
  public Optional<VideoFrame> take() {
    return Optional.of(frame.clone());
  }

  @Override
  public Optional<Raster> picture() {
    return Optional.of(FrameReader.raster(frame, Optional.empty()));
  }

  /** A pixel format of WebCodecs, or empty: cameras have one that is not of them. */
  @Export
  public String format() {
    return frame.format() == VideoPixelFormat.YUY2 ? "" : frame.format().name();
  }

  /** What does not change while the frame is open. Times are in microseconds. */
  @Export
  public Value facts() {
    VideoRect visible = frame.visibleRect();
    return elements
        .trees()
        .object(
            Map.ofEntries(
                Map.entry("codedWidth", frame.codedWidth()),
                Map.entry("codedHeight", frame.codedHeight()),
                Map.entry(
                    "visible",
                    List.of(visible.x(), visible.y(), visible.width(), visible.height())),
                Map.entry("rotation", frame.layout().rotation()),
                Map.entry("displayWidth", frame.displayWidth()),
                Map.entry("displayHeight", frame.displayHeight()),
                Map.entry("timestamp", frame.timestampUs()),
                Map.entry("duration", frame.durationUs()),
                Map.entry("primaries", frame.colorSpace().primaries()),
                Map.entry("transfer", frame.colorSpace().transfer()),
                Map.entry("matrix", frame.colorSpace().matrix()),
                Map.entry("fullRange", frame.colorSpace().fullRange())));
  }

  /** Bytes that {@link #bytes} returns. */
  @Export
  public double allocationSize(boolean rgba) {
    VideoRect visible = frame.visibleRect();
    return rgba ? visible.width() * visible.height() * 4.0 : frame.allocationSize();
  }

  /** The visible part, plane after plane without padding, as it is or in RGBA. */
  @Export
  public ByteBuffer bytes(boolean rgba) {
    if (rgba) {
      return FrameReader.raster(frame, Optional.empty()).pixels().asByteBuffer();
    }
    ByteBuffer bytes = ByteBuffer.allocateDirect(Math.toIntExact(frame.allocationSize()));
    long _ = frame.copyTo(MemorySegment.ofBuffer(bytes));
    return bytes;
  }

  /** Another handle, to be attached to a {@link Parcel}. */
  @Export
  public VideoFrame handle() {
    return frame.clone();
  }

  /** Another handle on the same memory. */
  @Export
  public VideoFrameHost copy() {
    return elements.hold(frame.clone());
  }

  @Export
  @Override
  public void close() {
    frame.close();
  }
}
