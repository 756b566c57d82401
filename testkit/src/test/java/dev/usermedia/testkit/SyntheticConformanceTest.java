package dev.usermedia.testkit;

import dev.usermedia.spi.MediaDriver;
import dev.usermedia.spi.SourceDevice;
import dev.usermedia.synthetic.SyntheticDevice;
import dev.usermedia.synthetic.SyntheticDriver;
import java.util.List;
import org.junit.jupiter.api.Nested;

class SyntheticConformanceTest {
  @Nested
  class ACamera extends Conformance {
    ACamera() {
      super("camera-user");
    }
  }

  @Nested
  class AMicrophone extends Conformance {
    AMicrophone() {
      super("microphone");
    }
  }

  @Nested
  class AScreen extends Conformance {
    AScreen() {
      super("screen-2");
    }
  }

  abstract static class Conformance extends UnpluggableSourceConformance {
    private final String hardwareId;

    Conformance(String hardwareId) {
      this.hardwareId = hardwareId;
    }

    @Override
    protected MediaDriver createDriver() {
      return new SyntheticDriver();
    }

    @Override
    protected SourceDevice chooseDevice(List<SourceDevice> devices) {
      return devices.stream()
          .filter(d -> d.hardwareId().equals(hardwareId))
          .findFirst()
          .orElseThrow();
    }

    @Override
    protected void unplug(SourceDevice device) {
      ((SyntheticDriver) driver()).unplug(device.hardwareId());
    }

    @Override
    protected void replug(SourceDevice device) {
      ((SyntheticDriver) driver()).plug(new SyntheticDevice(device));
    }
  }
}
