package dev.usermedia.linux.internal.x11;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.usermedia.frame.VideoFrame;
import dev.usermedia.spi.Source;
import dev.usermedia.spi.SourceDevice;
import dev.usermedia.spi.SourceException;
import dev.usermedia.spi.SourceSettings;
import dev.usermedia.testkit.ManualClock;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A red square of 10 pixels is the pointer, on a green screen. */
class PointerTest {
  private static final int RED = 0xFF0000;
  private static final int GREEN = 0x00FF00;
  private static final int SIZE = 10;

  private final ManualClock clock = new ManualClock(1_000_000);

  @Tag("x11")
  @ParameterizedTest
  @CsvSource({"30,20", "0,0", "-4,-6", "95,75", "99,79"})
  void isDrawnWhereItIsAndCutOffAtTheEdges(int x, int y) throws Exception {
    try (Display display = greenScreen();
        Shots shots = new Shots()) {
      // of a monitor at 10, 10, so that the pointer can lie partly outside on all sides
      display.painter().warpPointer(10 + x, 10 + y);
      display.painter().sync();
      Source source = display.capture(display.device("DP-1"), "always", shots, clock);
      try (VideoFrame frame = shots.next()) {
        for (int row = 0; row < 80; row++) {
          for (int column = 0; column < 100; column++) {
            boolean on = column >= x && column < x + SIZE && row >= y && row < y + SIZE;
            assertThat(Shots.rgb(frame, column, row)).isEqualTo(on ? RED : GREEN);
          }
        }
      }
      source.close();
    }
  }

  @Tag("x11")
  @Test
  void isLeftOutWhereItIsNeverToShow() throws Exception {
    try (Display display = greenScreen();
        Shots shots = new Shots()) {
      display.painter().warpPointer(50, 50);
      display.painter().sync();
      Source source = display.capture(display.device("screen"), "never", shots, clock);
      try (VideoFrame frame = shots.next()) {
        assertThat(Shots.rgb(frame, 52, 52)).isEqualTo(GREEN);
      }
      source.close();
    }
  }

  @Tag("x11")
  @Test
  void showsForASecondAfterItMovedWhereOnlyMotionIsToShowIt() throws Exception {
    try (Display display = greenScreen();
        Shots shots = new Shots()) {
      display.painter().warpPointer(50, 50);
      display.painter().sync();
      Source source = display.capture(display.device("screen"), "motion", shots, clock);
      clock.awaitWaiters(1);
      try (VideoFrame atRest = shots.next()) {
        assertThat(Shots.rgb(atRest, 52, 52)).isEqualTo(GREEN);
      }
      display.painter().warpPointer(60, 60);
      display.painter().sync();
      for (int i = 0; i < 30; i++) {
        clock.advanceToNextWaiterUs();
        try (VideoFrame moved = shots.next()) {
          assertThat(Shots.rgb(moved, 62, 62)).as("picture " + i).isEqualTo(RED);
        }
      }
      clock.advanceToNextWaiterUs();
      try (VideoFrame atRest = shots.next()) {
        assertThat(Shots.rgb(atRest, 62, 62)).isEqualTo(GREEN);
      }
      source.close();
    }
  }

  @Tag("x11")
  @Test
  void appearsAndGoesByReconfiguring() throws Exception {
    try (Display display = greenScreen();
        Shots shots = new Shots()) {
      display.painter().warpPointer(50, 50);
      display.painter().sync();
      SourceDevice device = display.device("screen");
      Source source = display.capture(device, "never", shots);
      shots.next(f -> Shots.rgb(f, 52, 52) == GREEN).close();
      source.reconfigure(Display.settings(device, "always"));
      shots.next(f -> Shots.rgb(f, 52, 52) == RED).close();
      // settings that do not name the pointer leave it as it is
      source.reconfigure(SourceSettings.of(Display.settings(device, "never").mode()));
      shots.next().close();
      shots.next(f -> Shots.rgb(f, 52, 52) == RED).close();
      source.reconfigure(Display.settings(device, "never"));
      shots.next(f -> Shots.rgb(f, 52, 52) == GREEN).close();
      source.close();
    }
  }

  @Tag("x11")
  @Test
  void aWishThatTheSpecificationDoesNotKnowIsRefused() throws Exception {
    try (Display display = greenScreen();
        Shots shots = new Shots()) {
      SourceDevice device = display.device("screen");
      Source source = display.driver().open(device, clock);
      SourceSettings known = Display.settings(device, "never");
      for (Map<String, Object> controls :
          List.<Map<String, Object>>of(
              Map.of("cursor", "sometimes"), Map.of("cursor", true), Map.of("zoom", 2.0))) {
        assertThatThrownBy(() -> source.start(new SourceSettings(known.mode(), controls), shots))
            .isInstanceOf(SourceException.class);
      }
      source.start(known, shots);
      shots.next().close();
      source.close();
    }
  }

  @Test
  void aPictureWithAlphaIsLaidOverTheScreen() {
    assertThat(Pointer.over(0xFF123456, 0x00FFFFFF)).isEqualTo(0x123456);
    assertThat(Pointer.over(0x00000000, 0x00ABCDEF)).isEqualTo(0xABCDEF);
    // half of white, multiplied in, over black and over white
    assertThat(Pointer.over(0x80808080, 0x000000)).isEqualTo(0x808080);
    assertThat(Pointer.over(0x80808080, 0xFFFFFF)).isEqualTo(0xFFFFFF);
    // a server whose colours are not multiplied in does not overflow into the next
    assertThat(Pointer.over(0x80FFFFFF, 0xFFFFFF)).isEqualTo(0xFFFFFF);
  }

  private static Display greenScreen() throws Exception {
    Display display = Display.start("320x240x24");
    display.painter().fill(display.painter().root(), 0, 0, 320, 240, GREEN);
    display.painter().squarePointer(SIZE, RED);
    display.painter().monitors().add("DP-1", 10, 10, 100, 80);
    return display;
  }
}
