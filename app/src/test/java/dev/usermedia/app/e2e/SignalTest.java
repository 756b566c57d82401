package dev.usermedia.app.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.usermedia.testkit.lab.RecordedFile;
import dev.usermedia.testkit.pattern.PatternReport;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What signals do to a recording. */
@Tag("e2e")
class SignalTest {
  /** More than a second and less than five of the synthetic camera and microphone. */
  private static final long SOME_SECONDS_BYTES = 150_000;

  @TempDir private Path directory;

  @ParameterizedTest
  @ValueSource(strings = {"INT", "TERM", "HUP"})
  void aSignalEndsARecordingProperly(String signal) throws Exception {
    try (Command.Running recording =
        Command.usermedia(directory, "record", "--fake", "clip.webm").start()) {
      recording.awaitSize(directory.resolve("clip.webm"), SOME_SECONDS_BYTES);
      recording.signal(signal);
      Command.Run run = recording.awaitEnd().assertSucceeded();
      assertThat(run.out()).singleElement().asString().startsWith("clip.webm: ");
    }
    RecordedFile file = new RecordedFile(directory.resolve("clip.webm"));
    assertThat(file.complaints()).isEmpty();
    assertThat(file.durationUs()).isGreaterThan(1_000_000L);
    long lastUs = file.pictures().getLast().ptsUs();
    assertThat(file.durationUs()).isCloseTo(lastUs, within(200_000L));
  }

  @Test
  void whatAKilledRecordingLeavesPlaysToWithinASecondOfTheKill() throws Exception {
    long killedMs;
    try (Command.Running recording =
        Command.usermedia(directory, "record", "--fake", "clip.webm").start()) {
      recording.awaitSize(directory.resolve("clip.webm"), SOME_SECONDS_BYTES);
      recording.assertRunsFor(3_000);
      recording.signal("KILL");
      killedMs = System.nanoTime() / 1_000_000; // the clock of the pictures
      recording.awaitEnd();
    }
    RecordedFile file = new RecordedFile(directory.resolve("clip.webm"));
    assertThat(file.complaints()).isEmpty();
    PatternReport report = file.pattern();
    assertThat(report.unreadable()).isZero();
    assertThat(report.backwards()).isZero();
    long lastMs = file.pictures().getLast().reading().orElseThrow().timeMs();
    assertThat(killedMs - lastMs).isBetween(0L, 1_000L);
    long pictureEndUs = file.pictures().getLast().ptsUs();
    assertThat(file.sound().endUs()).as("sound").isGreaterThan(pictureEndUs - 1_000_000);
  }

  @Test
  void aSecondCtrlCEndsARecordingThatCannotFinish() throws Exception {
    // Nobody reads the pipe, so the recording cannot be written to its end.
    Path pipe = directory.resolve("pipe.webm");
    assertThat(new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor()).isZero();
    try (RandomAccessFile reader = new RandomAccessFile(pipe.toFile(), "rw");
        Command.Running recording =
            Command.usermedia(
                    directory,
                    "record",
                    "--fake",
                    "--overwrite",
                    "--video",
                    "1280x720@30",
                    "pipe.webm")
                .start()) {
      assertThat(reader.getFD().valid()).isTrue();
      recording.assertRunsFor(5_000);
      recording.signal("INT");
      recording.assertRunsFor(2_000);
      recording.signal("INT");
      assertThat(recording.awaitEnd().exitCode()).isEqualTo(130);
    }
    assertThat(Files.exists(pipe)).isTrue();
    assertThat(List.of(directory.toFile().list())).containsExactly("pipe.webm");
  }
}
