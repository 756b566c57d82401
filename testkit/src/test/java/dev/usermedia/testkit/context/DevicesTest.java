package dev.usermedia.testkit.context;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.usermedia.DOMException;
import dev.usermedia.DeviceChangeEvent;
import dev.usermedia.DisplayMediaStreamOptions;
import dev.usermedia.InputDeviceInfo;
import dev.usermedia.MediaContext;
import dev.usermedia.MediaDeviceInfo;
import dev.usermedia.MediaStreamTrack;
import dev.usermedia.TypeError;
import dev.usermedia.constraints.ConstrainULong;
import dev.usermedia.constraints.MediaTrackConstraints;
import dev.usermedia.synthetic.SyntheticDevice;
import dev.usermedia.synthetic.SyntheticDriver;
import java.util.List;
import java.util.Optional;
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
  void aDisplayIsCapturedAsWhoeverPicksItChooses() {
    try (ContextFixture fixture =
        new ContextFixture(
            new SyntheticDriver(),
            builder ->
                builder.displayPicker(
                    surfaces ->
                        surfaces.stream()
                            .filter(surface -> surface.label().endsWith("2"))
                            .findFirst()))) {
      MediaStreamTrack track =
          fixture
              .context
              .mediaDevices()
              .getDisplayMedia(DisplayMediaStreamOptions.DEFAULT)
              .getVideoTracks()
              .getFirst();
      List<String> sizes = ContextFixture.watch(track, ContextFixture::size);
      fixture.clock.awaitWaiters(1);
      fixture.clock.advanceUs(200_000);
      assertThat(sizes).isNotEmpty().containsOnly("1024x768");
      assertThat(track.getSettings().displaySurface()).hasValue("monitor");
      assertThat(fixture.context.displaySurfaces())
          .extracting(surface -> surface.bounds().orElseThrow().x())
          .containsExactly(0, 1920);
    }
  }

  @Test
  void aDisplayThatNobodyPicksIsNotAllowed() {
    try (ContextFixture fixture =
        new ContextFixture(
            new SyntheticDriver(), builder -> builder.displayPicker(s -> Optional.empty()))) {
      assertThatExceptionOfType(DOMException.class)
          .isThrownBy(
              () ->
                  fixture.context.mediaDevices().getDisplayMedia(DisplayMediaStreamOptions.DEFAULT))
          .satisfies(e -> assertThat(e.name()).isEqualTo("NotAllowedError"));
    }
  }

  @Test
  void getDisplayMediaTakesNoMinExactOrAdvancedConstraints() {
    try (ContextFixture fixture = new ContextFixture()) {
      MediaTrackConstraints exact =
          MediaTrackConstraints.builder().width(ConstrainULong.exact(640)).build();
      MediaTrackConstraints advanced = MediaTrackConstraints.builder().advanced(List.of()).build();
      for (MediaTrackConstraints barred : List.of(exact, advanced)) {
        assertThatExceptionOfType(TypeError.class)
            .isThrownBy(
                () ->
                    fixture
                        .context
                        .mediaDevices()
                        .getDisplayMedia(DisplayMediaStreamOptions.video(barred)));
      }
    }
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
