package dev.usermedia.app.internal.record;

import static org.assertj.core.api.Assertions.assertThat;

import dev.usermedia.codecs.RecorderStats;
import java.util.List;
import org.junit.jupiter.api.Test;

class LiveLineTest {
  @Test
  void showsTimeRateLossesSizeAndSound() {
    LiveLine line = new LiveLine();
    line.update(stats(0, 0), 0, 5_000_000);
    assertThat(line.update(stats(65_000_000, 60), 3, 7_000_000))
        .isEqualTo("0:01:05  30.0 fps  3 dropped  1.2 MB  [#############-------] -20 dB")
        .hasSizeLessThan(80);
  }

  @Test
  void silenceIsTheMetersEnd() {
    assertThat(LiveLine.meter(0)).isEqualTo("[--------------------] -60 dB");
    assertThat(LiveLine.meter(1)).isEqualTo("[####################]   0 dB");
    assertThat(LiveLine.meter(2)).as("beyond full scale").contains("[####################]");
  }

  @Test
  void sizesHaveTheUnitThatFits() {
    assertThat(LiveLine.size(2_000)).isEqualTo("2 kB");
    assertThat(LiveLine.size(12_340_000)).isEqualTo("12.3 MB");
    assertThat(LiveLine.size(1_234_000_000)).isEqualTo("1.23 GB");
    assertThat(LiveLine.time(3_723_999_999L)).isEqualTo("1:02:03");
  }

  private static RecorderStats stats(long elapsedUs, long frames) {
    return new RecorderStats(
        elapsedUs,
        1_234_567,
        List.of(
            new RecorderStats.Video(frames, frames, 0, 0, 0),
            new RecorderStats.Audio(0, 0, 0, 0, 0, 0, 0.1, 0.05)));
  }
}
