package dev.usermedia.linux.internal.x11;

import dev.usermedia.spi.MediaDriver;
import dev.usermedia.spi.SourceDevice;
import dev.usermedia.spi.SourceKind;
import dev.usermedia.testkit.SourceConformance;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;

/** A window passes the checks of drivers. */
@Tag("x11")
class WindowConformanceTest extends SourceConformance {
  private static Display display;

  @BeforeAll
  static void showAWindow() throws Exception {
    display = Display.start("640x480x24");
    int window = display.painter().createWindow(10, 20, 321, 243, 1, 0x00FF00);
    display.painter().title(window, "a window");
    display.painter().map(window);
    display.painter().sync();
  }

  @AfterAll
  static void end() throws Exception {
    display.close();
  }

  @Override
  protected MediaDriver createDriver() {
    return Display.driver(display.server().display());
  }

  @Override
  protected SourceDevice chooseDevice(List<SourceDevice> devices) {
    return devices.stream().filter(d -> d.kind() == SourceKind.WINDOW).findFirst().orElseThrow();
  }
}
