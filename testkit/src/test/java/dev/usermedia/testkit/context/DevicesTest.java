package dev.usermedia.testkit.context;

import static org.assertj.core.api.Assertions.assertThat;

import dev.usermedia.DeviceChangeEvent;
import dev.usermedia.InputDeviceInfo;
import dev.usermedia.MediaContext;
import dev.usermedia.MediaDeviceInfo;
import dev.usermedia.synthetic.SyntheticDevice;
import dev.usermedia.synthetic.SyntheticDriver;
import java.util.List;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class DevicesTest {
  @Test
  void enumerationListsMicrophonesCamerasAndOutputsDefaultsFirst() {
    try (ContextFixture fixture = new ContextFixture()) {
      List<MediaDeviceInfo> devices = fixture.context.mediaDevices().enumerateDevices();
      assertThat(devices)
          .extracting(device -> device.kind().value() + " " + device.label())
          .containsExactly(
              "audioinput Synthetic microphone",
              "videoinput Synthetic front camera",
              "videoinput Synthetic rear camera",
              "audiooutput Default - Synthetic speaker",
              "audiooutput Synthetic speaker");
      assertThat(devices.get(3).deviceId()).isEqualTo("default");
      assertThat(devices.get(0).groupId()).isEqualTo(devices.get(1).groupId());
      assertThat(devices.get(2).groupId()).isNotEqualTo(devices.get(1).groupId());
      InputDeviceInfo camera = (InputDeviceInfo) devices.get(1);
      assertThat(camera.getCapabilities().width().orElseThrow().max()).isEqualTo(1920);
    }
  }

  @Test
  void whateverOrderDriversHaveMicrophonesComeFirstThenCamerasDefaultsBeforeOthers() {
    SyntheticDriver driver =
        new SyntheticDriver(
            List.of(
                SyntheticDevice.speaker("speaker"),
                SyntheticDevice.camera("rear").withLabel("rear").withSystemDefault(false),
                SyntheticDevice.camera("front").withLabel("front").withSystemDefault(true),
                SyntheticDevice.microphone("boom").withLabel("boom").withSystemDefault(false),
                SyntheticDevice.microphone("desk").withLabel("desk").withSystemDefault(true)));
    try (MediaContext context =
        MediaContext.builder().systemDrivers(false).driver(driver).exposeDevices(true).build()) {
      assertThat(context.mediaDevices().enumerateDevices())
          .extracting(MediaDeviceInfo::label)
          .startsWith("desk", "boom", "front", "rear");
    }
  }

  @Test
  void deviceIdsAreTheSameForAnOriginAndDifferForAnother() {
    try (MediaContext one = fake("one");
        MediaContext same = fake("one");
        MediaContext other = fake("other")) {
      List<String> ids = ids(one);
      assertThat(ids).doesNotHaveDuplicates().isEqualTo(ids(same));
      assertThat(ids).doesNotContainAnyElementsOf(ids(other));
    }
  }

  @Test
  void groupIdsAreOfOneDocument() {
    try (MediaContext one = fake("one");
        MediaContext same = fake("one")) {
      assertThat(groupIds(one)).doesNotContainAnyElementsOf(groupIds(same));
    }
  }

  private static List<String> groupIds(MediaContext context) {
    return context.mediaDevices().enumerateDevices().stream()
        .map(MediaDeviceInfo::groupId)
        .toList();
  }

  @Test
  void pluggingAndUnpluggingFireDevicechangeWithTheDevices() throws Exception {
    try (ContextFixture fixture = new ContextFixture()) {
      LinkedBlockingQueue<DeviceChangeEvent> events = new LinkedBlockingQueue<>();
      try (var _ = fixture.context.mediaDevices().ondevicechange(events::add)) {
        fixture.driver.plug(SyntheticDevice.camera("third").withLabel("Third"));
        DeviceChangeEvent plugged = events.poll(20, TimeUnit.SECONDS);
        assertThat(plugged.userInsertedDevices())
            .extracting(MediaDeviceInfo::label)
            .containsExactly("Third");
        assertThat(plugged.devices()).hasSize(6);
        fixture.driver.unplug("third");
        DeviceChangeEvent pulled = events.poll(20, TimeUnit.SECONDS);
        assertThat(pulled.userInsertedDevices()).isEmpty();
        assertThat(pulled.devices()).hasSize(5);
      }
    }
  }

  @Test
  void aChangeOfTheDefaultInsertsNoDevice() throws Exception {
    SyntheticDevice desk = SyntheticDevice.speaker("desk").withLabel("Desk");
    SyntheticDevice headset = SyntheticDevice.speaker("headset").withLabel("Headset");
    SyntheticDriver driver = new SyntheticDriver(List.of(desk.withSystemDefault(true), headset));
    try (ContextFixture fixture = new ContextFixture(driver)) {
      LinkedBlockingQueue<DeviceChangeEvent> events = new LinkedBlockingQueue<>();
      try (var _ = fixture.context.mediaDevices().ondevicechange(events::add)) {
        driver.unplug("desk");
        assertThat(told(events)).isEqualTo("[Headset] inserted []");
        driver.unplug("headset");
        assertThat(told(events)).isEqualTo("[] inserted []");
        driver.plug(headset.withSystemDefault(true));
        assertThat(told(events)).isEqualTo("[Default - Headset, Headset] inserted [Headset]");
        driver.plug(desk.withSystemDefault(true)); // of two the first stays
        assertThat(told(events)).isEqualTo("[Default - Headset, Headset, Desk] inserted [Desk]");
        driver.unplug("headset");
        assertThat(told(events)).isEqualTo("[Default - Desk, Desk] inserted []");
      }
    }
  }

  private static String told(LinkedBlockingQueue<DeviceChangeEvent> events) throws Exception {
    DeviceChangeEvent event = events.poll(20, TimeUnit.SECONDS);
    return labels(event.devices()) + " inserted " + labels(event.userInsertedDevices());
  }

  private static List<String> labels(List<MediaDeviceInfo> devices) {
    return devices.stream().map(MediaDeviceInfo::label).toList();
  }

  private static MediaContext fake(String origin) {
    return MediaContext.builder().fakeDevices().exposeDevices(true).origin(origin).build();
  }

  private static List<String> ids(MediaContext context) {
    return context.mediaDevices().enumerateDevices().stream()
        .map(MediaDeviceInfo::deviceId)
        .filter(id -> !id.equals("default"))
        .toList();
  }
}
