package dev.usermedia.codecs.internal.recorder;

import static dev.usermedia.codecs.internal.recorder.Studio.START_US;
import static org.assertj.core.api.Assertions.assertThat;

import dev.usermedia.frame.VideoPixelFormat;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The structure of our files, element by element, against a text that was read by a person. Run
 * with {@code -Dgolden.rewrite=DIRECTORY} to have the text written anew.
 */
class ContainerTest {
  private static final String GOLDEN = "clip.webm.txt";

  @TempDir Path directory;

  @Test
  void aFileIsBuiltAsItAlwaysWas() throws Exception {
    String dump = EbmlDump.of(Files.readAllBytes(record()));

    String rewrite = System.getProperty("golden.rewrite");
    if (rewrite != null) {
      Files.writeString(Path.of(rewrite, GOLDEN), dump);
    }
    try (InputStream golden = ContainerTest.class.getResourceAsStream(GOLDEN)) {
      assertThat(dump).isEqualTo(new String(golden.readAllBytes(), StandardCharsets.UTF_8));
    }
  }

  @Test
  void blocksRiseAndClustersAreShort() throws Exception {
    String dump = EbmlDump.of(Files.readAllBytes(record()));

    Matcher lines = Pattern.compile("Timestamp (\\d+)|Block track \\d at (-?\\d+)").matcher(dump);
    long cluster = 0;
    long previous = 0;
    while (lines.find()) {
      if (lines.group(1) != null) {
        cluster = Long.parseLong(lines.group(1));
        assertThat(cluster).isGreaterThanOrEqualTo(previous);
      } else {
        long offset = Long.parseLong(lines.group(2));
        assertThat(offset).isBetween(0L, 600L);
        assertThat(cluster + offset).isGreaterThanOrEqualTo(previous);
        previous = cluster + offset;
      }
    }
    assertThat(previous).isGreaterThan(1_900);
  }

  private Path record() throws Exception {
    Path file = directory.resolve("clip.webm");
    try (Studio studio = new Studio(file)) {
      Studio.Camera camera = studio.camera(VideoPixelFormat.I420, 128, 96);
      Studio.Microphone microphone = studio.microphone(48_000, 2);
      studio.start();
      studio.play(camera, Beeps.FLASH, microphone, Beeps.SOUND, START_US, START_US + 1_990_000);
      assertThat(studio.stop(START_US + 1_990_000).error()).isEmpty();
    }
    return file;
  }
}
