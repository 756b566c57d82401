package dev.usermedia.testkit.context;

import static dev.usermedia.testkit.context.ContextFixture.BOTH;
import static dev.usermedia.testkit.context.ContextFixture.CAMERA;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.usermedia.DOMException;
import dev.usermedia.MediaDeviceInfo;
import dev.usermedia.MediaKind;
import dev.usermedia.MediaStream;
import dev.usermedia.MediaStreamTrack;
import dev.usermedia.MediaStreamTrackState;
import dev.usermedia.OverconstrainedError;
import dev.usermedia.TypeError;
import dev.usermedia.constraints.ConstrainDOMString;
import dev.usermedia.constraints.ConstrainULong;
import dev.usermedia.constraints.GetUserMediaSemantics;
import dev.usermedia.constraints.MediaStreamConstraints;
import dev.usermedia.constraints.MediaTrackConstraints;
import dev.usermedia.permissions.PermissionDecision;
import dev.usermedia.permissions.PermissionName;
import dev.usermedia.spi.SourceException;
import dev.usermedia.synthetic.SyntheticDevice;
import dev.usermedia.synthetic.SyntheticDriver;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class GetUserMediaTest {
  @Test
  void givesOneLiveTrackOfEachKindAskedFor() {
    try (ContextFixture fixture = new ContextFixture()) {
      MediaStream stream = fixture.open(BOTH);
      assertThat(stream.active()).isTrue();
      assertThat(stream.getTracks()).hasSize(2);
      MediaStreamTrack video = stream.getVideoTracks().getFirst();
      assertThat(video.kind()).isEqualTo("video");
      assertThat(video.label()).isEqualTo("Synthetic front camera");
      assertThat(video.readyState()).isEqualTo(MediaStreamTrackState.LIVE);
      assertThat(video.getSettings().width()).hasValue(640);
      assertThat(video.getSettings().height()).hasValue(480);
      assertThat(video.getSettings().frameRate()).hasValue(30);
      assertThat(stream.getAudioTracks().getFirst().getSettings().sampleRate()).hasValue(48_000);
    }
  }

  @Test
  void membersThatTracksOfTheKindDoNotHaveAreLeftOut() {
    MediaTrackConstraints ofSound =
        MediaTrackConstraints.fromMap(
            Map.of("voiceIsolation", Map.of("exact", true), "width", 320));
    try (ContextFixture fixture = new ContextFixture()) {
      MediaStreamTrack video =
          fixture
              .open(MediaStreamConstraints.builder().video(ofSound).build())
              .getVideoTracks()
              .getFirst();
      // a required constraint that may not choose a device is a TypeError, but not of another kind
      assertThat(video.getConstraints()).hasToString("{\"width\":320}");
    }
  }

  @Test
  void asksForSomethingOrIsATypeError() {
    try (ContextFixture fixture = new ContextFixture()) {
      assertThatExceptionOfType(TypeError.class)
          .isThrownBy(
              () ->
                  fixture
                      .context
                      .mediaDevices()
                      .getUserMedia(MediaStreamConstraints.builder().build()));
    }
  }

  @Test
  void aMachineWithoutCamerasIsANotFoundError() {
    try (ContextFixture fixture = new ContextFixture(new SyntheticDriver(List.of()))) {
      assertThat(failure(fixture, CAMERA).name()).isEqualTo("NotFoundError");
      assertThat(fixture.context.mediaDevices().enumerateDevices()).isEmpty();
    }
  }

  @Test
  void whatNoDeviceCanDoIsOverconstrainedAndNamesTheConstraint() {
    try (ContextFixture fixture = new ContextFixture()) {
      MediaTrackConstraints wide =
          MediaTrackConstraints.builder().width(ConstrainULong.min(100_000)).build();
      DOMException error = failure(fixture, MediaStreamConstraints.builder().video(wide).build());
      assertThat(error).isInstanceOf(OverconstrainedError.class);
      assertThat(((OverconstrainedError) error).constraint()).isEqualTo("width");
      assertThat(error.getMessage()).contains("100000").contains("Synthetic front camera");
    }
  }

  @Test
  void aBusyDeviceLeavesTheTurnToTheNext() {
    try (ContextFixture fixture = new ContextFixture()) {
      fixture.driver.refuse("camera-user", Optional.of(SourceException.Kind.BUSY));
      assertThat(fixture.camera().label()).isEqualTo("Synthetic rear camera");
    }
  }

  @Test
  void aDeviceThatCannotBeOpenedIsANotReadableErrorWithTheBackendsWordsAsCause() {
    SyntheticDriver driver = new SyntheticDriver(List.of(SyntheticDevice.camera("only")));
    try (ContextFixture fixture = new ContextFixture(driver)) {
      driver.refuse("only", Optional.of(SourceException.Kind.FAILED));
      DOMException error = failure(fixture, CAMERA);
      assertThat(error.name()).isEqualTo("NotReadableError");
      assertThat(error.getCause()).isInstanceOf(SourceException.class);
      driver.refuse("only", Optional.empty());
      assertThat(fixture.camera().readyState()).isEqualTo(MediaStreamTrackState.LIVE);
    }
  }

  @Test
  void aFailureOfOneKindLeavesNothingOfTheOtherOpen() throws Exception {
    try (ContextFixture fixture = new ContextFixture()) {
      // audio is opened first, then both cameras fail
      fixture.driver.refuse("camera-user", Optional.of(SourceException.Kind.BUSY));
      fixture.driver.refuse("camera-environment", Optional.of(SourceException.Kind.BUSY));
      assertThat(failure(fixture, BOTH).name()).isEqualTo("NotReadableError");
      // the indicator goes off only when nothing is captured any more
      fixture.clock.awaitWaiters(1);
      fixture.clock.advanceUs(4_000_000);
      assertThat(fixture.context.indicators().live(MediaKind.AUDIO)).isFalse();
    }
  }

  @Test
  void aRefusedPromptIsANotAllowedErrorAndOpensNothing() {
    List<String> asked = new ArrayList<>();
    try (ContextFixture fixture =
        new ContextFixture(
            new SyntheticDriver(),
            builder ->
                builder
                    .origin("test")
                    .prompt(
                        request -> {
                          asked.add(request.origin() + " " + request.descriptor().name().value());
                          return PermissionDecision.DISMISS;
                        }))) {
      assertThat(failure(fixture, CAMERA).name()).isEqualTo("NotAllowedError");
      assertThat(asked).containsExactly("test camera");
      assertThat(Threads.ofSources()).isEmpty();
    }
  }

  @Test
  void aDeviceIsChosenByItsId() {
    try (ContextFixture fixture = new ContextFixture()) {
      String id =
          fixture.context.mediaDevices().enumerateDevices().stream()
              .filter(device -> device.label().equals("Synthetic rear camera"))
              .findFirst()
              .orElseThrow()
              .deviceId();
      MediaTrackConstraints exact =
          MediaTrackConstraints.builder().deviceId(ConstrainDOMString.exact(id)).build();
      MediaStreamTrack track = fixture.camera(exact);
      assertThat(track.label()).isEqualTo("Synthetic rear camera");
      assertThat(track.getSettings().deviceId()).hasValue(id);
      assertThat(track.getConstraints()).isEqualTo(exact);
    }
  }

  @Test
  void whoeverIsToChooseChoosesEachTimeWhereSeveralDevicesFit() {
    List<List<String>> offered = new ArrayList<>();
    MediaStreamConstraints chosen =
        MediaStreamConstraints.builder()
            .video(true)
            .audio(true)
            .semantics(GetUserMediaSemantics.USER_CHOOSES)
            .build();
    try (ContextFixture fixture =
        new ContextFixture(
            new SyntheticDriver(),
            builder ->
                builder
                    .exposeDevices(false)
                    .inputPicker(
                        devices -> {
                          offered.add(devices.stream().map(MediaDeviceInfo::label).toList());
                          return Optional.of(devices.getLast());
                        }))) {
      assertThat(fixture.context.mediaDevices().defaultSemantics())
          .isEqualTo(GetUserMediaSemantics.BROWSER_CHOOSES);
      fixture.open(CAMERA);
      assertThat(offered).isEmpty();
      for (int i = 1; i <= 2; i++) {
        assertThat(fixture.open(chosen).getVideoTracks().getFirst().label())
            .isEqualTo("Synthetic rear camera");
        // there is one microphone and nothing to choose
        assertThat(offered)
            .hasSize(i)
            .containsOnly(List.of("Synthetic front camera", "Synthetic rear camera"));
      }
    }
  }

  @Test
  void aDeviceThatNobodyChoosesIsNotAllowed() {
    try (ContextFixture fixture =
        new ContextFixture(
            new SyntheticDriver(), builder -> builder.inputPicker(devices -> Optional.empty()))) {
      MediaStreamConstraints chosen =
          MediaStreamConstraints.builder()
              .video(true)
              .semantics(GetUserMediaSemantics.USER_CHOOSES)
              .build();
      assertThatExceptionOfType(DOMException.class)
          .isThrownBy(() -> fixture.open(chosen))
          .satisfies(e -> assertThat(e.name()).isEqualTo("NotAllowedError"));
    }
  }

  @Test
  void theBlockingFormRefusesToBlockTheEventLoop() throws Exception {
    try (ContextFixture fixture = new ContextFixture()) {
      CompletableFuture<Throwable> thrown = new CompletableFuture<>();
      MediaStreamTrack track = fixture.camera();
      var _ =
          track.onmute(
              event -> {
                try {
                  var _ = fixture.context.mediaDevices().getUserMedia(CAMERA);
                  thrown.complete(new AssertionError("it blocked"));
                } catch (DOMException e) {
                  thrown.complete(e);
                }
              });
      fixture.driver.setMuted("camera-user", true);
      assertThat(ContextFixture.await(thrown).toString()).startsWith("InvalidStateError");
    }
  }

  @Test
  void aClosedContextStopsItsTracksAndRefusesNewOnes() {
    ContextFixture fixture = new ContextFixture();
    MediaStream stream = fixture.open(BOTH);
    fixture.close();
    assertThat(stream.active()).isFalse();
    assertThat(Threads.ofSources()).isEmpty();
    assertThat(failure(fixture, CAMERA).name()).isEqualTo("InvalidStateError");
    fixture.close();
  }

  @Test
  void aClosedContextSaysSoBeforeItSaysWhatItsPolicyForbids() {
    ContextFixture fixture =
        new ContextFixture(
            new SyntheticDriver(),
            builder -> builder.permissionsPolicy(EnumSet.noneOf(PermissionName.class)));
    assertThat(failure(fixture, CAMERA).name()).isEqualTo("NotAllowedError");
    fixture.close();
    assertThat(failure(fixture, CAMERA).name()).isEqualTo("InvalidStateError");
  }

  private static DOMException failure(ContextFixture fixture, MediaStreamConstraints constraints) {
    return catchThrowableOfType(
        DOMException.class, () -> fixture.context.mediaDevices().getUserMedia(constraints));
  }
}
