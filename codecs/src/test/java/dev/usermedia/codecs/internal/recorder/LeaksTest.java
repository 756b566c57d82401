package dev.usermedia.codecs.internal.recorder;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What hundreds of recordings leave behind: nothing. */
@Tag("ffmpeg")
class LeaksTest {
  private static final int RECORDINGS = 1_000;

  /** An encoder or a buffer that is not freed shows as some hundred kilobytes a recording. */
  private static final long TOLERATED_BYTES = 20_000L * 400;

  @TempDir Path directory;

  @Test
  void memoryThreadsAndFilesStayAsTheyAre() {
    List<String> figures =
        Judge.text(
            ChildJvm.command(
                    // a heap that is resident from the start, so that growth is native
                    List.of("-Xms48m", "-Xmx48m", "-XX:+AlwaysPreTouch", "-XX:+UseSerialGC"),
                    RecordOften.class,
                    directory.toString(),
                    Integer.toString(RECORDINGS))
                .toArray(String[]::new));

    assertThat(figures).hasSize(RECORDINGS / 50);
    long[] before = numbers(figures.get(11)); // what the compiler takes is mostly taken by then
    long[] after = numbers(figures.get(19));
    assertThat(after[0] - before[0]).isLessThan(TOLERATED_BYTES);
    assertThat(after[1]).isEqualTo(before[1]);
    assertThat(after[2]).isEqualTo(before[2]);
  }

  private static long[] numbers(String line) {
    return List.of(line.split(" ", -1)).stream().mapToLong(Long::parseLong).toArray();
  }
}
