package dev.usermedia.codecs.internal.recorder;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
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
    long[] before = least(figures.subList(4, 12)); // what stays compiled mostly is by then
    long[] after = least(figures.subList(12, 20));
    assertThat(after[0] - before[0])
        .describedAs(() -> String.join("\n", figures))
        .isLessThan(TOLERATED_BYTES);
    assertThat(after[1]).isEqualTo(before[1]);
    assertThat(after[2]).isEqualTo(before[2]);
  }

  /** A leak grows and never shrinks again; what passes is left out by the least of some figures. */
  private static long[] least(List<String> figures) {
    return figures.stream()
        .map(line -> Stream.of(line.split(" ", -1)).mapToLong(Long::parseLong).toArray())
        .reduce(
            (a, b) -> IntStream.range(0, a.length).mapToLong(i -> Math.min(a[i], b[i])).toArray())
        .orElseThrow();
  }
}
