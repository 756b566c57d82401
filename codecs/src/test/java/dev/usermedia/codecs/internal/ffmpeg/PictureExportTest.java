package dev.usermedia.codecs.internal.ffmpeg;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.usermedia.frame.VideoColorSpace;
import dev.usermedia.frame.VideoFrame;
import dev.usermedia.frame.VideoFrameBuffer;
import dev.usermedia.frame.VideoFramePool;
import dev.usermedia.frame.VideoLayout;
import dev.usermedia.frame.VideoPixelFormat;
import dev.usermedia.frame.VideoRect;
import java.lang.foreign.MemorySegment;
import java.util.List;
import org.bytedeco.ffmpeg.global.avutil;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class PictureExportTest {
  private final PictureExport export = new PictureExport();
  private final NativeFrame shown = new NativeFrame();

  @BeforeAll
  static void load() throws FFmpegException {
    FFmpeg.load();
  }

  @AfterEach
  void close() {
    shown.close();
    export.close();
  }

  @Test
  void ffmpegSeesThePixelsWhereTheyLie() throws FFmpegException {
    try (VideoFramePool pool =
        new VideoFramePool(VideoLayout.packed(VideoPixelFormat.I420, 6, 4), 1)) {
      VideoFrame frame = numbered(pool);

      export.show(frame.clone(), frame.visibleRect(), shown);

      assertThat(shown.data(0)).isEqualTo(frame.plane(0).address());
      assertThat(shown.data(2)).isEqualTo(frame.plane(2).address());
      assertThat(shown.lineSizeBytes(1)).isEqualTo(3);
      assertThat(shown.width()).isEqualTo(6);
      assertThat(shown.format()).isEqualTo(avutil.AV_PIX_FMT_YUV420P);
      frame.close();
      shown.unref();
    }
  }

  @Test
  void theFrameStaysOpenUntilFFmpegHasLetGoOfItsLastReference() throws FFmpegException {
    try (VideoFramePool pool =
            new VideoFramePool(VideoLayout.packed(VideoPixelFormat.I420, 6, 4), 1);
        NativeFrame second = new NativeFrame()) {
      VideoFrame frame = numbered(pool);
      export.show(frame.clone(), frame.visibleRect(), shown);
      frame.close();
      FFmpegException.check(avutil.av_frame_ref(second.struct(), shown.struct()), "av_frame_ref");

      shown.unref();
      export.collect();
      assertThat(pool.inUse()).isEqualTo(1);
      assertThat(export.inUse()).isEqualTo(1);
      assertThatThrownBy(export::close).isInstanceOf(IllegalStateException.class);

      second.unref();
      export.collect();
      assertThat(pool.inUse()).isZero();
      assertThat(export.inUse()).isZero();
    }
  }

  @Test
  void picturesThatAreShownTogetherAreToldApart() throws FFmpegException {
    try (VideoFramePool pool =
            new VideoFramePool(VideoLayout.packed(VideoPixelFormat.I420, 6, 4), 3);
        NativeFrame second = new NativeFrame();
        NativeFrame third = new NativeFrame()) {
      List<VideoFrame> frames = List.of(numbered(pool), numbered(pool), numbered(pool));
      List<NativeFrame> targets = List.of(shown, second, third);
      for (int i = 0; i < frames.size(); i++) {
        export.show(frames.get(i).clone(), frames.get(i).visibleRect(), targets.get(i));
      }

      second.unref();
      assertThat(export.inUse()).isEqualTo(2);
      export.show(frames.get(1).clone(), frames.get(1).visibleRect(), second);

      assertThat(export.inUse()).isEqualTo(3);
      for (int i = 0; i < frames.size(); i++) {
        assertThat(targets.get(i).data(1)).isEqualTo(frames.get(i).plane(1).address());
        frames.get(i).close();
        assertThat(pool.inUse()).isEqualTo(3 - i);
        targets.get(i).unref();
        export.collect();
        assertThat(pool.inUse()).isEqualTo(2 - i);
      }
    }
  }

  @Test
  void ffmpegCopiesAPictureThatItIsToWriteOn() throws FFmpegException {
    try (VideoFramePool pool =
        new VideoFramePool(VideoLayout.packed(VideoPixelFormat.I420, 6, 4), 1)) {
      VideoFrame frame = numbered(pool);
      export.show(frame.clone(), frame.visibleRect(), shown);

      FFmpegException.check(
          avutil.av_frame_make_writable(shown.struct()), "av_frame_make_writable");

      assertThat(shown.data(0)).isNotEqualTo(frame.plane(0).address());
      assertThat(byteAt(shown.data(0) + 5)).isEqualTo(frame.plane(0).get(JAVA_BYTE, 5));
      assertThat(export.inUse()).isZero();
      frame.close();
      shown.unref();
    }
  }

  @Test
  void onlyTheVisiblePartIsShown() throws FFmpegException {
    VideoLayout layout =
        new VideoLayout(
            VideoPixelFormat.I420,
            16,
            8,
            new VideoRect(4, 2, 8, 4),
            0,
            VideoColorSpace.REC601,
            16,
            8,
            8);
    try (VideoFramePool pool = new VideoFramePool(layout, 1)) {
      VideoFrame frame = numbered(pool);
      assertThat(PictureExport.fits(layout)).isTrue();

      export.show(frame.clone(), frame.visibleRect(), shown);

      assertThat(shown.width()).isEqualTo(8);
      assertThat(shown.height()).isEqualTo(4);
      assertThat(byteAt(shown.data(0))).isEqualTo(frame.plane(0).get(JAVA_BYTE, 2 * 16 + 4));
      assertThat(byteAt(shown.data(1))).isEqualTo(frame.plane(1).get(JAVA_BYTE, 1 * 8 + 2));
      frame.close();
      shown.unref();
    }
  }

  @Test
  void aVisiblePartThatBeginsInsideAChromaSampleDoesNotFit() {
    VideoRect odd = new VideoRect(1, 0, 4, 4);
    assertThat(
            PictureExport.fits(
                new VideoLayout(
                    VideoPixelFormat.I420, 8, 8, odd, 0, VideoColorSpace.REC601, 8, 4, 4)))
        .isFalse();
    assertThat(
            PictureExport.fits(
                new VideoLayout(VideoPixelFormat.BGRX, 8, 8, odd, 0, VideoColorSpace.SRGB, 32)))
        .isTrue();
  }

  private static byte byteAt(long address) {
    return MemorySegment.ofAddress(address).reinterpret(1).get(JAVA_BYTE, 0);
  }

  private static VideoFrame numbered(VideoFramePool pool) {
    VideoFrameBuffer buffer = pool.acquire().orElseThrow();
    for (int plane = 0; plane < pool.layout().format().planeCount(); plane++) {
      MemorySegment memory = buffer.plane(plane);
      for (long i = 0; i < memory.byteSize(); i++) {
        memory.set(JAVA_BYTE, i, (byte) (i + 100L * plane));
      }
    }
    return buffer.publish(1_000, 0);
  }
}
