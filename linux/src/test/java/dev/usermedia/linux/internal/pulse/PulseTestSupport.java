package dev.usermedia.linux.internal.pulse;

import dev.usermedia.MediaClock;
import dev.usermedia.spi.AudioMode;
import dev.usermedia.spi.Source;
import dev.usermedia.spi.SourceDevice;
import dev.usermedia.spi.SourceKind;
import dev.usermedia.spi.SourceSettings;
import dev.usermedia.testkit.lab.PulseSession;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;

/** A server for each test, and a driver on it. */
@Tag("pulse")
abstract class PulseTestSupport {
  static final double LATENCY_SECONDS = 0.01;

  PulseSession session;
  PulseDriver driver;

  @BeforeEach
  void startTheServer() throws Exception {
    session = PulseSession.start();
    driver = new PulseDriver(Optional.of(session.server()));
  }

  @AfterEach
  void stopTheServer() throws Exception {
    driver.close();
    session.close();
  }

  /** The listed microphone of a name. */
  SourceDevice microphone(String name) throws Exception {
    return driver.devices().stream()
        .filter(d -> d.kind() == SourceKind.MICROPHONE && d.hardwareId().equals(name))
        .findFirst()
        .orElseThrow();
  }

  Source open(String name) throws Exception {
    return driver.open(microphone(name), MediaClock.system());
  }

  static SourceSettings settings(int sampleRateHz, int channelCount, double latencySeconds) {
    AudioMode mode = new AudioMode(sampleRateHz, channelCount, 16, latencySeconds, latencySeconds);
    return SourceSettings.of(mode);
  }
}
