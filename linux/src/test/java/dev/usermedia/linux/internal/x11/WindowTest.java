package dev.usermedia.linux.internal.x11;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.usermedia.MediaClock;
import dev.usermedia.Registration;
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
import dev.usermedia.testkit.lab.X11Painter;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("x11")
class WindowTest {
  private static final int RED = 0xFF0000;
  private static final int BLUE = 0x0000FF;

  private Display display;
  private X11Painter painter;
  private Shots shots;
  private int window;

  @BeforeEach
  void showAWindow() throws Exception {
    display = Display.start("320x240x24");
    painter = display.painter();
    shots = new Shots();
    window = painter.createWindow(30, 40, 100, 80, 3, RED);
    painter.title(window, "Röd");
    painter.map(window);
    painter.sync();
  }

  @AfterEach
  void end() throws Exception {
    shots.close();
    display.close();
  }

  @Test
  void windowsThatShowAreListedWithTitleAndPlaceAfterTheScreens() throws Exception {
    int hidden = painter.createWindow(0, 0, 50, 50, 0, BLUE);
    painter.title(hidden, "hidden");
    painter.map(painter.createWindow(0, 0, 50, 50, 0, BLUE)); // nameless
    int upper = painter.createWindow(200, 100, 60, 50, 0, BLUE);
    painter.title(upper, "upper");
    painter.map(upper);
    painter.sync();

    List<SourceDevice> devices = display.driver().devices();
    assertThat(devices).extracting(SourceDevice::label).containsExactly("screen", "upper", "Röd");
    SourceDevice device = devices.getLast();
    assertThat(device.kind()).isEqualTo(SourceKind.WINDOW);
    assertThat(device.hardwareId())
        .isEqualTo(display.server().display() + "/window/0x" + Integer.toHexString(window));
    assertThat(device.bounds()).contains(new VideoRect(33, 43, 100, 80)); // within the border
    assertThat(device.systemDefault()).isFalse();
    assertThat(device.capabilities())
        .containsEntry("displaySurface", new Capability.Choice(List.of("window")));
  }

  @Test
  void aWindowIsCapturedWholeWhateverCoversIt() throws Exception {
    painter.moveAndResize(window, -20, 200, 100, 80); // past two edges of the screen
    int cover = painter.createWindow(0, 180, 100, 80, 0, BLUE);
    painter.map(cover);
    painter.sync();
    Source source = display.capture(display.device("Röd"), "never", shots);
    for (int i = 0; i < 3; i++) {
      try (VideoFrame frame = shots.next()) {
        assertThat(isAll(frame, 0, 0, 100, 80, RED)).isTrue();
      }
    }
    painter.fill(window, 99, 79, 1, 1, 0x00FF00);
    painter.sync();
    shots.next(f -> Shots.rgb(f, 99, 79) == 0x00FF00).close();
    source.close();
  }

  @Test
  void thePointerIsDrawnAtItsPlaceInTheWindow() throws Exception {
    painter.squarePointer(10, BLUE);
    painter.warpPointer(33 + 50, 43 + 30);
    painter.sync();
    Source source = display.capture(display.device("Röd"), "always", shots);
    try (VideoFrame frame = shots.next()) {
      assertThat(isAll(frame, 50, 30, 10, 10, BLUE)).isTrue();
      assertThat(Shots.rgb(frame, 49, 30)).isEqualTo(RED);
      assertThat(Shots.rgb(frame, 60, 39)).isEqualTo(RED);
    }
    painter.moveAndResize(window, 0, 0, 100, 80);
    painter.sync();
    try (VideoFrame frame = shots.next(f -> Shots.rgb(f, 50, 30) == RED)) {
      assertThat(isAll(frame, 80, 70, 10, 10, BLUE)).isTrue();
    }
    source.close();
  }

  @Test
  void aHiddenWindowIsMutedAndAShownOneIsNot() throws Exception {
    Source source = display.capture(display.device("Röd"), "never", shots);
    shots.next().close();
    for (int i = 0; i < 3; i++) {
      painter.unmap(window);
      painter.sync();
      assertThat(shots.nextMute()).isTrue();
      shots.dropAll();
      painter.map(window);
      painter.sync();
      assertThat(shots.nextMute()).isFalse();
      try (VideoFrame frame = shots.next()) {
        assertThat(isAll(frame, 0, 0, 100, 80, RED)).isTrue();
      }
    }
    source.close();
    assertThat(shots.hasEnded()).isFalse();
  }

  @Test
  void aClosedWindowEndsItsSource() throws Exception {
    SourceDevice device = display.device("Röd");
    Source source = display.capture(device, "always", shots);
    shots.next().close();
    painter.destroy(window);
    painter.sync();
    SourceException end = shots.awaitEnd();
    assertThat(end.kind()).isEqualTo(SourceException.Kind.NOT_FOUND);
    assertThat(end).hasMessageContaining("the window was closed");
    assertThatThrownBy(() -> display.driver().open(device, MediaClock.system()))
        .isInstanceOf(SourceException.class)
        .hasMessageContaining("the window was closed");
    source.close();
  }

  @Test
  void aResizedWindowIsCroppedOrPaddedUntilReconfigured() throws Exception {
    Source source = display.capture(display.device("Röd"), "never", shots);
    shots.next().close();
    painter.moveAndResize(window, 30, 40, 60, 20);
    painter.sync();
    try (VideoFrame padded = shots.next(f -> Shots.rgb(f, 99, 79) == 0)) {
      assertThat(padded.codedWidth()).isEqualTo(100);
      assertThat(isAll(padded, 0, 0, 60, 20, RED)).isTrue();
      assertThat(isAll(padded, 60, 0, 40, 80, 0)).isTrue();
      assertThat(isAll(padded, 0, 20, 100, 60, 0)).isTrue();
    }
    painter.moveAndResize(window, 30, 40, 120, 90);
    painter.sync();
    try (VideoFrame cropped = shots.next(f -> Shots.rgb(f, 99, 79) == RED)) {
      assertThat(isAll(cropped, 0, 0, 100, 80, RED)).isTrue();
    }
    source.reconfigure(SourceSettings.of(new VideoMode(VideoPixelFormat.BGRX, 120, 90, 30)));
    try (VideoFrame fitted = shots.next(f -> f.codedWidth() == 120)) {
      assertThat(isAll(fitted, 0, 0, 120, 90, RED)).isTrue();
    }
    source.close();
  }

  @Test
  void aWatchTellsOfWindowsThatComeAndGo() throws Exception {
    Semaphore changes = new Semaphore(0);
    Registration watch = display.driver().watch(changes::release);
    painter.unmap(window);
    painter.sync();
    awaitListed(changes, 1);
    painter.map(window);
    painter.sync();
    awaitListed(changes, 2);
    watch.close();
  }

  @Test
  void withoutCompositeThereAreNoWindowsAndOpeningOneSaysWhy() throws Exception {
    SourceDevice elsewhere = display.device("Röd");
    try (Display bare = Display.start(List.of("-extension", "Composite"), "320x240x24")) {
      int other = bare.painter().createWindow(0, 0, 10, 10, 0, RED);
      bare.painter().title(other, "other");
      bare.painter().map(other);
      bare.painter().sync();
      assertThat(bare.driver().devices())
          .extracting(SourceDevice::kind)
          .containsOnly(SourceKind.SCREEN);
      SourceDevice there =
          new SourceDevice(
              "x11",
              elsewhere.hardwareId().replaceFirst("^:\\d+", bare.server().display()),
              SourceKind.WINDOW,
              "other",
              "",
              false,
              elsewhere.modes());
      assertThatThrownBy(() -> bare.driver().open(there, MediaClock.system()))
          .isInstanceOf(SourceException.class)
          .hasMessageContaining("lacks the Composite extension");
    }
  }

  private void awaitListed(Semaphore changes, int count) throws Exception {
    while (display.driver().devices().size() != count) {
      assertThat(changes.tryAcquire(10, TimeUnit.SECONDS)).isTrue();
    }
  }

  private static boolean isAll(VideoFrame frame, int x, int y, int width, int height, int rgb) {
    for (int row = y; row < y + height; row++) {
      for (int column = x; column < x + width; column++) {
        if (Shots.rgb(frame, column, row) != rgb) {
          return false;
        }
      }
    }
    return true;
  }
}
