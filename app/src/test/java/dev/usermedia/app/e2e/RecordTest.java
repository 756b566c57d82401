package dev.usermedia.app.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.usermedia.testkit.lab.RecordedFile;
import dev.usermedia.testkit.pattern.PatternReport;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The README's first command. */
@Tag("e2e")
class RecordTest {
  @TempDir private Path directory;

  @Test
  void theBuiltInDevicesAreRecordedWholeInOrderAndInSync() throws Exception {
    Command.Run run =
        Command.usermedia(directory, "record", "--fake", "--for", "5s", "clip.webm").run();
    run.assertSucceeded();
    RecordedFile file = new RecordedFile(directory.resolve("clip.webm"));

    assertThat(file.complaints()).isEmpty();
    assertThat(file.durationUs()).isCloseTo(5_000_000, within(100_000L));
    assertThat(file.shown("v:0", "stream=codec_name")).isEqualTo("vp8");
    assertThat(file.shown("a:0", "stream=codec_name,sample_rate")).isEqualTo("opus,48000");
    PatternReport report = file.pattern();
    assertThat(report.pictures()).isBetween(148, 152);
    assertThat(report.unreadable()).isZero();
    assertThat(report.repeated()).isZero();
    assertThat(report.backwards()).isZero();
    assertThat(report.missing()).isZero();
    assertThat(report.beeps()).isBetween(4, 6);
    assertThat(report.missingBeeps()).isZero();
    assertThat(report.maxSpacingErrorUs()).isLessThan(5_000);
    assertThat(report.minSkewUs().orElseThrow()).isGreaterThanOrEqualTo(-20_000);
    assertThat(report.maxSkewUs().orElseThrow()).isLessThanOrEqualTo(20_000);
    assertThat(run.out())
        .singleElement()
        .asString()
        .matches(
            "clip\\.webm: [45]\\.\\d{3} s, "
                + report.pictures()
                + " frames, 0 dropped, \\d+ bytes");
  }

  @Test
  void constraintsShapeWhatIsRecorded() throws Exception {
    Command.usermedia(
            directory,
            "record",
            "--fake",
            "--camera",
            "rear",
            "--video",
            "320x240@15",
            "--audio",
            "{\"channelCount\":{\"exact\":2}}",
            "--for",
            "2s",
            "--quiet",
            "clip.webm")
        .run()
        .assertSucceeded();
    RecordedFile file = new RecordedFile(directory.resolve("clip.webm"));
    assertThat(file.shown("v:0", "stream=width,height")).isEqualTo("320,240");
    assertThat(file.shown("a:0", "stream=channels")).isEqualTo("2");
    assertThat(file.pattern().pictures()).isBetween(28, 32);
    assertThat(file.complaints()).isEmpty();
  }

  @Test
  void eitherKindIsRecordedAlone() throws Exception {
    Command.usermedia(directory, "record", "--fake", "--no-audio", "--for", "1s", "v.webm")
        .run()
        .assertSucceeded();
    RecordedFile video = new RecordedFile(directory.resolve("v.webm"));
    assertThat(video.shown("", "stream=codec_type")).isEqualTo("video");
    assertThat(video.complaints()).isEmpty();

    Command.Run run =
        Command.usermedia(directory, "record", "--fake", "--no-video", "--for", "1s", "a.webm")
            .run()
            .assertSucceeded();
    RecordedFile audio = new RecordedFile(directory.resolve("a.webm"));
    assertThat(audio.shown("", "stream=codec_type")).isEqualTo("audio");
    assertThat(audio.durationUs()).isCloseTo(1_000_000, within(100_000L));
    assertThat(run.out()).singleElement().asString().doesNotContain("frames");
  }

  @Test
  void aFileIsACameraAndAMicrophone() throws Exception {
    Command.usermedia(directory, "record", "--fake", "--for", "3s", "first.webm")
        .run()
        .assertSucceeded();
    Command.usermedia(directory, "record", "--camera", "file:first.webm", "second.webm")
        .run()
        .assertSucceeded();
    RecordedFile second = new RecordedFile(directory.resolve("second.webm"));
    assertThat(second.durationUs()).isCloseTo(3_000_000, within(200_000L));
    PatternReport report = second.pattern();
    assertThat(report.pictures()).isBetween(75, 92); // a file plays from when it is opened
    assertThat(report.missing()).isLessThanOrEqualTo(2);
    assertThat(report.minSkewUs().orElseThrow()).isGreaterThanOrEqualTo(-40_000);
    assertThat(report.maxSkewUs().orElseThrow()).isLessThanOrEqualTo(40_000);
  }

  @Test
  void aFileThatEndsBeforeItsTimeIsToldWithANumber() throws Exception {
    Command.usermedia(directory, "record", "--fake", "--for", "1s", "first.webm")
        .run()
        .assertSucceeded();
    Command.Run run =
        Command.usermedia(
                directory, "record", "--camera", "file:first.webm", "--for", "9s", "second.webm")
            .run()
            .assertFailed(8, "AbortError: first.webm ended after ");
    assertThat(run.err().getFirst()).endsWith("; second.webm is whole up to there");
    RecordedFile second = new RecordedFile(directory.resolve("second.webm"));
    assertThat(second.complaints()).isEmpty();
    // a machine that is held up plays it later, and so longer
    assertThat(second.durationUs()).isBetween(800_000L, 4_000_000L);
  }

  @Test
  void onATerminalALineTellsHowItGoes() throws Exception {
    // script(1) gives the command a terminal and copies what it shows.
    Command.Run run =
        Command.shell(
                directory,
                "export -f usermedia; SHELL=$BASH script -qec 'usermedia record --fake --for 3s"
                    + " clip.webm' log")
            .run()
            .assertSucceeded();
    assertThat(String.join("\n", run.out()))
        .containsPattern(
            "\u001b\\[K0:00:02  [23]\\d\\.\\d fps  \\d+ dropped  \\d+ kB  \\[#+-*] +-\\d+ dB")
        .containsPattern("\u001b\\[Kclip\\.webm: [23]\\.\\d{3} s, ");
  }
}
