package dev.usermedia.codecs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.usermedia.codecs.internal.recorder.ChildJvm;
import dev.usermedia.codecs.internal.recorder.Judge;
import java.io.BufferedReader;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;

/** What a process leaves that is killed while it records. */
@Tag("ffmpeg")
class KillTest {
  private static final long KILLED_AFTER_US = 3_300_000;

  @TempDir Path directory;

  @RepeatedTest(3)
  void whatIsLeftPlaysToWithinASecondOfTheEnd() throws Exception {
    Path file = directory.resolve("clip.webm");
    Process process =
        new ProcessBuilder(ChildJvm.command(List.of(), RecordForever.class, file.toString()))
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    long lastUs = 0;
    try (BufferedReader says = process.inputReader()) {
      while (lastUs < KILLED_AFTER_US) {
        lastUs = Long.parseLong(says.readLine());
      }
      process.destroyForcibly();
      assertThat(process.waitFor()).isEqualTo(128 + 9);
    }

    Judge judge = new Judge(file);
    assertThat(judge.complaints()).isEmpty();
    assertThat(judge.packets("video").getLast().pts()).isGreaterThan(lastUs / 1e6 - 1);
    assertThat(judge.packets("audio").getLast().pts()).isGreaterThan(lastUs / 1e6 - 1);
  }
}
