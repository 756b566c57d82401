package dev.usermedia.linux.internal.x11;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.usermedia.MediaClock;
import dev.usermedia.frame.VideoFrame;
import dev.usermedia.frame.VideoPixelFormat;
import dev.usermedia.frame.VideoRect;
import dev.usermedia.spi.Capability;
import dev.usermedia.spi.Source;
import dev.usermedia.spi.SourceDevice;
import dev.usermedia.spi.SourceException;
import dev.usermedia.spi.SourceKind;
import dev.usermedia.spi.SourceSettings;
import dev.usermedia.spi.VideoMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@Tag("x11")
class ScreenTest {
  private static final int SAME = -1;

  /** With shared memory and without. */
  static Stream<List<String>> servers() {
    return Stream.of(List.of(), List.of("-extension", "MIT-SHM"));
  }

  @Test
  void screensAndMonitorsAreListedWithNameSizeAndPlace() throws Exception {
    try (Display display = Display.start("640x480x24", "320x200x24")) {
      display.painter().monitors().add("HDMI-1", 40, 20, 400, 300);
      String name = display.server().display();
      List<SourceDevice> devices = display.driver().devices();
      assertThat(devices)
          .extracting(SourceDevice::hardwareId)
          .containsExactlyInAnyOrder(name + "/screen", name + "/HDMI-1", name + ".1/screen");
      assertThat(devices).filteredOn(SourceDevice::systemDefault).hasSize(1);
      assertThat(devices.getFirst().systemDefault()).isTrue();
      assertThat(devices.getLast().bounds()).contains(new VideoRect(0, 0, 320, 200));

      SourceDevice monitor = display.device("HDMI-1");
      assertThat(monitor.kind()).isEqualTo(SourceKind.SCREEN);
      assertThat(monitor.bounds()).contains(new VideoRect(40, 20, 400, 300));
      assertThat(monitor.modes())
          .containsExactly(new VideoMode(VideoPixelFormat.BGRX, 400, 300, 1, 60));
      assertThat(monitor.capabilities())
          .containsEntry("cursor", new Capability.Choice(List.of("always", "motion", "never")))
          .containsEntry("displaySurface", new Capability.Choice(List.of("monitor")))
          .containsEntry("logicalSurface", new Capability.Choice(List.of(true)));
    }
  }

  @Test
  void thePreferredScreenOfTheDisplayComesFirst() throws Exception {
    try (Display display = Display.start("640x480x24", "320x200x24");
        X11Driver second = Display.driver(display.server().display() + ".1")) {
      assertThat(second.devices().getFirst().hardwareId())
          .isEqualTo(display.server().display() + ".1/screen");
    }
  }

  @ParameterizedTest
  @MethodSource("servers")
  void everyPixelIsTheOneDrawn(List<String> arguments) throws Exception {
    try (Display display = Display.start(arguments, "331x203x24");
        Shots shots = new Shots()) {
      int[] expected = drawRectangles(display, 331, 203);
      Source source = display.capture(display.device("screen"), "never", shots);
      try (VideoFrame frame = shots.next()) {
        assertThat(Arrays.mismatch(pixels(frame), expected)).isEqualTo(SAME);
        assertThat(frame.format()).isEqualTo(VideoPixelFormat.BGRX);
      }
      source.close();
    }
  }

  @ParameterizedTest
  @MethodSource("servers")
  void onlyTheMonitorsOwnPartOfTheScreenIsCaptured(List<String> arguments) throws Exception {
    try (Display display = Display.start(arguments, "320x240x24");
        Shots shots = new Shots()) {
      display.painter().monitors().add("DP-1", 50, 60, 101, 77);
      int[] whole = drawRectangles(display, 320, 240);
      Source source = display.capture(display.device("DP-1"), "never", shots);
      try (VideoFrame frame = shots.next()) {
        int[] part = new int[101 * 77];
        for (int i = 0; i < part.length; i++) {
          part[i] = whole[(60 + i / 101) * 320 + 50 + i % 101];
        }
        assertThat(Arrays.mismatch(pixels(frame), part)).isEqualTo(SAME);
      }
      source.close();
    }
  }

  @Test
  void aSecondScreenIsCaptured() throws Exception {
    try (Display display = Display.start("320x240x24", "64x48x24");
        var painter = display.server().painter(1);
        Shots shots = new Shots()) {
      painter.fill(painter.root(), 0, 0, 64, 48, 0x123456);
      painter.sync();
      SourceDevice second = display.driver().devices().getLast();
      Source source = display.capture(second, "always", shots);
      try (VideoFrame frame = shots.next()) {
        // the pointer is on the first screen
        assertThat(isAll(frame, 0x123456)).isTrue();
      }
      source.close();
    }
  }

  @Test
  void framesStandOnTheMemoryThatTheServerWroteTo() throws Exception {
    try (Display display = Display.start("320x240x24");
        Shots shots = new Shots()) {
      Source source = display.capture(display.device("screen"), "never", shots);
      try (VideoFrame frame = shots.next()) {
        assertThat(mapping(frame.plane(0).address()))
            .hasValueSatisfying(line -> assertThat(line).contains("/SYSV").contains("(deleted)"));
      }
      source.close();
    }
  }

  @Test
  void whatIsDrawnAtATimeIsInThePicturesOfThatTime() throws Exception {
    MediaClock clock = MediaClock.system();
    try (Display display = Display.start("64x48x24");
        Shots shots = new Shots()) {
      Source source = display.capture(display.device("screen"), "never", shots);
      for (int color = 1; color < 30; color++) {
        long beforeUs = clock.nowUs();
        display.painter().fill(display.painter().root(), 0, 0, 64, 48, color);
        display.painter().sync();
        long afterUs = clock.nowUs();
        boolean later = false;
        while (!later) {
          try (VideoFrame frame = shots.next()) {
            later = frame.timestampUs() > afterUs;
            boolean shown = Shots.rgb(frame, 0, 0) == color;
            if (later) {
              assertThat(shown).as("what was drawn before").isTrue();
            } else if (frame.timestampUs() < beforeUs - 40_000) {
              assertThat(shown).as("what is drawn later").isFalse();
            }
          }
        }
      }
      source.close();
    }
  }

  @Test
  void picturesThatFindAllMemoryHeldAreLostAndCounted() throws Exception {
    try (Display display = Display.start("64x48x24");
        Shots shots = new Shots()) {
      SourceDevice device = display.device("screen");
      Source source = display.driver().open(device, MediaClock.system());
      VideoMode mode = (VideoMode) device.modes().getFirst();
      source.start(SourceSettings.of(mode.at(60)), shots);
      List<VideoFrame> held = new ArrayList<>();
      while (held.size() < Pictures.CAPACITY) {
        held.add(shots.next());
      }
      MediaClock.system().awaitUs(MediaClock.system().nowUs() + 200_000);
      assertThat(shots.waiting()).isZero();
      held.forEach(VideoFrame::close);
      try (VideoFrame next = shots.next()) {
        long spanUs = next.timestampUs() - held.getFirst().timestampUs();
        long due = Math.round(spanUs * 60 / 1e6);
        assertThat(shots.lost()).isBetween(due - held.size() - 1, due - held.size() + 1);
        assertThat(shots.lost()).isGreaterThan(5);
      }
      source.close();
    }
  }

  @Test
  void aScreenThatShrinksIsPaddedAndGrowsBackByReconfiguring() throws Exception {
    try (Display display = Display.start("320x240x24");
        Shots shots = new Shots()) {
      int root = display.painter().root();
      display.painter().fill(root, 0, 0, 320, 240, 0x00FF00);
      display.painter().sync();
      SourceDevice device = display.device("screen");
      Source source = display.capture(device, "never", shots);
      shots.next().close();

      display.painter().monitors().resize(200, 100);
      display.painter().fill(root, 0, 0, 200, 100, 0xFF0000);
      display.painter().sync();
      try (VideoFrame padded = shots.next(f -> Shots.rgb(f, 319, 239) == 0)) {
        assertThat(padded.codedWidth()).isEqualTo(320);
        assertThat(Shots.rgb(padded, 200, 99)).isZero();
        assertThat(Shots.rgb(padded, 199, 100)).isZero();
      }
      try (VideoFrame padded = shots.next(f -> Shots.rgb(f, 199, 99) == 0xFF0000)) {
        assertThat(Shots.rgb(padded, 0, 0)).isEqualTo(0xFF0000);
        assertThat(Shots.rgb(padded, 200, 0)).isZero();
      }

      source.reconfigure(SourceSettings.of(new VideoMode(VideoPixelFormat.BGRX, 200, 100, 30)));
      try (VideoFrame fitted = shots.next(f -> f.codedWidth() == 200)) {
        assertThat(isAll(fitted, 0xFF0000)).isTrue();
      }
      assertThat(shots.hasEnded()).isFalse();
      source.close();
    }
  }

  @Test
  void pixelsThatAreNotTrueColorAreRefusedPlainly() throws Exception {
    try (Display display = Display.start("64x48x16")) {
      SourceDevice device = display.device("screen");
      assertThatThrownBy(() -> display.driver().open(device, MediaClock.system()))
          .isInstanceOf(SourceException.class)
          .hasMessageContaining("pixels of depth 16 are not supported");
    }
  }

  private static int[] drawRectangles(Display display, int width, int height) throws Exception {
    Random random = new Random(7);
    int[] expected = new int[width * height];
    for (int i = 0; i < 200; i++) {
      int x = random.nextInt(width);
      int y = random.nextInt(height);
      int w = 1 + random.nextInt(width - x);
      int h = 1 + random.nextInt(height - y);
      int rgb = random.nextInt(1 << 24);
      display.painter().fill(display.painter().root(), x, y, w, h, rgb);
      for (int row = y; row < y + h; row++) {
        Arrays.fill(expected, row * width + x, row * width + x + w, rgb);
      }
    }
    display.painter().sync();
    return expected;
  }

  private static boolean isAll(VideoFrame frame, int rgb) {
    return Arrays.stream(pixels(frame)).allMatch(pixel -> pixel == rgb);
  }

  private static int[] pixels(VideoFrame frame) {
    int[] pixels = new int[frame.codedWidth() * frame.codedHeight()];
    for (int i = 0; i < pixels.length; i++) {
      pixels[i] = Shots.rgb(frame, i % frame.codedWidth(), i / frame.codedWidth());
    }
    return pixels;
  }

  private static Optional<String> mapping(long address) throws Exception {
    try (Stream<String> lines = Files.lines(Path.of("/proc/self/maps"))) {
      return lines
          .filter(
              line -> {
                String[] range = line.substring(0, line.indexOf(' ')).split("-", 2);
                return Long.compareUnsigned(Long.parseUnsignedLong(range[0], 16), address) <= 0
                    && Long.compareUnsigned(address, Long.parseUnsignedLong(range[1], 16)) < 0;
              })
          .findFirst();
    }
  }
}
