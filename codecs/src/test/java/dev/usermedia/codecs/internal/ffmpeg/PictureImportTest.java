package dev.usermedia.codecs.internal.ffmpeg;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.usermedia.frame.VideoFrame;
import dev.usermedia.frame.VideoPixelFormat;
import java.lang.foreign.MemorySegment;
import org.bytedeco.ffmpeg.global.avutil;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class PictureImportTest {
  private static final ColorTags FULL_RANGE_601 =
      new ColorTags(
          avutil.AVCOL_PRI_SMPTE170M,
          avutil.AVCOL_TRC_SMPTE170M,
          avutil.AVCOL_SPC_SMPTE170M,
          avutil.AVCOL_RANGE_JPEG);

  private final NativeFrame decoded = new NativeFrame();
  private final PictureImport pictures = new PictureImport(90);

  @BeforeAll
  static void load() throws FFmpegException {
    FFmpeg.load();
  }

  @AfterEach
  void close() {
    pictures.close();
    decoded.close();
  }

  @Test
  void aDecodedPictureIsReadWhereItLies() throws FFmpegException {
    long address = decode(avutil.AV_PIX_FMT_YUVJ420P, (byte) 7);
    assertThat(PictureImport.fits(decoded)).isTrue();

    VideoFrame frame = pictures.adopt(decoded, 40_000, 20_000);

    assertThat(decoded.data(0)).isZero();
    assertThat(frame.plane(0).address()).isEqualTo(address);
    assertThat(frame.plane(0).get(JAVA_BYTE, 0)).isEqualTo((byte) 7);
    assertThat(frame.format()).isEqualTo(VideoPixelFormat.I420);
    assertThat(frame.colorSpace().fullRange()).isTrue();
    assertThat(frame.colorSpace().matrix()).isEqualTo("smpte170m");
    assertThat(frame.layout().rotation()).isEqualTo(90);
    assertThat(frame.displayWidth()).isEqualTo(32);
    assertThat(frame.timestampUs()).isEqualTo(40_000);
    frame.close();
  }

  @Test
  void theMemoryOutlivesTheImporterForAsLongAsAHandleIsOpen() throws FFmpegException {
    decode(avutil.AV_PIX_FMT_YUV420P, (byte) 9);
    VideoFrame delivered = pictures.adopt(decoded, 0, 0);
    VideoFrame kept = delivered.clone();
    delivered.close();
    pictures.close();

    assertThat(kept.plane(0).get(JAVA_BYTE, 63)).isEqualTo((byte) 9);
    kept.close();
  }

  @Test
  void picturesOfOneAddressShareTheirWrapperOnceItIsFree() throws FFmpegException {
    decode(avutil.AV_PIX_FMT_YUV420P, (byte) 1);
    NativeFrame again = new NativeFrame();
    FFmpegException.check(avutil.av_frame_ref(again.struct(), decoded.struct()), "av_frame_ref");
    NativeFrame third = new NativeFrame();
    FFmpegException.check(avutil.av_frame_ref(third.struct(), decoded.struct()), "av_frame_ref");

    VideoFrame first = pictures.adopt(decoded, 0, 0);
    MemorySegment wrapped = first.plane(0);
    VideoFrame meanwhile = pictures.adopt(again, 1, 0);
    assertThat((Object) meanwhile.plane(0)).isNotSameAs(wrapped);
    first.close();
    VideoFrame later = pictures.adopt(third, 2, 0);
    assertThat((Object) later.plane(0)).isSameAs(wrapped);

    meanwhile.close();
    later.close();
    again.close();
    third.close();
  }

  @Test
  void tenBitPicturesHaveToBeConverted() throws FFmpegException {
    decode(avutil.AV_PIX_FMT_YUV420P10LE, (byte) 0);
    assertThat(PictureImport.fits(decoded)).isFalse();
  }

  private long decode(int format, byte value) throws FFmpegException {
    decoded.format(format);
    decoded.size(64, 32);
    decoded.colors(FULL_RANGE_601);
    decoded.allocate();
    MemorySegment.ofAddress(decoded.data(0))
        .reinterpret(32L * decoded.lineSizeBytes(0))
        .fill(value);
    return decoded.data(0);
  }
}
