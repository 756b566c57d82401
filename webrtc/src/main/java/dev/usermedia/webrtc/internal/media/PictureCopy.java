package dev.usermedia.webrtc.internal.media;

import dev.onvoid.webrtc.media.FourCC;
import dev.onvoid.webrtc.media.video.NativeI420Buffer;
import dev.onvoid.webrtc.media.video.VideoBufferConverter;
import dev.usermedia.DOMException;
import dev.usermedia.frame.VideoFrame;
import dev.usermedia.frame.VideoFrameBuffer;
import dev.usermedia.frame.VideoLayout;
import dev.usermedia.frame.VideoPixelFormat;
import dev.usermedia.frame.VideoRect;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.ByteBuffer;

/**
 * Copies pictures into memory of libwebrtc and out of it: its own buffers are the only ones that it
 * takes, and none of them is read once it is let go.
 */
final class PictureCopy {
  private PictureCopy() {}

  /** The visible part of a frame, in a buffer that the caller is to release. */
  static NativeI420Buffer toNative(VideoFrame frame) {
    VideoRect visible = frame.visibleRect();
    NativeI420Buffer buffer = NativeI420Buffer.allocate(visible.width(), visible.height());
    try {
      if (frame.format() == VideoPixelFormat.I420) {
        for (int plane = 0; plane < 3; plane++) {
          copyPlane(frame, plane, visible, buffer);
        }
      } else {
        convert(frame, buffer);
      }
      return buffer;
    } catch (RuntimeException | Error failure) {
      buffer.release();
      throw failure;
    }
  }

  private static void copyPlane(
      VideoFrame frame, int plane, VideoRect visible, NativeI420Buffer buffer) {
    VideoPixelFormat format = VideoPixelFormat.I420;
    int shrink = plane == 0 ? 1 : 2;
    copyRows(
        frame.plane(plane),
        (long) (visible.y() / shrink) * frame.layout().strideBytes(plane) + visible.x() / shrink,
        frame.layout().strideBytes(plane),
        MemorySegment.ofBuffer(data(buffer, plane)),
        stride(buffer, plane),
        format.rowBytes(plane, visible.width()),
        format.rows(plane, visible.height()));
  }

  private static void copyRows(
      MemorySegment from,
      long fromOffset,
      int fromStride,
      MemorySegment to,
      int toStride,
      int rowBytes,
      int rows) {
    for (int row = 0; row < rows; row++) {
      MemorySegment.copy(
          from, fromOffset + (long) row * fromStride, to, (long) row * toStride, rowBytes);
    }
  }

  private static void convert(VideoFrame frame, NativeI420Buffer buffer) {
    // libyuv names words as they stand in a register, we bytes as they lie in memory
    FourCC code =
        switch (frame.format()) {
          case I420 -> FourCC.I420;
          case NV12 -> FourCC.NV12;
          case YUY2 -> FourCC.YUY2;
          case RGBA, RGBX -> FourCC.ABGR;
          case BGRA, BGRX -> FourCC.ARGB;
        };
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment packed = arena.allocate(frame.allocationSize());
      frame.copyTo(packed);
      VideoBufferConverter.convertToI420(packed.asByteBuffer(), buffer, code);
    } catch (RuntimeException failure) {
      throw failure;
    } catch (Exception failure) {
      throw new DOMException(
          frame + " cannot be converted: " + failure.getMessage(), "OperationError", failure);
    }
  }

  /** The same picture in another size, in a buffer of its own if the size differs. */
  static NativeI420Buffer scaled(NativeI420Buffer buffer, int width, int height) {
    if (width == buffer.getWidth() && height == buffer.getHeight()) {
      buffer.retain();
      return buffer;
    }
    return (NativeI420Buffer)
        buffer.cropAndScale(0, 0, buffer.getWidth(), buffer.getHeight(), width, height);
  }

  /** The layout of what libwebrtc delivers, which says nothing of colours. */
  static VideoLayout layout(NativeI420Buffer buffer, int rotation) {
    VideoLayout packed =
        VideoLayout.packed(VideoPixelFormat.I420, buffer.getWidth(), buffer.getHeight());
    return new VideoLayout(
        packed.format(),
        packed.codedWidth(),
        packed.codedHeight(),
        packed.visibleRect(),
        rotation,
        packed.colorSpace(),
        packed.strideBytes(0),
        packed.strideBytes(1),
        packed.strideBytes(2));
  }

  /** Copies what libwebrtc delivers. */
  static void fromNative(NativeI420Buffer buffer, VideoFrameBuffer to) {
    VideoLayout layout = to.layout();
    for (int plane = 0; plane < 3; plane++) {
      copyRows(
          MemorySegment.ofBuffer(data(buffer, plane)),
          0,
          stride(buffer, plane),
          to.plane(plane),
          layout.strideBytes(plane),
          VideoPixelFormat.I420.rowBytes(plane, layout.codedWidth()),
          VideoPixelFormat.I420.rows(plane, layout.codedHeight()));
    }
  }

  private static ByteBuffer data(NativeI420Buffer buffer, int plane) {
    return switch (plane) {
      case 0 -> buffer.getDataY();
      case 1 -> buffer.getDataU();
      default -> buffer.getDataV();
    };
  }

  private static int stride(NativeI420Buffer buffer, int plane) {
    return switch (plane) {
      case 0 -> buffer.getStrideY();
      case 1 -> buffer.getStrideU();
      default -> buffer.getStrideV();
    };
  }
}
