package dev.usermedia.internal.scale;

import dev.usermedia.frame.VideoFrame;
import dev.usermedia.frame.VideoFrameBuffer;
import dev.usermedia.frame.VideoLayout;
import dev.usermedia.frame.VideoPixelFormat;
import dev.usermedia.frame.VideoRect;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;

/**
 * Crops a picture to the shape of another size, equally on both sides, and scales it to that size.
 * The output has the input's format, but that YUY2 becomes I420. Used by one thread.
 *
 * @see <a href="https://www.w3.org/TR/mediacapture-streams/#dom-videoresizemodeenum">Media Capture
 *     and Streams, crop-and-scale</a>
 */
public final class FrameScaler {
  private final VideoLayout input;
  private final VideoLayout output;
  private final PlaneScaler[] planes;

  /** YUY2's samples apart, as the scalers take them. */
  private final byte[][] split;

  /** A scaler from frames of one layout to a coded size. */
  public FrameScaler(VideoLayout input, int width, int height, FilterKernel kernel) {
    this.input = input;
    VideoPixelFormat format =
        input.format() == VideoPixelFormat.YUY2 ? VideoPixelFormat.I420 : input.format();
    VideoLayout packed = VideoLayout.packed(format, width, height);
    int[] strides = new int[format.planeCount()];
    for (int plane = 0; plane < strides.length; plane++) {
      strides[plane] = packed.strideBytes(plane);
    }
    this.output =
        new VideoLayout(
            format,
            width,
            height,
            new VideoRect(0, 0, width, height),
            input.rotation(),
            input.colorSpace(),
            strides);
    this.planes = new PlaneScaler[format.planeCount()];
    VideoRect visible = input.visibleRect();
    double scale = Math.min((double) visible.width() / width, (double) visible.height() / height);
    double cropWidth = width * scale;
    double cropHeight = height * scale;
    double cropX = visible.x() + (visible.width() - cropWidth) / 2;
    double cropY = visible.y() + (visible.height() - cropHeight) / 2;
    for (int plane = 0; plane < planes.length; plane++) {
      int components = bytesOfSample(format, plane);
      double shrinkX = plane == 0 ? 1 : 2;
      double shrinkY = plane == 0 || input.format() == VideoPixelFormat.YUY2 ? 1 : 2;
      planes[plane] =
          new PlaneScaler(
              kernel,
              components,
              plane == 0 ? input.codedWidth() : (input.codedWidth() + 1) / 2,
              shrinkY == 1 ? input.codedHeight() : (input.codedHeight() + 1) / 2,
              cropX / shrinkX,
              cropY / shrinkY,
              cropWidth / shrinkX,
              cropHeight / shrinkY,
              plane == 0 ? width : (width + 1) / 2,
              plane == 0 ? height : (height + 1) / 2);
    }
    boolean yuy2 = input.format() == VideoPixelFormat.YUY2;
    int pairs = (input.codedWidth() + 1) / 2;
    this.split =
        yuy2
            ? new byte[][] {
              new byte[input.codedWidth() * input.codedHeight()],
              new byte[pairs * input.codedHeight()],
              new byte[pairs * input.codedHeight()]
            }
            : new byte[0][];
  }

  /** What {@link #scale} writes. */
  public VideoLayout output() {
    return output;
  }

  /** Whether the scaler was made for frames like this one. */
  public boolean takes(VideoFrame frame) {
    return frame.layout().equals(input);
  }

  /** Reads the frame and writes the buffer, which must be of the {@link #output} layout. */
  public void scale(VideoFrame frame, VideoFrameBuffer to) {
    if (split.length > 0) {
      splitYuy2(frame.plane(0), input.strideBytes(0));
    }
    for (int plane = 0; plane < planes.length; plane++) {
      MemorySegment from =
          split.length > 0 ? MemorySegment.ofArray(split[plane]) : frame.plane(plane);
      int stride =
          split.length == 0
              ? input.strideBytes(plane)
              : plane == 0 ? input.codedWidth() : (input.codedWidth() + 1) / 2;
      planes[plane].scale(from, stride, to.plane(plane), output.strideBytes(plane));
    }
  }

  private static int bytesOfSample(VideoPixelFormat format, int plane) {
    return switch (format) {
      case I420 -> 1;
      case NV12 -> plane == 0 ? 1 : 2;
      case RGBA, RGBX, BGRA, BGRX -> 4;
      case YUY2 -> throw new IllegalArgumentException("YUY2 is scaled as I420");
    };
  }

  private void splitYuy2(MemorySegment packed, int stride) {
    int width = input.codedWidth();
    int pairs = (width + 1) / 2;
    byte[] row = new byte[pairs * 4];
    for (int y = 0; y < input.codedHeight(); y++) {
      MemorySegment.copy(packed, ValueLayout.JAVA_BYTE, (long) y * stride, row, 0, row.length);
      for (int pair = 0; pair < pairs; pair++) {
        int x = y * width + pair * 2;
        split[0][x] = row[pair * 4];
        if (pair * 2 + 1 < width) {
          split[0][x + 1] = row[pair * 4 + 2];
        }
        split[1][y * pairs + pair] = row[pair * 4 + 1];
        split[2][y * pairs + pair] = row[pair * 4 + 3];
      }
    }
  }
}
