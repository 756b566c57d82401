package dev.usermedia.app.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.usermedia.MediaContext;
import dev.usermedia.MediaStream;
import dev.usermedia.codecs.RecorderOptions;
import dev.usermedia.codecs.StreamRecorder;
import dev.usermedia.constraints.MediaStreamConstraints;
import dev.usermedia.constraints.MediaTrackConstraints;
import dev.usermedia.testkit.lab.RecordedFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The program that README.md shows. */
@Tag("e2e")
class ReadmeExampleTest {
  private static final Path ROOT = Path.of(Command.launcher()).toAbsolutePath().getParent();
  private static final Path SOURCE =
      Path.of("app/src/test/java/dev/usermedia/app/e2e/ReadmeExampleTest.java");

  @TempDir private Path directory;

  @Test
  void recordsTwoSeconds() throws Exception {
    Path file = directory.resolve("clip.webm");
    example(file);
    RecordedFile recorded = new RecordedFile(file);
    assertThat(recorded.durationUs()).isCloseTo(2_000_000, within(100_000L));
    assertThat(recorded.shown("v:0", "stream=width,height")).isEqualTo("1280,720");
    assertThat(recorded.shown("a:0", "stream=codec_name")).isEqualTo("opus");
  }

  @Test
  void isWhatTheReadmeShows() throws Exception {
    String source = Files.readString(ROOT.resolve(SOURCE));
    String region =
        source.substring(
            source.indexOf("// begin README\n") + "// begin README\n".length(),
            source.indexOf("    // end README\n"));
    assertThat(Files.readString(ROOT.resolve("README.md")))
        .contains("```java\n" + region.stripTrailing().stripIndent() + "\n```\n");
  }

  private static void example(Path file) {
    // begin README
    MediaStreamConstraints constraints =
        MediaStreamConstraints.builder()
            .audio(true)
            .video(MediaTrackConstraints.builder().width(1280).height(720).build())
            .build();
    try (MediaContext context = MediaContext.builder().fakeDevices().build();
        StreamRecorder recorder = StreamRecorder.open(file, RecorderOptions.defaults())) {
      MediaStream stream = context.mediaDevices().getUserMedia(constraints);
      recorder.start(stream, context.clock());
      recorder.stopAfterAsync(Duration.ofSeconds(2)).join();
    }
    // end README
  }
}
