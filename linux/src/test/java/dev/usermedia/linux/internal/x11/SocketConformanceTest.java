package dev.usermedia.linux.internal.x11;

import dev.usermedia.spi.MediaDriver;
import dev.usermedia.testkit.SourceConformance;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;

/** A screen passes the checks of drivers also where no memory can be shared with the server. */
@Tag("x11")
class SocketConformanceTest extends SourceConformance {
  private static Display display;

  @BeforeAll
  static void start() throws Exception {
    display = Display.start(List.of("-extension", "MIT-SHM"), "320x240x24");
  }

  @AfterAll
  static void end() throws Exception {
    display.close();
  }

  @Override
  protected MediaDriver createDriver() {
    return Display.driver(display.server().display());
  }
}
