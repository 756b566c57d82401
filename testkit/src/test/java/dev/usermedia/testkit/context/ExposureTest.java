package dev.usermedia.testkit.context;

import static dev.usermedia.testkit.context.ContextFixture.CAMERA;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.usermedia.DOMException;
import dev.usermedia.DeviceChangeEvent;
import dev.usermedia.InputDeviceInfo;
import dev.usermedia.MediaDeviceInfo;
import dev.usermedia.MediaStreamTrack;
import dev.usermedia.OverconstrainedError;
import dev.usermedia.constraints.ConstrainULong;
import dev.usermedia.constraints.MediaStreamConstraints;
import dev.usermedia.constraints.MediaTrackCapabilities;
import dev.usermedia.constraints.MediaTrackConstraints;
import dev.usermedia.permissions.PermissionName;
import dev.usermedia.permissions.PermissionState;
import dev.usermedia.permissions.PermissionStore;
import dev.usermedia.synthetic.SyntheticDevice;
import dev.usermedia.synthetic.SyntheticDriver;
import java.util.EnumSet;
import java.util.List;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** What is told of devices, and when. */
class ExposureTest {
  private static final MediaStreamConstraints TOO_WIDE =
      MediaStreamConstraints.builder()
          .video(MediaTrackConstraints.builder().width(ConstrainULong.min(100_000)).build())
          .build();

  @Test
  void beforeCaptureOneDeviceOfEachInputKindIsToldAndNothingAboutIt() {
    try (ContextFixture fixture = ContextFixture.web()) {
      List<MediaDeviceInfo> devices = devices(fixture);
      assertThat(devices)
          .extracting(device -> device.kind().value())
          .containsExactly("audioinput", "videoinput");
      for (MediaDeviceInfo device : devices) {
        assertThat(device.label() + device.deviceId() + device.groupId()).isEmpty();
        assertThat(((InputDeviceInfo) device).getCapabilities())
            .isEqualTo(MediaTrackCapabilities.EMPTY);
      }
    }
  }

  @Test
  void beforeCaptureOneOfSeveralMicrophonesIsTold() {
    SyntheticDriver two =
        new SyntheticDriver(
            List.of(SyntheticDevice.microphone("desk"), SyntheticDevice.microphone("headset")));
    try (ContextFixture fixture =
        new ContextFixture(two, builder -> builder.exposeDevices(false))) {
      assertThat(devices(fixture)).hasSize(1);
    }
  }

  @Test
  void afterCaptureAllDevicesOfTheKindAreToldEvenOnceItHasStopped() {
    try (ContextFixture fixture = ContextFixture.web()) {
      fixture.open(CAMERA).getTracks().forEach(MediaStreamTrack::stop);
      assertThat(devices(fixture))
          .extracting(device -> device.kind().value() + " " + device.label())
          .containsExactly(
              "audioinput ",
              "videoinput Synthetic front camera",
              "videoinput Synthetic rear camera");
    }
  }

  @Test
  void exposureExtendsToTheOtherKindIfThatIsGranted() {
    PermissionStore store = PermissionStore.inMemory();
    store.set("local", PermissionName.MICROPHONE, PermissionState.GRANTED);
    try (ContextFixture fixture = ContextFixture.web(builder -> builder.permissionStore(store))) {
      fixture.open(CAMERA);
      assertThat(devices(fixture))
          .extracting(MediaDeviceInfo::label)
          .containsExactly(
              "Synthetic microphone",
              "Synthetic front camera",
              "Synthetic rear camera",
              "Default - Synthetic speaker",
              "Synthetic speaker");
    }
  }

  @Test
  void aFailedConstraintIsNamedOnlyToThoseWhoMayKnowTheDevices() {
    try (ContextFixture fixture = ContextFixture.web()) {
      OverconstrainedError before = (OverconstrainedError) failure(fixture, TOO_WIDE);
      assertThat(before.constraint()).isEmpty();
      assertThat(before.getMessage()).doesNotContain("Synthetic");
      fixture.open(CAMERA);
      OverconstrainedError after = (OverconstrainedError) failure(fixture, TOO_WIDE);
      assertThat(after.constraint()).isEqualTo("width");
    }
  }

  @Test
  void aPolicyKeepsDevicesFromBeingUsedAndListed() {
    try (ContextFixture fixture =
        ContextFixture.web(
            builder -> builder.permissionsPolicy(EnumSet.of(PermissionName.MICROPHONE)))) {
      assertThat(failure(fixture, CAMERA).name()).isEqualTo("NotAllowedError");
      assertThat(devices(fixture))
          .extracting(device -> device.kind().value())
          .containsExactly("audioinput");
    }
  }

  @Test
  void devicechangeTellsNothingUntilTheDocumentIsInView() throws Exception {
    try (ContextFixture fixture = ContextFixture.web()) {
      LinkedBlockingQueue<DeviceChangeEvent> events = new LinkedBlockingQueue<>();
      SyntheticDriver driver = fixture.driver;
      driver.unplug("camera-user");
      driver.unplug("camera-environment");
      try (var _ = fixture.context.mediaDevices().ondevicechange(events::add)) {
        fixture.context.inView(false);
        driver.plug(SyntheticDevice.camera("late"));
        // the comparison runs before the next call on the same queue of devices has an answer
        assertThat(events.poll(100, TimeUnit.MILLISECONDS)).isNull();
        fixture.context.inView(true);
        DeviceChangeEvent event = events.poll(20, TimeUnit.SECONDS);
        assertThat(event.devices())
            .extracting(device -> device.kind().value())
            .containsExactly("audioinput", "videoinput");
      }
    }
  }

  private static List<MediaDeviceInfo> devices(ContextFixture fixture) {
    return fixture.context.mediaDevices().enumerateDevices();
  }

  private static DOMException failure(ContextFixture fixture, MediaStreamConstraints constraints) {
    return catchThrowableOfType(
        DOMException.class, () -> fixture.context.mediaDevices().getUserMedia(constraints));
  }
}
