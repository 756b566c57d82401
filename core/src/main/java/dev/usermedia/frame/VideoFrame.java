package dev.usermedia.frame;

import dev.usermedia.TypeError;
import java.lang.foreign.MemorySegment;

/**
 * One picture: a handle on off-heap memory that is shared, reference-counted and immutable.
 *
 * <p>A consumer that a frame is passed to may read it until its callback returns; to keep it longer
 * it takes a {@link #clone} and closes that. Reading a closed handle throws {@code
 * InvalidStateError}. A segment that was taken from a frame must not be read after the frame is
 * closed: its memory then carries another picture. Handles may be used from any thread.
 *
 * @see <a href="https://www.w3.org/TR/webcodecs/#videoframe-interface">WebCodecs, VideoFrame</a>
 */
public final class VideoFrame extends Frame {
  private final VideoFrameBuffer buffer;
  private final VideoLayout layout;
  private final long durationUs;

  VideoFrame(VideoFrameBuffer buffer, long timestampUs, long durationUs, boolean kept) {
    super(buffer, timestampUs, kept);
    this.buffer = buffer;
    this.layout = buffer.layout();
    this.durationUs = durationUs;
  }

  /** Another handle on the same memory, to be closed by whoever took it. Copies nothing. */
  @Override
  @SuppressWarnings({"MissingSuperCall", "CloneDeclaresCloneNotSupported"}) // the Web's clone()
  public VideoFrame clone() {
    return withTimestamp(timestampUs(), durationUs);
  }

  /** Another handle on the same memory with another time; to be closed like a clone. */
  public VideoFrame withTimestamp(long newTimestampUs, long newDurationUs) {
    retain();
    return new VideoFrame(buffer, newTimestampUs, newDurationUs, true);
  }

  /** How long the picture is to be shown, in microseconds; 0 if not known. */
  public long durationUs() {
    return durationUs;
  }

  /** Sizes, strides and colours; the same object for all frames of a stream that share them. */
  public VideoLayout layout() {
    return layout;
  }

  public VideoPixelFormat format() {
    return layout.format();
  }

  /** Width of the memory, in pixels. */
  public int codedWidth() {
    return layout.codedWidth();
  }

  /** Height of the memory, in pixels. */
  public int codedHeight() {
    return layout.codedHeight();
  }

  /** The part of the memory that is to be seen. */
  public VideoRect visibleRect() {
    return layout.visibleRect();
  }

  /** Width to show the picture with, after rotation. */
  public int displayWidth() {
    VideoRect r = layout.visibleRect();
    return layout.rotation() % 180 == 0 ? r.width() : r.height();
  }

  /** Height to show the picture with, after rotation. */
  public int displayHeight() {
    VideoRect r = layout.visibleRect();
    return layout.rotation() % 180 == 0 ? r.height() : r.width();
  }

  public VideoColorSpace colorSpace() {
    return layout.colorSpace();
  }

  /**
   * The plane's memory, read-only, with {@link VideoLayout#strideBytes} from row to row. Valid
   * until this handle is closed.
   */
  public MemorySegment plane(int plane) {
    checkOpen();
    return buffer.readOnlyPlane(plane);
  }

  /**
   * Bytes that {@link #copyTo} writes.
   *
   * @throws TypeError as that does
   */
  public long allocationSize() {
    VideoRect r = alignedRect();
    return format().sizeBytes(r.width(), r.height());
  }

  /**
   * Copies the visible part, plane after plane, rows without padding.
   *
   * @return the bytes written
   * @throws TypeError if the visible part begins inside a chroma sample, which a copy cannot split;
   *     its size may be odd
   */
  public long copyTo(MemorySegment destination) {
    checkOpen();
    VideoRect r = alignedRect();
    long offset = 0;
    for (int plane = 0; plane < format().planeCount(); plane++) {
      int rowBytes = format().rowBytes(plane, r.width());
      int rows = format().rows(plane, r.height());
      int stride = layout.strideBytes(plane);
      long start = (long) format().rows(plane, r.y()) * stride + format().rowBytes(plane, r.x());
      MemorySegment source = plane(plane);
      for (int row = 0; row < rows; row++) {
        MemorySegment.copy(source, start + (long) row * stride, destination, offset, rowBytes);
        offset += rowBytes;
      }
    }
    return offset;
  }

  /** WebCodecs, Verify Rect Offset Alignment. */
  private VideoRect alignedRect() {
    VideoRect r = visibleRect();
    if (r.x() % format().sampleWidth() != 0 || r.y() % format().sampleHeight() != 0) {
      throw new TypeError(
          "the visible part begins at %d,%d, inside a chroma sample of %s, which covers %dx%d pixels"
              .formatted(r.x(), r.y(), format(), format().sampleWidth(), format().sampleHeight()));
    }
    return r;
  }

  @Override
  public String toString() {
    return "VideoFrame[" + layout + " at " + timestampUs() + " us]";
  }
}
