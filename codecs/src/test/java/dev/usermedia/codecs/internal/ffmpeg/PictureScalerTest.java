package dev.usermedia.codecs.internal.ffmpeg;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.usermedia.frame.VideoColorSpace;
import java.lang.foreign.MemorySegment;
import org.bytedeco.ffmpeg.global.avutil;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PictureScalerTest {
  @BeforeAll
  static void load() throws FFmpegException {
    FFmpeg.load();
  }

  /** Reference values computed from the recommendations' matrices. */
  @ParameterizedTest
  @CsvSource({
    // red, green, blue, matrix, full range, Y, Cb, Cr
    "255, 255, 255, smpte170m, false, 235, 128, 128",
    "0, 0, 0, smpte170m, false, 16, 128, 128",
    "255, 0, 0, smpte170m, false, 81, 90, 240",
    "0, 255, 0, smpte170m, false, 145, 54, 34",
    "0, 0, 255, smpte170m, false, 41, 240, 110",
    "255, 0, 0, bt709, false, 63, 102, 240",
    "0, 255, 0, bt709, false, 173, 42, 26",
    "255, 255, 255, smpte170m, true, 255, 128, 128",
    "255, 0, 0, smpte170m, true, 76, 85, 255",
    "0, 0, 255, smpte170m, true, 29, 255, 107",
  })
  void rgbBecomesTheColoursOfTheMatrixAndBack(
      int red, int green, int blue, String matrix, boolean full, int y, int cb, int cr)
      throws FFmpegException {
    PictureShape rgb = PictureShape.of(avutil.AV_PIX_FMT_BGR0, 32, 16, VideoColorSpace.SRGB);
    PictureShape yuv =
        PictureShape.of(
            avutil.AV_PIX_FMT_YUV420P, 32, 16, new VideoColorSpace("", "", matrix, full));
    for (boolean fine : new boolean[] {false, true}) {
      try (NativeFrame source = picture(rgb);
          NativeFrame target = picture(yuv);
          NativeFrame back = picture(rgb);
          PictureScaler there = new PictureScaler(rgb, yuv, fine);
          PictureScaler andBack = new PictureScaler(yuv, rgb, fine)) {
        MemorySegment pixels = plane(source, 0, 16);
        for (long i = 0; i < pixels.byteSize(); i += 4) {
          pixels.set(JAVA_BYTE, i, (byte) blue);
          pixels.set(JAVA_BYTE, i + 1, (byte) green);
          pixels.set(JAVA_BYTE, i + 2, (byte) red);
        }

        there.scale(source, target);
        andBack.scale(target, back);

        assertThat(sample(target, 0)).isCloseTo(y, within(1));
        assertThat(sample(target, 1)).isCloseTo(cb, within(1));
        assertThat(sample(target, 2)).isCloseTo(cr, within(1));
        MemorySegment returned = plane(back, 0, 16);
        assertThat(returned.get(JAVA_BYTE, 0) & 0xff).isCloseTo(blue, within(3));
        assertThat(returned.get(JAVA_BYTE, 1) & 0xff).isCloseTo(green, within(3));
        assertThat(returned.get(JAVA_BYTE, 2) & 0xff).isCloseTo(red, within(3));
      }
    }
  }

  @ParameterizedTest
  @CsvSource({
    // BT.709 red in the limited range is BT.601 red in either
    "63, 102, 240, bt709, false, 81, 90, 240, smpte170m, false",
    "63, 102, 240, bt709, false, 76, 85, 255, smpte170m, true",
    "76, 85, 255, smpte170m, true, 81, 90, 240, smpte170m, false",
  })
  void matricesAndRangesAreConvertedIntoEachOther(
      int y,
      int cb,
      int cr,
      String matrix,
      boolean full,
      int otherY,
      int otherCb,
      int otherCr,
      String otherMatrix,
      boolean otherFull)
      throws FFmpegException {
    PictureShape from =
        PictureShape.of(
            avutil.AV_PIX_FMT_YUV420P, 64, 32, new VideoColorSpace("", "", matrix, full));
    for (int scale : new int[] {1, 2}) {
      PictureShape to =
          PictureShape.of(
              avutil.AV_PIX_FMT_YUV420P,
              64 / scale,
              32 / scale,
              new VideoColorSpace("", "", otherMatrix, otherFull));
      try (NativeFrame source = picture(from);
          NativeFrame target = picture(to);
          PictureScaler scaler = new PictureScaler(from, to, false)) {
        plane(source, 0, 32).fill((byte) y);
        plane(source, 1, 16).fill((byte) cb);
        plane(source, 2, 16).fill((byte) cr);

        scaler.scale(source, target);

        assertThat(sample(target, 0)).isCloseTo(otherY, within(2));
        assertThat(sample(target, 1)).isCloseTo(otherCb, within(2));
        assertThat(sample(target, 2)).isCloseTo(otherCr, within(2));
      }
    }
  }

  private static NativeFrame picture(PictureShape shape) throws FFmpegException {
    NativeFrame frame = new NativeFrame();
    frame.format(shape.format());
    frame.size(shape.width(), shape.height());
    frame.allocate();
    return frame;
  }

  private static MemorySegment plane(NativeFrame frame, int plane, int rows) {
    return MemorySegment.ofAddress(frame.data(plane))
        .reinterpret((long) rows * frame.lineSizeBytes(plane));
  }

  private static int sample(NativeFrame frame, int plane) {
    return plane(frame, plane, 1).get(JAVA_BYTE, 4) & 0xff;
  }
}
