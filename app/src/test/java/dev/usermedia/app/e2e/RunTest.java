package dev.usermedia.app.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import dev.usermedia.testkit.lab.RecordedFile;
import dev.usermedia.testkit.pattern.PatternReport;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code usermedia run}. */
@Tag("e2e")
class RunTest {
  /** Draws the camera into a canvas for as long as it is let, and offers the first for download. */
  private static final String PAGE =
      """
      <!doctype html>
      <video autoplay></video>
      <canvas id="live" width="640" height="480"></canvas>
      <a id="save" download="first.png">Save</a>
      <script>
        const video = document.querySelector("video"), canvas = document.getElementById("live");
        let frames = 0;
        function draw() {
          canvas.getContext("2d").drawImage(video, 0, 0, 640, 480);
          if (++frames === 1) {
            const link = document.getElementById("save");
            link.href = canvas.toDataURL("image/png");
            link.click();
          }
          requestAnimationFrame(draw);
        }
        navigator.mediaDevices.getUserMedia({ video: { width: 640, height: 480 } }).then(
          (stream) => { video.srcObject = stream; video.onloadeddata = draw; },
          (error) => console.error(error.name));
      </script>
      """;

  @TempDir private Path directory;

  @Test
  void aScriptsWordsItsErrorAndItsExitCodeComeOut() throws Exception {
    Files.writeString(
        directory.resolve("words.js"), "console.log('one', 2);\nthrow new RangeError('three');\n");

    Command.Run run = Command.usermedia(directory, "run", "words.js").run();

    assertThat(run.out()).containsExactly("one 2");
    assertThat(run.err()).first().asString().contains("RangeError: three");
    assertThat(run.err()).anySatisfy(line -> assertThat(line).contains("words.js:2"));
    assertThat(run.exitCode()).isNotZero();
  }

  @Test
  void withoutALeaveNothingIsCaptured() throws Exception {
    Files.writeString(directory.resolve("page.html"), PAGE);

    Command.Run run = Command.usermedia(directory, "run", "--fake", "page.html").run();

    assertThat(run.err()).anySatisfy(line -> assertThat(line).contains("NotAllowedError"));
    assertThat(directory.toFile().list()).containsExactly("page.html");
  }

  @Test
  void aPageThatWouldGoOnForEverLeavesItsPicturesWhenItIsInterrupted() throws Exception {
    Files.writeString(directory.resolve("page.html"), PAGE);
    Path first = Files.createDirectory(directory.resolve("out")).resolve("first.png");

    try (Command.Running page =
        Command.usermedia(
                directory, "run", "--fake", "--allow", "camera", "--out", "out", "page.html")
            .start()) {
      page.awaitSize(first, 1);
      page.signal("INT");
      page.awaitEnd().assertSucceeded();
    }

    assertThat(directory.resolve("out").toFile().list())
        .containsExactlyInAnyOrder("first.png", "live.png");
    for (String name : new String[] {"out/first.png", "out/live.png"}) {
      assertThat(new RecordedFile(directory.resolve(name)).pictures())
          .as(name)
          .singleElement()
          .extracting(PatternReport.Picture::reading)
          .satisfies(reading -> assertThat(reading).isPresent());
    }
  }
}
