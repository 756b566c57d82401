package dev.usermedia.testkit.context;

import static org.assertj.core.api.Assertions.assertThat;

import dev.usermedia.DeviceChangeEvent;
import dev.usermedia.DeviceChangeEventInit;
import dev.usermedia.MediaDeviceInfo;
import dev.usermedia.MediaStream;
import dev.usermedia.MediaStreamTrack;
import dev.usermedia.MediaStreamTrackEvent;
import dev.usermedia.MediaStreamTrackEventInit;
import dev.usermedia.permissions.PermissionDescriptor;
import dev.usermedia.permissions.PermissionName;
import dev.usermedia.permissions.PermissionState;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/** Events that applications make, and what is no event. */
class EventsTest {
  @Test
  void anEventThatAnApplicationMakesHasNoTarget() {
    try (ContextFixture fixture = new ContextFixture()) {
      MediaStreamTrack track = fixture.camera();
      MediaStreamTrackEvent added =
          new MediaStreamTrackEvent("addtrack", new MediaStreamTrackEventInit(track));
      assertThat(added.type()).isEqualTo("addtrack");
      assertThat(added.target()).isEmpty();
      assertThat(added.track()).isSameAs(track);
    }
  }

  @Test
  void aDeviceChangeEventHasTheDevicesThatItIsMadeOfAndNoneThatSomebodyInserted() {
    try (ContextFixture fixture = new ContextFixture()) {
      List<MediaDeviceInfo> devices =
          new ArrayList<>(fixture.context.mediaDevices().enumerateDevices());
      DeviceChangeEvent event =
          new DeviceChangeEvent("devicechange", new DeviceChangeEventInit(devices));
      devices.clear();
      assertThat(event.devices()).hasSize(5);
      assertThat(event.userInsertedDevices()).isEmpty();
      assertThat(new DeviceChangeEvent("else").devices()).isEmpty();
    }
  }

  @Test
  void eventsThatAreFiredHaveTheirTarget() throws Exception {
    try (ContextFixture fixture = new ContextFixture()) {
      CompletableFuture<Object> target = new CompletableFuture<>();
      try (var _ =
          fixture
              .context
              .mediaDevices()
              .ondevicechange(event -> target.complete(event.target().orElseThrow()))) {
        fixture.driver.unplug("camera-environment");
        assertThat(ContextFixture.await(target)).isSameAs(fixture.context.mediaDevices());
      }
    }
  }

  @Test
  void whatAnApplicationDoesToAStreamIsNoEvent() throws Exception {
    try (ContextFixture fixture = new ContextFixture()) {
      MediaStreamTrack track = fixture.camera();
      MediaStream stream = new MediaStream();
      List<String> fired = new ArrayList<>();
      try (var _ = stream.onaddtrack(event -> fired.add(event.type()));
          var _ = stream.onremovetrack(event -> fired.add(event.type()))) {
        stream.addTrack(track);
        stream.removeTrack(track);
        // what was to be fired would have been before this
        ContextFixture.await(fixture.context.mediaDevices().enumerateDevicesAsync());
      }
      assertThat(fired).isEmpty();
    }
  }

  @Test
  void aDeviceIsWrittenAsItsFourMembers() {
    try (ContextFixture fixture = new ContextFixture()) {
      MediaDeviceInfo camera = fixture.context.mediaDevices().enumerateDevices().get(1);
      assertThat(camera.toJSON())
          .containsExactly(
              Map.entry("deviceId", camera.deviceId()),
              Map.entry("kind", "videoinput"),
              Map.entry("label", camera.label()),
              Map.entry("groupId", camera.groupId()));
    }
  }

  @Test
  void aPermissionIsQueriedByWayOfTheLoop() throws Exception {
    PermissionDescriptor camera = PermissionDescriptor.of(PermissionName.CAMERA);
    ContextFixture fixture = new ContextFixture();
    try (fixture) {
      assertThat(ContextFixture.await(fixture.context.permissions().queryAsync(camera)).state())
          .isEqualTo(PermissionState.PROMPT);
    }
    assertThat(fixture.context.permissions().queryAsync(camera)).isCompletedExceptionally();
  }
}
