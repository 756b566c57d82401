package dev.usermedia.linux.internal.x11;

import dev.usermedia.spi.MediaDriver;
import dev.usermedia.spi.SourceDevice;
import dev.usermedia.testkit.UnpluggableSourceConformance;
import dev.usermedia.testkit.lab.X11Painter;
import dev.usermedia.testkit.lab.XvfbSession;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;

/** A monitor passes the checks of drivers, and can be pulled out. */
@Tag("x11")
class MonitorConformanceTest extends UnpluggableSourceConformance {
  private static XvfbSession server;
  private static X11Painter painter;
  private static boolean plugged;

  @BeforeAll
  static void startTheServer() throws Exception {
    server = XvfbSession.start("640x480x24");
    painter = server.painter();
  }

  @AfterAll
  static void stopTheServer() throws Exception {
    painter.close();
    server.close();
  }

  @Override
  protected MediaDriver createDriver() throws Exception {
    if (!plugged) {
      replug(null);
    }
    return new X11Driver(Map.of("DISPLAY", server.display()));
  }

  @Override
  protected SourceDevice chooseDevice(List<SourceDevice> devices) {
    return devices.stream().filter(d -> d.label().equals("DP-1")).findFirst().orElseThrow();
  }

  @Override
  protected void unplug(SourceDevice device) throws Exception {
    painter.monitors().remove("DP-1");
    plugged = false;
  }

  @Override
  protected void replug(SourceDevice device) throws Exception {
    painter.monitors().add("DP-1", 16, 32, 320, 240);
    plugged = true;
  }
}
