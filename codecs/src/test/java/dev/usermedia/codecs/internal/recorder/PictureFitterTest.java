package dev.usermedia.codecs.internal.recorder;

import static org.assertj.core.api.Assertions.assertThat;

import dev.usermedia.codecs.internal.ffmpeg.FFmpeg;
import dev.usermedia.frame.VideoColorSpace;
import dev.usermedia.frame.VideoFrame;
import dev.usermedia.frame.VideoFramePool;
import dev.usermedia.frame.VideoLayout;
import dev.usermedia.frame.VideoPixelFormat;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PictureFitterTest {
  private static final int WIDTH = 64;
  private static final int HEIGHT = 48;

  @BeforeAll
  static void load() throws Exception {
    FFmpeg.load();
  }

  @ParameterizedTest
  @CsvSource({
    "I420, smpte170m, false, true",
    "I420, bt709, false, true",
    "I420, '', false, true",
    "I420, smpte170m, true, false",
    "NV12, smpte170m, false, false"
  })
  void aPictureThatNeedsNothingDoneIsPassedOnWhereItLies(
      VideoPixelFormat format, String matrix, boolean fullRange, boolean where) throws Exception {
    VideoLayout packed = VideoLayout.packed(format, WIDTH, HEIGHT);
    int[] strides = new int[format.planeCount()];
    for (int plane = 0; plane < strides.length; plane++) {
      strides[plane] = packed.strideBytes(plane);
    }
    VideoLayout layout =
        new VideoLayout(
            format,
            WIDTH,
            HEIGHT,
            packed.visibleRect(),
            0,
            new VideoColorSpace("", "", matrix, fullRange),
            strides);
    VideoFramePool pool = new VideoFramePool(layout, 1);
    try (PictureFitter fitter = new PictureFitter(WIDTH, HEIGHT, PictureFitter.colorsFor(layout));
        VideoFrame frame = pool.acquire().orElseThrow().publish(0, 0)) {
      long shown = fitter.fit(frame.clone()).data(0);

      assertThat(shown == frame.plane(0).address()).isEqualTo(where);
    } finally {
      pool.close();
    }
  }
}
