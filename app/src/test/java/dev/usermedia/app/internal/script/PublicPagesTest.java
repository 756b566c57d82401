package dev.usermedia.app.internal.script;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.usermedia.app.internal.cli.ExitCode;
import dev.usermedia.app.internal.cli.Interruption;
import dev.usermedia.app.internal.cli.Terminal;
import dev.usermedia.javascript.ScriptEngine;
import dev.usermedia.testkit.lab.RecordedFile;
import dev.usermedia.testkit.pattern.PatternReport;
import dev.usermedia.testkit.pattern.VideoPattern;
import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Pages in the manner of public demonstrations, as they stand; each leaves its picture. */
@Tag("ffmpeg")
class PublicPagesTest {
  private static final ScriptEngine ENGINE = ScriptEngine.create();

  /** For what hangs: a page that works ends by itself. */
  private static final Duration LIMIT = Duration.ofMinutes(2);

  private static final String FRONT = "camera-user";
  private static final String REAR = "camera-environment";

  @TempDir private Path out;
  private final ByteArrayOutputStream printed = new ByteArrayOutputStream();
  private final ByteArrayOutputStream complained = new ByteArrayOutputStream();

  @AfterAll
  static void close() {
    ENGINE.close();
  }

  private ExitCode run(String page, boolean legacy, String... clicks) throws Exception {
    Terminal terminal =
        new Terminal(
            new PrintStream(printed, true, StandardCharsets.UTF_8),
            new PrintStream(complained, true, StandardCharsets.UTF_8),
            false);
    return new PageRun(
            page(page),
            Allowed.parse("camera,microphone,screen,network", terminal),
            true,
            legacy,
            List.of(clicks),
            Optional.of(LIMIT),
            Optional.of(out),
            terminal)
        .on(ENGINE, new Interruption());
  }

  private static Path page(String name) throws URISyntaxException {
    URL found = PublicPagesTest.class.getResource("pages/" + name);
    return Path.of(Objects.requireNonNull(found).toURI());
  }

  /** It ran without a complaint, and wrote these lines and these files. */
  private void assertRan(ExitCode code, List<String> lines, String... files) throws IOException {
    assertThat(complained.toString(StandardCharsets.UTF_8)).isEmpty();
    assertThat(code).isEqualTo(ExitCode.OK);
    assertThat(printed.toString(StandardCharsets.UTF_8).lines())
        .filteredOn(line -> !line.startsWith(out.toString()))
        .containsExactlyElementsOf(lines);
    Set<String> there = new TreeSet<>();
    try (var all = Files.list(out)) {
      all.map(file -> file.getFileName().toString()).forEach(there::add);
    }
    assertThat(there).containsExactlyInAnyOrder(files);
  }

  private void assertShows(String file, String device, int width, int height) throws IOException {
    assertShows(new RecordedFile(out.resolve(file)), device, width, height);
  }

  private static void assertShows(RecordedFile picture, String device, int width, int height)
      throws IOException {
    assertThat(picture.shown("v:0", "stream=width,height")).isEqualTo(width + "," + height);
    assertThat(picture.pictures())
        .singleElement()
        .extracting(PatternReport.Picture::reading)
        .satisfies(
            reading ->
                assertThat(reading)
                    .hasValueSatisfying(
                        it -> assertThat(it.source()).isEqualTo(VideoPattern.sourceOf(device))));
  }

  /** It shows the pattern once a filter of ffmpeg has undone what the page did, and not before. */
  private void assertShowsUndone(String undoing, String file, String device, int width, int height)
      throws IOException {
    RecordedFile picture = new RecordedFile(out.resolve(file));
    assertThat(picture.pictures())
        .singleElement()
        .satisfies(it -> assertThat(it.reading()).as("as it is").isEmpty());
    assertShows(picture.filtered(undoing, out.resolve("undone-" + file)), device, width, height);
  }

  @Test
  void aStillPhotoAsOnMdn() throws Exception {
    ExitCode code = run("still-photo.html", false, "#startbutton");

    assertRan(code, List.of(), "canvas.png", "photo.png");
    assertShows("photo.png", FRONT, 320, 240);
  }

  @Test
  void aDevicePickerThatSwitchesToTheOtherCamera() throws Exception {
    ExitCode code = run("device-picker.html", false);

    List<String> lists =
        List.of(
            "cameras: Synthetic front camera, Synthetic rear camera",
            "microphones: Synthetic microphone");
    assertRan(
        code,
        List.of(lists.getFirst(), lists.getLast(), lists.getFirst(), lists.getLast()),
        "snapshot.png");
    assertShows("snapshot.png", REAR, 640, 480);
  }

  @Test
  void aResolutionSwitcherThatAsksForTooMuchAtLast() throws Exception {
    ExitCode code = run("resolution.html", false, "#qvga", "#hd", "[id='8K']");

    assertRan(
        code,
        List.of(
            "Result constraints: {\"width\":{\"exact\":320},\"height\":{\"exact\":240}}",
            "resize: Actual video dimensions: 320x240px.",
            "Result constraints: {\"width\":{\"exact\":1280},\"height\":{\"exact\":720}}",
            "resize: Actual video dimensions: 1280x720px.",
            "getUserMedia: the constraint width {\"exact\":7680} is more than Synthetic front camera"
                + " (1 to 1920) or Synthetic rear camera (1 to 1920) can satisfy"),
        "frame.png");
    assertShows("frame.png", FRONT, 1280, 720);
  }

  @Test
  void callbacksObjectUrlsAndStopOfOld() throws Exception {
    ExitCode code = run("old-callbacks.html", true);

    assertRan(code, List.of("ready 640x480", "tracks ended"), "c.png", "shot.png");
    assertShows("shot.png", FRONT, 320, 240);
  }

  @Test
  void withoutTheLegacyNamesAnOldPageSaysThatItCannotRun() throws Exception {
    ExitCode code = run("old-callbacks.html", false);

    assertThat(code).isEqualTo(ExitCode.OK);
    assertThat(complained.toString(StandardCharsets.UTF_8))
        .isEqualTo("alert: getUserMedia() is not supported in your browser\n");
    assertThat(out).isEmptyDirectory();
  }

  @Test
  void aModuleThatAwaitsAtItsTopLevel() throws Exception {
    ExitCode code = run("async-module.html", false);

    assertRan(
        code,
        List.of(
            "permission: prompt",
            "opened 640×480 at 30",
            "constraints known: true",
            "image/png true",
            "ended"),
        "modern.png");
    assertShows("modern.png", REAR, 320, 240);
  }

  @Test
  void aComponentThatMirrorsItsPhotos() throws Exception {
    String snap = "[data-action=snap]";
    ExitCode code = run("component.html", false, snap, snap, "[data-action=stop]");

    assertRan(
        code,
        List.of("live 640", "shot 1", "shot 2", "stopped webcam mirrored"),
        "canvas-1.png",
        "canvas-2.png");
    assertShowsUndone("hflip", "canvas-1.png", FRONT, 640, 480);
  }

  @Test
  void aScannerThatLooksAtEachFrame() throws Exception {
    ExitCode code = run("scanner.html", false);

    assertRan(
        code, List.of("found dark and light in 640x480 after a few frames: true"), "qr-canvas.png");
    assertShows("qr-canvas.png", REAR, 640, 480);
  }

  @Test
  void aMirrorWithAFilterThatOffersItsPictureForDownload() throws Exception {
    ExitCode code = run("filters.html", false);

    assertRan(code, List.of(), "filtered.png", "output.png");
    assertShowsUndone("hflip,negate", "filtered.png", FRONT, 320, 240);
  }

  @Test
  void aPageThatFindsNoRecorderTakesAPhoto() throws Exception {
    ExitCode code = run("recorder-fallback.html", false);

    assertRan(
        code,
        List.of("browser unknown", "required true", "no recorder, a photo must do"),
        "fallback.png");
    assertShows("fallback.png", FRONT, 640, 480);
  }

  @Test
  void aSharedScreen() throws Exception {
    ExitCode code = run("screen-share.html", false, "#start", "#stop");

    assertRan(code, List.of("Track settings: monitor"), "shared.png");
    assertThat(new RecordedFile(out.resolve("shared.png")).pictures())
        .singleElement()
        .satisfies(picture -> assertThat(picture.reading()).isPresent());
  }

  @Test
  void aPhotoBoothThatCountsDown() throws Exception {
    ExitCode code = run("countdown.html", false, "#go");

    assertRan(code, List.of("3 photos"), "photo-1.png", "photo-2.png", "photo-3.png", "sheet.png");
    assertShows("photo-3.png", FRONT, 160, 120);
  }

  @Test
  @Tag("webrtc")
  void aCallToOneselfWhosePictureComesOverThePeerConnection() throws Exception {
    assumeThat(new File("/sys/class/net").list())
        .as("network interfaces")
        .anyMatch(it -> !it.equals("lo"));
    ExitCode code = run("call-yourself.html", false, "#startButton", "#callButton");

    assertRan(
        code,
        List.of(
            "pc2 received remote stream",
            "pc1 connected",
            "Remote video size 320x240",
            "frames came: true",
            "closed false"),
        "snapshot.png");
    assertShows("snapshot.png", FRONT, 320, 240);
  }
}
