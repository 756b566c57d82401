package dev.usermedia.testkit.guide;

import static org.assertj.core.api.Assertions.assertThat;

import dev.usermedia.DOMException;
import dev.usermedia.DisplayMediaStreamOptions;
import dev.usermedia.MediaContext;
import dev.usermedia.MediaDeviceInfo;
import dev.usermedia.MediaDeviceKind;
import dev.usermedia.MediaStream;
import dev.usermedia.MediaStreamTrack;
import dev.usermedia.MediaStreamTrackProcessor;
import dev.usermedia.MediaStreamTrackProcessorInit;
import dev.usermedia.MediaStreamTrackState;
import dev.usermedia.OverconstrainedError;
import dev.usermedia.Registration;
import dev.usermedia.constraints.ConstrainDOMString;
import dev.usermedia.constraints.ConstrainDouble;
import dev.usermedia.constraints.ConstrainULong;
import dev.usermedia.constraints.MediaStreamConstraints;
import dev.usermedia.constraints.MediaTrackCapabilities;
import dev.usermedia.constraints.MediaTrackConstraints;
import dev.usermedia.constraints.MediaTrackSettings;
import dev.usermedia.frame.VideoFrame;
import dev.usermedia.permissions.PermissionDecision;
import dev.usermedia.permissions.PermissionDescriptor;
import dev.usermedia.permissions.PermissionName;
import dev.usermedia.permissions.PermissionStatus;
import dev.usermedia.spi.Capability;
import dev.usermedia.spi.SourceException;
import dev.usermedia.streams.ReadableStream;
import dev.usermedia.synthetic.SyntheticDevice;
import dev.usermedia.testkit.FakeMedia;
import java.lang.foreign.ValueLayout;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What docs/guide/from-mdn-to-java.md shows, between the marks, and that it does what it says. */
class FromMdnToJavaTest {
  private static final int PATIENCE_SECONDS = 20;

  @RegisterExtension final FakeMedia media = FakeMedia.create();

  private final BlockingQueue<String> logged = new LinkedBlockingQueue<>();
  private MediaContext context;

  @BeforeEach
  void page() {
    context = media.context();
  }

  private void log(String line) {
    logged.add(line);
  }

  private String nextLogged() throws InterruptedException {
    return logged.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
  }

  private void open() {
    // region open
    try {
      MediaStream stream =
          context
              .mediaDevices()
              .getUserMedia(MediaStreamConstraints.builder().audio(true).video(true).build());
      for (MediaStreamTrack track : stream.getTracks()) {
        log(track.kind() + ": " + track.label());
      }
    } catch (DOMException error) {
      switch (error.name()) {
        case "NotAllowedError" -> log("You said no; the switch is in the settings.");
        case "NotFoundError" -> log("There is no camera, or no microphone.");
        case "NotReadableError" -> log("Another program has the device.");
        default -> throw error;
      }
    }
    // endregion
  }

  @Test
  void opensCameraAndMicrophone() {
    open();
    assertThat(logged)
        .containsExactly("audio: Synthetic microphone", "video: Synthetic front camera");
  }

  @Test
  void saysThatThePersonSaidNo() {
    media.prompt().answer(PermissionName.CAMERA, PermissionDecision.DENY);
    open();
    assertThat(logged).containsExactly("You said no; the switch is in the settings.");
  }

  @Test
  void saysThatThereIsNoMicrophone() {
    media.devices().unplug("microphone");
    open();
    assertThat(logged).containsExactly("There is no camera, or no microphone.");
  }

  @Test
  void saysThatTheCameraIsBusy() {
    media.devices().refuse("camera-user", Optional.of(SourceException.Kind.BUSY));
    media.devices().refuse("camera-environment", Optional.of(SourceException.Kind.BUSY));
    open();
    assertThat(logged).containsExactly("Another program has the device.");
  }

  @Test
  void opensWithoutWaiting() throws Exception {
    // region async
    CompletableFuture<Void> shown =
        context
            .mediaDevices()
            .getUserMediaAsync(MediaStreamConstraints.builder().video(true).build())
            .thenAccept(stream -> log("active: " + stream.active()));
    // endregion
    shown.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    assertThat(logged).containsExactly("active: true");
  }

  // region fallback
  MediaStream openSharpest(ConstrainULong... widths) {
    for (ConstrainULong width : widths) {
      MediaTrackConstraints video =
          MediaTrackConstraints.builder()
              .width(width)
              .frameRate(ConstrainDouble.min(30))
              .facingMode("user")
              .build();
      try {
        return context
            .mediaDevices()
            .getUserMedia(MediaStreamConstraints.builder().video(video).build());
      } catch (OverconstrainedError error) {
        log(error.constraint() + ": " + error.getMessage());
      }
    }
    return context
        .mediaDevices()
        .getUserMedia(MediaStreamConstraints.builder().video(true).build());
  }

  // endregion

  @Test
  void fallsBackAndSaysWhy() throws Exception {
    MediaStream stream = openSharpest(ConstrainULong.exact(7680), ConstrainULong.min(1920));
    assertThat(nextLogged()).startsWith("width: ").contains("1920");
    assertThat(logged).isEmpty();
    assertThat(stream.getVideoTracks().getFirst().getSettings().width()).hasValue(1920);
  }

  @Test
  void picksADevice() throws Exception {
    // region picker
    Map<String, String> choices = new LinkedHashMap<>();
    for (MediaDeviceInfo device : context.mediaDevices().enumerateDevices()) {
      if (device.kind() == MediaDeviceKind.VIDEOINPUT) {
        choices.put(device.deviceId(), device.label());
      }
    }
    Registration watching =
        context
            .mediaDevices()
            .ondevicechange(
                event -> {
                  for (MediaDeviceInfo device : event.userInsertedDevices()) {
                    log("new: " + device.label());
                  }
                });
    // endregion
    assertThat(choices.values()).containsExactly("Synthetic front camera", "Synthetic rear camera");
    media.devices().plug(SyntheticDevice.camera("door").withLabel("Door"));
    assertThat(nextLogged()).isEqualTo("new: Door");

    String chosen = choices.keySet().stream().skip(1).findFirst().orElseThrow();
    // region chosen
    MediaTrackConstraints video =
        MediaTrackConstraints.builder().deviceId(ConstrainDOMString.exact(chosen)).build();
    MediaStream stream =
        context.mediaDevices().getUserMedia(MediaStreamConstraints.builder().video(video).build());
    // endregion
    assertThat(stream.getVideoTracks().getFirst().label()).isEqualTo("Synthetic rear camera");
    watching.close();
  }

  @Test
  void changesALiveTrack() {
    media.devices().unplug("camera-user");
    media.devices().unplug("camera-environment");
    media
        .devices()
        .plug(SyntheticDevice.camera("door").withCapability("zoom", new Capability.Range(1, 8, 1)));
    MediaStreamTrack track = camera();
    // region live
    MediaTrackCapabilities able = track.getCapabilities();
    MediaTrackConstraints.Builder wish =
        track.getConstraints().toBuilder().width(640).height(360).frameRate(15);
    able.zoom().ifPresent(zoom -> wish.zoom(zoom.max()));
    track.applyConstraints(wish.build());

    MediaTrackSettings now = track.getSettings();
    log(now.width().orElseThrow() + "x" + now.height().orElseThrow());
    // endregion
    assertThat(logged).containsExactly("640x360");
    assertThat(now.frameRate()).hasValue(15);
    assertThat(now.zoom()).hasValue(8);
  }

  private MediaStreamTrack camera() {
    return context
        .mediaDevices()
        .getUserMedia(MediaStreamConstraints.builder().video(true).build())
        .getVideoTracks()
        .getFirst();
  }

  @Test
  void mutesAndStops() throws Exception {
    MediaStream stream =
        context
            .mediaDevices()
            .getUserMedia(MediaStreamConstraints.builder().audio(true).video(true).build());
    // region mute
    MediaStreamTrack microphone = stream.getAudioTracks().getFirst();
    Runnable muteButton = () -> microphone.enabled(!microphone.enabled());
    Runnable stopButton = () -> stream.getTracks().forEach(MediaStreamTrack::stop);

    Registration[] heard = {
      microphone.onmute(event -> log("The microphone is switched off.")),
      microphone.onunmute(event -> log("The microphone is back.")),
      microphone.onended(event -> log("The microphone is gone."))
    };
    // endregion
    assertThat(heard).hasSize(3);
    muteButton.run();
    assertThat(microphone.enabled()).isFalse();
    muteButton.run();
    assertThat(microphone.enabled()).isTrue();

    media.clock().awaitWaiters(2);
    media.devices().setMuted("microphone", true);
    assertThat(nextLogged()).isEqualTo("The microphone is switched off.");
    media.devices().setMuted("microphone", false);
    assertThat(nextLogged()).isEqualTo("The microphone is back.");
    media.devices().unplug("microphone");
    assertThat(nextLogged()).isEqualTo("The microphone is gone.");
    assertThat(stream.active()).isTrue();
    stopButton.run();
    assertThat(stream.active()).isFalse();
  }

  @Test
  void capturesTheScreen() throws Exception {
    // region screen
    MediaStream screen =
        context
            .mediaDevices()
            .getDisplayMedia(
                DisplayMediaStreamOptions.builder()
                    .video(
                        MediaTrackConstraints.builder()
                            .frameRate(ConstrainDouble.max(15))
                            .cursor("never")
                            .build())
                    .build());
    MediaStreamTrack picture = screen.getVideoTracks().getFirst();
    log("sharing a " + picture.getSettings().displaySurface().orElseThrow());
    var _ = picture.onended(event -> log("The person stopped sharing."));
    // endregion
    assertThat(nextLogged()).isEqualTo("sharing a monitor");
    assertThat(picture.getSettings().frameRate().orElseThrow()).isLessThanOrEqualTo(15);
    assertThat(picture.getSettings().cursor()).hasValue("never");
    context.permissions().revoke(PermissionDescriptor.of(PermissionName.DISPLAY_CAPTURE));
    assertThat(nextLogged()).isEqualTo("The person stopped sharing.");
  }

  @Test
  void asksForPermissions() throws Exception {
    // region permissions
    PermissionStatus camera =
        context.permissions().query(PermissionDescriptor.of(PermissionName.CAMERA));
    log(camera.state().value());
    var _ = camera.onchange(event -> log("now " + camera.state().value()));
    // endregion
    assertThat(nextLogged()).isEqualTo("prompt");
    assertThat(camera().readyState()).isEqualTo(MediaStreamTrackState.LIVE);
    assertThat(nextLogged()).isEqualTo("now granted");
    context.permissions().revoke(PermissionDescriptor.of(PermissionName.CAMERA));
    assertThat(nextLogged()).isEqualTo("now prompt");
  }

  private long firstBrightFrameUs(MediaStreamTrack track) {
    long brightUs = -1;
    // region frames
    ReadableStream<VideoFrame> frames =
        MediaStreamTrackProcessor.ofVideo(new MediaStreamTrackProcessorInit(track)).readable();
    for (Optional<VideoFrame> next = frames.read(); next.isPresent(); next = frames.read()) {
      try (VideoFrame frame = next.get()) {
        int x = frame.codedWidth() / 2;
        int y = frame.codedHeight() / 2;
        long offset = (long) y * frame.layout().strideBytes(0) + x;
        if ((frame.plane(0).get(ValueLayout.JAVA_BYTE, offset) & 0xff) > 100) {
          brightUs = frame.timestampUs();
          track.stop(); // closes the stream
        }
      }
    }
    // endregion
    return brightUs;
  }

  @Test
  void waitsForTheFlash() throws Exception {
    MediaStreamTrack track = camera();
    media.clock().awaitWaiters(1);
    media.advance(Duration.ofMillis(500));
    CompletableFuture<Long> bright = CompletableFuture.supplyAsync(() -> firstBrightFrameUs(track));
    long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
    while (!bright.isDone() && System.nanoTime() < deadline) {
      media.advance(Duration.ofMillis(20));
    }
    long brightUs = bright.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    assertThat(brightUs).isGreaterThanOrEqualTo(1_000_000);
    assertThat(brightUs % 1_000_000).as("into its second").isLessThan(100_000);
    assertThat(track.readyState()).isEqualTo(MediaStreamTrackState.ENDED);
  }
}
