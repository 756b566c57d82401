package dev.usermedia.linux.internal.pulse;

import dev.usermedia.spi.MediaDriver;
import dev.usermedia.spi.SourceDevice;
import dev.usermedia.testkit.UnpluggableSourceConformance;
import dev.usermedia.testkit.lab.PulseSession;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;

@Tag("pulse")
class PulseConformanceTest extends UnpluggableSourceConformance {
  private static PulseSession session;
  private static PulseSession.Microphone microphone;

  @BeforeAll
  static void startTheServer() throws Exception {
    session = PulseSession.start();
    microphone = session.addMicrophone("front", 48_000, 2);
    session.addSpeaker("loud");
  }

  @AfterAll
  static void stopTheServer() throws Exception {
    session.close();
  }

  @Override
  protected MediaDriver createDriver() throws Exception {
    if (!session.isPlugged(microphone)) {
      session.plug(microphone); // the test before left it so
    }
    return new PulseDriver(Optional.of(session.server()));
  }

  @Override
  protected SourceDevice chooseDevice(List<SourceDevice> devices) {
    return devices.stream()
        .filter(d -> d.hardwareId().equals(microphone.name()))
        .findFirst()
        .orElseThrow();
  }

  @Override
  protected void unplug(SourceDevice device) throws Exception {
    session.unplug(microphone);
  }

  @Override
  protected void replug(SourceDevice device) throws Exception {
    session.plug(microphone);
  }
}
