package dev.usermedia.linux.internal.x11;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.usermedia.linux.internal.x11.protocol.Core;
import dev.usermedia.linux.internal.x11.protocol.X11Connection;
import dev.usermedia.spi.SourceDevice;
import dev.usermedia.spi.SourceException;
import dev.usermedia.testkit.lab.X11Painter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("x11")
class FocusTest {
  private Display display;
  private X11Painter painter;
  private int lower;
  private int upper;

  @BeforeEach
  void showTwoWindows() throws Exception {
    display = Display.start("320x240x24");
    painter = display.painter();
    lower = window("lower");
    upper = window("upper");
    painter.sync();
  }

  @AfterEach
  void end() throws Exception {
    display.close();
  }

  @Test
  void withoutAWindowManagerAWindowIsRaisedAndTheKeyboardDirectedToIt() throws Exception {
    assertThat(painter.stack()).containsExactly(lower, upper);
    display.driver().focus(display.device("lower"));
    assertThat(painter.stack()).containsExactly(upper, lower);
    assertThat(painter.focus()).isEqualTo(lower);
  }

  @Test
  void aWindowManagerIsAskedAndNothingIsDoneBehindItsBack() throws Exception {
    painter.supportHint("_NET_ACTIVE_WINDOW");
    painter.sync();
    int before = painter.focus();
    X11Server server = X11Server.in(Map.of("DISPLAY", display.server().display()));
    X11Connection manager = server.open("manage", "", connection -> connection);
    try {
      List<String> messages = new ArrayList<>();
      Core core = new Core(manager);
      int activeWindow = core.atom("_NET_ACTIVE_WINDOW");
      core.selectEvents(painter.root(), Core.SUBSTRUCTURE_REDIRECT);
      manager.onEvent(
          event -> {
            if ((event.get(0) & 0x7F) == Core.CLIENT_MESSAGE) {
              assertThat(event.getInt(8)).isEqualTo(activeWindow);
              messages.add(Integer.toHexString(event.getInt(4)) + " by " + event.getInt(12));
            }
          });
      display.driver().focus(display.device("lower"));
      while (messages.isEmpty()) {
        manager.awaitEvent();
      }
      assertThat(messages).containsExactly(Integer.toHexString(lower) + " by 2");
      assertThat(painter.focus()).isEqualTo(before);
      assertThat(painter.stack()).containsExactly(lower, upper);
    } finally {
      manager.close();
    }
  }

  @Test
  void aMonitorHasNoFocusAndAWindowThatWasClosedIsAFailure() throws Exception {
    int before = painter.focus();
    display.driver().focus(display.device("screen"));
    assertThat(painter.focus()).isEqualTo(before);
    SourceDevice closed = display.device("upper");
    painter.destroy(upper);
    painter.sync();
    assertThatThrownBy(() -> display.driver().focus(closed)).isInstanceOf(SourceException.class);
  }

  private int window(String title) throws Exception {
    int window = painter.createWindow(10, 10, 100, 80, 0, 0xFF0000);
    painter.title(window, title);
    painter.map(window);
    return window;
  }
}
