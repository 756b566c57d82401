package dev.usermedia.testkit.context;

import static dev.usermedia.testkit.context.Displays.capture;
import static dev.usermedia.testkit.context.Displays.failure;
import static dev.usermedia.testkit.context.Displays.preferring;
import static dev.usermedia.testkit.context.Displays.thrown;
import static org.assertj.core.api.Assertions.assertThat;

import dev.usermedia.DOMException;
import dev.usermedia.DisplayMediaStreamOptions;
import dev.usermedia.DisplayPicker;
import dev.usermedia.DisplaySurface;
import dev.usermedia.MediaContext;
import dev.usermedia.MediaStream;
import dev.usermedia.MediaStreamTrack;
import dev.usermedia.MediaStreamTrackState;
import dev.usermedia.MonitorTypeSurfacesEnum;
import dev.usermedia.OverconstrainedError;
import dev.usermedia.constraints.ConstrainDouble;
import dev.usermedia.constraints.ConstrainULong;
import dev.usermedia.constraints.MediaTrackConstraints;
import dev.usermedia.permissions.PermissionDecision;
import dev.usermedia.permissions.PermissionDescriptor;
import dev.usermedia.permissions.PermissionName;
import dev.usermedia.permissions.PermissionState;
import dev.usermedia.permissions.PermissionStore;
import dev.usermedia.synthetic.SyntheticDevice;
import dev.usermedia.synthetic.SyntheticDriver;
import dev.usermedia.testkit.ScriptedPrompt;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/** Screens and windows: who chooses, and what is barred. */
class DisplayCaptureTest {
  private final ScriptedPrompt prompt = new ScriptedPrompt();

  // ---- choosing ----

  @Test
  void aDisplayIsCapturedAsWhoeverPicksItChooses() {
    try (ContextFixture fixture =
        fixture(
            builder ->
                builder.displayPicker(
                    surfaces ->
                        surfaces.stream()
                            .filter(surface -> surface.label().endsWith("2"))
                            .findFirst()))) {
      MediaStreamTrack track = capture(fixture, DisplayMediaStreamOptions.DEFAULT);
      List<String> sizes = ContextFixture.watch(track, ContextFixture::size);
      fixture.clock.awaitWaiters(1);
      fixture.clock.advanceUs(200_000);
      assertThat(sizes).isNotEmpty().containsOnly("1024x768");
      assertThat(track.getSettings().displaySurface()).hasValue("monitor");
      assertThat(fixture.context.displaySurfaces())
          .extracting(surface -> surface.bounds().orElseThrow().x())
          .containsExactly(0, 1920, 100);
    }
  }

  @Test
  void aDisplayThatNobodyPicksIsNotAllowed() {
    try (ContextFixture fixture = fixture(it -> it.displayPicker(s -> Optional.empty()))) {
      assertThat(failure(fixture, DisplayMediaStreamOptions.DEFAULT)).isEqualTo("NotAllowedError");
    }
  }

  @Test
  void preferencesOrderTheSurfacesAndHideNone() {
    List<List<String>> offered = new ArrayList<>();
    List<DisplayMediaStreamOptions> hints = new ArrayList<>();
    UnaryOperator<MediaContext.Builder> configured =
        builder ->
            builder.displayPicker(
                new DisplayPicker() {
                  @Override
                  public Optional<DisplaySurface> pick(List<DisplaySurface> surfaces) {
                    offered.add(surfaces.stream().map(DisplaySurface::displaySurface).toList());
                    return Optional.of(surfaces.getFirst());
                  }

                  @Override
                  public Optional<DisplaySurface> pick(
                      List<DisplaySurface> surfaces, DisplayMediaStreamOptions asked) {
                    hints.add(asked);
                    return pick(surfaces);
                  }
                });
    try (ContextFixture fixture = fixture(configured)) {
      DisplayMediaStreamOptions windows = preferring("window");
      DisplayMediaStreamOptions noMonitors =
          DisplayMediaStreamOptions.builder()
              .monitorTypeSurfaces(MonitorTypeSurfacesEnum.EXCLUDE)
              .build();
      capture(fixture, DisplayMediaStreamOptions.DEFAULT);
      assertThat(capture(fixture, windows).label()).isEqualTo("Synthetic window");
      capture(fixture, noMonitors);
      capture(fixture, preferring("browser"));
      assertThat(offered)
          .containsExactly(
              List.of("monitor", "monitor", "window"),
              List.of("window", "monitor", "monitor"),
              List.of("window", "monitor", "monitor"),
              List.of("monitor", "monitor", "window"));
      assertThat(hints).contains(noMonitors);
    }
  }

  // ---- what is refused, and in which order ----

  @Test
  void videoIsNotOptional() {
    try (ContextFixture fixture = fixture(it -> it)) {
      DisplayMediaStreamOptions soundOnly =
          DisplayMediaStreamOptions.builder().video(false).audio(true).build();
      assertThat(failure(fixture, soundOnly)).isEqualTo("TypeError");
    }
  }

  @Test
  void soundThatNoDisplayHasIsLeftOut() {
    try (ContextFixture fixture = fixture(it -> it)) {
      MediaStream stream =
          fixture
              .context
              .mediaDevices()
              .getDisplayMedia(DisplayMediaStreamOptions.builder().audio(true).build());
      assertThat(stream.getTracks())
          .singleElement()
          .satisfies(it -> assertThat(it.kind()).isEqualTo("video"));
    }
  }

  @Test
  void minExactAndAdvancedConstraintsAreBarredForPictureAndSound() {
    MediaTrackConstraints exact =
        MediaTrackConstraints.builder().width(ConstrainULong.exact(640)).build();
    MediaTrackConstraints min =
        MediaTrackConstraints.builder().frameRate(ConstrainDouble.min(1)).build();
    MediaTrackConstraints advanced = MediaTrackConstraints.builder().advanced(List.of()).build();
    try (ContextFixture fixture = fixture(it -> it)) {
      for (MediaTrackConstraints barred : List.of(exact, min, advanced)) {
        assertThat(failure(fixture, DisplayMediaStreamOptions.builder().video(barred).build()))
            .isEqualTo("TypeError");
        assertThat(failure(fixture, DisplayMediaStreamOptions.builder().audio(barred).build()))
            .isEqualTo("TypeError");
      }
    }
  }

  @Test
  void aMaximumBelowTheFloorIsOverconstrainedBeforeAnybodyIsAsked() {
    try (ContextFixture fixture = fixture(it -> it)) {
      MediaTrackConstraints none =
          MediaTrackConstraints.builder().width(ConstrainULong.max(0)).build();
      Throwable thrown = thrown(fixture, DisplayMediaStreamOptions.builder().video(none).build());
      assertThat(((OverconstrainedError) thrown).constraint()).isEqualTo("width");
      assertThat(prompt.asked()).isEmpty();
    }
  }

  @Test
  void withoutTransientActivationNothingIsCaptured() {
    AtomicBoolean activated = new AtomicBoolean();
    try (ContextFixture fixture = fixture(it -> it.transientActivation(activated::get))) {
      // the activation is asked for before the options are looked at
      assertThat(failure(fixture, DisplayMediaStreamOptions.builder().video(false).build()))
          .isEqualTo("InvalidStateError");
      activated.set(true);
      capture(fixture, DisplayMediaStreamOptions.DEFAULT);
    }
  }

  @Test
  void withoutFocusNothingIsCaptured() {
    try (ContextFixture fixture = fixture(it -> it)) {
      fixture.context.systemFocus(false);
      assertThat(failure(fixture, DisplayMediaStreamOptions.DEFAULT))
          .isEqualTo("InvalidStateError");
      // what is asked for is looked at first
      assertThat(failure(fixture, DisplayMediaStreamOptions.builder().video(false).build()))
          .isEqualTo("TypeError");
    }
  }

  @Test
  void aClosedContextCapturesNothing() {
    ContextFixture fixture = fixture(it -> it);
    fixture.close();
    CompletableFuture<MediaStream> late =
        fixture.context.mediaDevices().getDisplayMediaAsync(DisplayMediaStreamOptions.DEFAULT);
    assertThat(((DOMException) late.exceptionNow()).name()).isEqualTo("InvalidStateError");
  }

  @Test
  void aMachineWithoutScreensHasNothingToCapture() {
    SyntheticDriver cameraOnly = new SyntheticDriver(List.of(SyntheticDevice.camera("camera")));
    try (ContextFixture fixture = new ContextFixture(cameraOnly)) {
      assertThat(failure(fixture, DisplayMediaStreamOptions.DEFAULT)).isEqualTo("NotFoundError");
    }
  }

  @Test
  void aPolicyAndAStoredDenialRefuseWithoutAsking() {
    try (ContextFixture fixture =
        fixture(it -> it.permissionsPolicy(EnumSet.of(PermissionName.MICROPHONE)))) {
      assertThat(failure(fixture, DisplayMediaStreamOptions.DEFAULT)).isEqualTo("NotAllowedError");
    }
    PermissionStore store = PermissionStore.inMemory();
    store.set("local", PermissionName.DISPLAY_CAPTURE, PermissionState.DENIED);
    try (ContextFixture fixture = fixture(it -> it.permissionStore(store))) {
      assertThat(failure(fixture, DisplayMediaStreamOptions.DEFAULT)).isEqualTo("NotAllowedError");
    }
    assertThat(prompt.asked()).isEmpty();
  }

  @Test
  void noGrantIsKeptAndEachCaptureAsksAnew() {
    PermissionStore store = PermissionStore.inMemory();
    store.set("local", PermissionName.DISPLAY_CAPTURE, PermissionState.GRANTED);
    prompt.answer(PermissionName.DISPLAY_CAPTURE, PermissionDecision.ALLOW_ALWAYS);
    try (ContextFixture fixture = fixture(it -> it.permissionStore(store))) {
      capture(fixture, DisplayMediaStreamOptions.DEFAULT);
      capture(fixture, DisplayMediaStreamOptions.DEFAULT);
      assertThat(prompt.asked()).hasSize(2);
      assertThat(
              fixture
                  .context
                  .permissions()
                  .query(PermissionDescriptor.of(PermissionName.DISPLAY_CAPTURE))
                  .state())
          .isEqualTo(PermissionState.PROMPT);
    }
  }

  @Test
  void takingThePermissionBackEndsTheCaptureWithItsClonesAndNoOther() throws Exception {
    try (ContextFixture fixture = fixture(it -> it)) {
      MediaStreamTrack display = capture(fixture, DisplayMediaStreamOptions.DEFAULT);
      MediaStreamTrack clone = display.clone();
      MediaStreamTrack camera = fixture.camera();
      CompletableFuture<Void> ended = new CompletableFuture<>();
      CompletableFuture<Void> cloneEnded = new CompletableFuture<>();
      try (var _ = display.onended(event -> ended.complete(null));
          var _ = clone.onended(event -> cloneEnded.complete(null))) {
        fixture
            .context
            .permissions()
            .revoke(PermissionDescriptor.of(PermissionName.DISPLAY_CAPTURE));
        ContextFixture.await(CompletableFuture.allOf(ended, cloneEnded));
      }
      assertThat(camera.readyState()).isEqualTo(MediaStreamTrackState.LIVE);
    }
  }

  @Test
  void aDenialIsForTheNextCaptureAndLeavesThisOneAlone() throws Exception {
    try (ContextFixture fixture = fixture(it -> it)) {
      MediaStreamTrack display = capture(fixture, DisplayMediaStreamOptions.DEFAULT);
      prompt.answer(PermissionName.DISPLAY_CAPTURE, PermissionDecision.DENY);
      assertThat(failure(fixture, DisplayMediaStreamOptions.DEFAULT)).isEqualTo("NotAllowedError");
      assertThat(failure(fixture, DisplayMediaStreamOptions.DEFAULT)).isEqualTo("NotAllowedError");
      assertThat(prompt.asked()).hasSize(2); // the last one was not asked for
      ContextFixture.await(fixture.context.mediaDevices().enumerateDevicesAsync());
      assertThat(display.readyState()).isEqualTo(MediaStreamTrackState.LIVE);
    }
  }

  private ContextFixture fixture(UnaryOperator<MediaContext.Builder> configured) {
    return Displays.fixture(prompt, configured);
  }
}
