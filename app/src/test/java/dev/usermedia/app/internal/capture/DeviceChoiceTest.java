package dev.usermedia.app.internal.capture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class DeviceChoiceTest {
  private static final DeviceChoice FRONT = new DeviceChoice("0a1b2c3d", "Front Camera");
  private static final DeviceChoice REAR = new DeviceChoice("4e5f6071", "Rear Camera");
  private static final DeviceChoice REAR_WIDE = new DeviceChoice("99999999", "Rear Camera Wide");
  private static final List<DeviceChoice> ALL = List.of(FRONT, REAR, REAR_WIDE);

  @Test
  void anIdALabelOrAPartThatOnlyOneLabelHasNamesADevice() {
    assertThat(find("0A1B2C3D")).isEqualTo(FRONT);
    assertThat(find("front")).isEqualTo(FRONT);
    assertThat(find("rear camera")).as("a whole label before a part").isEqualTo(REAR);
    assertThat(find("wide")).isEqualTo(REAR_WIDE);
  }

  @Test
  void aNameThatFitsNoneListsWhatThereIs() {
    assertThatThrownBy(() -> find("usb"))
        .hasMessage(
            "no camera \"usb\"; there is 0a1b2c3d (Front Camera), 4e5f6071 (Rear Camera), 99999999"
                + " (Rear Camera Wide)");
  }

  @Test
  void aNameThatFitsSeveralListsThem() {
    assertThatThrownBy(() -> find("rear"))
        .hasMessage(
            "\"rear\" may be 4e5f6071 (Rear Camera) or 99999999 (Rear Camera Wide); name it by its"
                + " id");
  }

  private static DeviceChoice find(String name) {
    return DeviceChoice.find("camera", name, ALL);
  }
}
