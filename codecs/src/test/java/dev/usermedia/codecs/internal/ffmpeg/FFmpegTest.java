package dev.usermedia.codecs.internal.ffmpeg;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.bytedeco.ffmpeg.global.avcodec;
import org.bytedeco.ffmpeg.global.avutil;
import org.junit.jupiter.api.Test;

class FFmpegTest {
  @Test
  void theLibrariesBringTheCodecsOfAWebmFile() throws FFmpegException {
    FFmpeg.load();

    assertThat(avcodec.avcodec_find_encoder_by_name("libvpx")).isNotNull();
    assertThat(avcodec.avcodec_find_encoder_by_name("libopus")).isNotNull();
  }

  @Test
  void aFailureSpeaksFFmpegsWordsAndNamesTheCall() throws FFmpegException {
    FFmpeg.load();

    assertThatThrownBy(() -> FFmpegException.check(avutil.AVERROR_ENOENT(), "avio_open2"))
        .isInstanceOfSatisfying(FFmpegException.class, e -> assertThat(e.errno()).isEqualTo(2))
        .hasMessage("No such file or directory (avio_open2)");
    assertThatThrownBy(() -> FFmpegException.check(avutil.AVERROR_EOF, "av_read_frame"))
        .isInstanceOfSatisfying(FFmpegException.class, e -> assertThat(e.errno()).isZero())
        .hasMessage("End of file (av_read_frame)");
  }
}
