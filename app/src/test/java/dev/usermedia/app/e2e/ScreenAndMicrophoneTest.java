package dev.usermedia.app.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import dev.usermedia.testkit.lab.Playback;
import dev.usermedia.testkit.lab.PulseSession;
import dev.usermedia.testkit.lab.RecordedFile;
import dev.usermedia.testkit.lab.X11Painter;
import dev.usermedia.testkit.lab.XvfbSession;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A real X server's screen and a real sound server's microphone. */
@Tag("e2e")
class ScreenAndMicrophoneTest {
  private static final int WIDTH = 1024;
  private static final int HEIGHT = 768;
  private static final int RATE_HZ = 48_000;
  private static final int DARK = 0x000060;
  private static final int BRIGHT = 0xE0E000;

  /** Between two of a test's events. */
  private static final long PACE_MS = 700;

  private static final int EVENTS = 7;
  private static final long TOLERANCE_US = 40_000;

  @TempDir private Path directory;
  private XvfbSession screen;
  private PulseSession sound;
  private PulseSession.Microphone microphone;

  @BeforeEach
  void startServers() throws Exception {
    screen = XvfbSession.start(WIDTH + "x" + HEIGHT + "x24");
    sound = PulseSession.start();
    microphone = sound.addMicrophone("table", RATE_HZ, 1);
  }

  @AfterEach
  void endServers() throws Exception {
    sound.close();
    screen.close();
  }

  @Test
  void whatIsDrawnAndPlayedIsRecordedAtTheTimesItWas() throws Exception {
    List<Long> drawnUs = new ArrayList<>();
    List<Long> playedUs = new ArrayList<>();
    Path clip = directory.resolve("clip.webm");
    try (X11Painter painter = screen.painter();
        Playback line = sound.line(microphone);
        Command.Running recording =
            usermedia("record", "--screen", "--mic", "table", "clip.webm").start()) {
      paint(painter, DARK);
      recording.awaitSize(clip, 1_000);
      recording.assertRunsFor(1_000);
      for (int i = 0; i < EVENTS; i++) {
        drawnUs.add(nowUs());
        paint(painter, i % 2 == 0 ? BRIGHT : DARK);
        recording.assertRunsFor(PACE_MS / 2);
        playedUs.add(nowUs());
        line.write(burst());
        recording.assertRunsFor(PACE_MS / 2);
      }
      recording.signal("INT");
      recording.awaitEnd().assertSucceeded();
    }
    RecordedFile file = new RecordedFile(clip);
    assertThat(file.shown("v:0", "stream=width,height")).isEqualTo(WIDTH + "," + HEIGHT);
    List<Long> seenUs = changes(file.shades());
    List<Long> heardUs = onsets(file.sound());
    assertThat(seenUs).hasSize(EVENTS);
    assertThat(heardUs).hasSize(EVENTS);

    // The file's time 0 is some instant of the clock: all must agree on which.
    List<Long> zeroUs = new ArrayList<>();
    for (int i = 0; i < EVENTS; i++) {
      zeroUs.add(drawnUs.get(i) - seenUs.get(i));
      zeroUs.add(playedUs.get(i) - heardUs.get(i));
    }
    List<Long> sorted = zeroUs.stream().sorted().toList();
    assertThat(sorted.getLast() - sorted.getFirst())
        .as("time 0 by picture and sound in turn: %s", zeroUs)
        .isLessThanOrEqualTo(2 * TOLERANCE_US);
  }

  @Test
  void aMicrophoneThatIsPulledOutEndsTheRecordingWhichStaysWhole() throws Exception {
    Path clip = directory.resolve("clip.webm");
    try (Command.Running recording =
        usermedia("record", "--screen", "--mic", "--for", "40s", "clip.webm").start()) {
      recording.awaitSize(clip, 1_000);
      recording.assertRunsFor(1_000);
      sound.unplug(microphone);
      recording.awaitEnd().assertFailed(8, "AbortError: Microphone table ended after ");
    }
    assertThat(new RecordedFile(clip).complaints()).isEmpty();
    assertThat(new RecordedFile(clip).durationUs()).isGreaterThan(1_000_000);
  }

  @Test
  void aScreenThatGoesAwayEndsTheRecordingWhichStaysWhole() throws Exception {
    Path clip = directory.resolve("clip.webm");
    try (Command.Running recording =
        usermedia("record", "--screen", "--no-audio", "clip.webm").start()) {
      recording.awaitSize(clip, 1_000);
      recording.assertRunsFor(1_000);
      screen.kill();
      recording.awaitEnd().assertFailed(8, "AbortError: ");
    }
    assertThat(new RecordedFile(clip).complaints()).isEmpty();
  }

  @Test
  void theMachinesOwnDevicesAreListedWithPlaceAndRate() throws Exception {
    Command.Run run = usermedia("devices").run().assertSucceeded();
    assertThat(run.out())
        .anyMatch(line -> line.matches("\\* [0-9a-f]{8}  .*Microphone table +48000 Hz mono"))
        .anyMatch(line -> line.matches("\\* [0-9a-f]{8}  .* 1024x768 at 0,0"));
    assertThat(usermedia("devices", "--json").run().assertSucceeded().out())
        .contains("      \"label\": \"Microphone table\",");
  }

  private Command usermedia(String... arguments) throws Exception {
    return Command.usermedia(directory, arguments)
        .with(Map.of("DISPLAY", screen.display()))
        .with(sound.environment());
  }

  private static void paint(X11Painter painter, int rgb) throws Exception {
    painter.fill(painter.root(), 0, 0, WIDTH, HEIGHT, rgb);
    painter.sync();
  }

  /** A tenth of a second of 1 kHz that begins loud. */
  private static float[] burst() {
    float[] samples = new float[RATE_HZ / 10];
    for (int i = 0; i < samples.length; i++) {
      samples[i] = (float) (0.5 * Math.cos(2 * Math.PI * 1_000 * i / RATE_HZ));
    }
    return samples;
  }

  /** When the picture turns from dark to bright or back. */
  private static List<Long> changes(List<RecordedFile.Shade> shades) {
    List<Long> changes = new ArrayList<>();
    for (int i = 1; i < shades.size(); i++) {
      if (isBright(shades.get(i)) != isBright(shades.get(i - 1))) {
        changes.add(shades.get(i).ptsUs());
      }
    }
    return changes;
  }

  private static boolean isBright(RecordedFile.Shade shade) {
    return shade.red() > 0x70 && shade.green() > 0x70 && shade.blue() < 0x50;
  }

  /** When a sound begins after a tenth of a second of silence. */
  private static List<Long> onsets(RecordedFile.Sound sound) {
    List<Long> onsets = new ArrayList<>();
    int lastLoud = -RATE_HZ;
    for (int i = 0; i < sound.samples().length; i++) {
      if (Math.abs(sound.samples()[i]) > 0.2) {
        if (i - lastLoud > RATE_HZ / 10) {
          onsets.add(sound.ptsUs(i));
        }
        lastLoud = i;
      }
    }
    return onsets;
  }

  /** The clock that the devices' timestamps are of. */
  private static long nowUs() {
    return System.nanoTime() / 1_000;
  }
}
