package dev.usermedia.app.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import dev.usermedia.testkit.lab.RecordedFile;
import dev.usermedia.testkit.lab.X11Painter;
import dev.usermedia.testkit.lab.XvfbSession;
import dev.usermedia.testkit.pattern.VideoPattern;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code usermedia photo}. */
@Tag("e2e")
class PhotoTest {
  @TempDir private Path directory;

  @ParameterizedTest
  @CsvSource({"still.png, png", "still.jpg, mjpeg", "still.JPEG, mjpeg"})
  void aPhotoShowsTheCamerasPicture(String name, String codec) throws Exception {
    Command.Run run =
        Command.usermedia(directory, "photo", "--fake", "--video", "1280x720", name)
            .run()
            .assertSucceeded();
    RecordedFile photo = new RecordedFile(directory.resolve(name));
    assertThat(photo.shown("v:0", "stream=codec_name,width,height")).isEqualTo(codec + ",1280,720");
    assertThat(photo.complaints()).isEmpty();
    assertThat(photo.pictures())
        .singleElement()
        .satisfies(
            picture ->
                assertThat(picture.reading().orElseThrow().source())
                    .isEqualTo(VideoPattern.sourceOf("camera-user")));
    assertThat(run.out())
        .containsExactly(name + ": 1280x720, " + Files.size(directory.resolve(name)) + " bytes");
    assertThat(directory.toFile().list()).containsExactly(name);
  }

  @Test
  void aPhotoOfARealScreenHasItsColour() throws Exception {
    try (XvfbSession screen = XvfbSession.start("320x240x24");
        X11Painter painter = screen.painter()) {
      painter.fill(painter.root(), 0, 0, 320, 240, 0x2060C0);
      painter.sync();
      Command.usermedia(directory, "photo", "--screen", "still.png")
          .with(Map.of("DISPLAY", screen.display()))
          .run()
          .assertSucceeded();
    }
    RecordedFile.Shade shade = new RecordedFile(directory.resolve("still.png")).shades().getFirst();
    assertThat(shade.red()).isBetween(0x1E, 0x22);
    assertThat(shade.green()).isBetween(0x5E, 0x62);
    assertThat(shade.blue()).isBetween(0xBE, 0xC2);
  }

  @Test
  void aPhotoIsOnlyReplacedOnRequest() throws Exception {
    Path still = Files.writeString(directory.resolve("still.png"), "precious");
    Command.usermedia(directory, "photo", "--fake", "still.png")
        .run()
        .assertFailed(7, "NoModificationAllowedError: still.png exists; say --overwrite");
    assertThat(still).hasContent("precious");
    Command.usermedia(directory, "photo", "--fake", "--overwrite", "still.png")
        .run()
        .assertSucceeded();
    assertThat(new RecordedFile(still).pictures()).hasSize(1);
  }

  @Test
  void whatGoesWrongIsOneLineAndLeavesNothing() throws Exception {
    Command.usermedia(directory, "photo", "still.png")
        .run()
        .assertFailed(3, "NotFoundError: no camera on this machine; try --fake or --camera ");
    Command.usermedia(directory, "photo", "--fake", "still.gif")
        .run()
        .assertFailed(2, "UsageError: still.gif has no known kind; name a file that ends in .png");
    assertThat(directory).isEmptyDirectory();
  }
}
