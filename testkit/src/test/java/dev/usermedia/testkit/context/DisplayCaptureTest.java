package dev.usermedia.testkit.context;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.usermedia.CaptureController;
import dev.usermedia.CaptureStartFocusBehavior;
import dev.usermedia.DOMException;
import dev.usermedia.DisplayMediaStreamOptions;
import dev.usermedia.DisplayPicker;
import dev.usermedia.DisplaySurface;
import dev.usermedia.MediaClock;
import dev.usermedia.MediaContext;
import dev.usermedia.MediaStream;
import dev.usermedia.MediaStreamTrack;
import dev.usermedia.MediaStreamTrackState;
import dev.usermedia.MonitorTypeSurfacesEnum;
import dev.usermedia.OverconstrainedError;
import dev.usermedia.TypeError;
import dev.usermedia.constraints.ConstrainDOMString;
import dev.usermedia.constraints.ConstrainDouble;
import dev.usermedia.constraints.ConstrainULong;
import dev.usermedia.constraints.MediaTrackConstraints;
import dev.usermedia.frame.VideoRect;
import dev.usermedia.permissions.PermissionDecision;
import dev.usermedia.permissions.PermissionDescriptor;
import dev.usermedia.permissions.PermissionName;
import dev.usermedia.permissions.PermissionState;
import dev.usermedia.permissions.PermissionStore;
import dev.usermedia.spi.MediaDriver;
import dev.usermedia.spi.Source;
import dev.usermedia.spi.SourceDevice;
import dev.usermedia.spi.SourceException;
import dev.usermedia.synthetic.SyntheticDevice;
import dev.usermedia.synthetic.SyntheticDriver;
import dev.usermedia.testkit.ScriptedPrompt;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/** Screens and windows: who chooses, what is barred, where the focus goes. */
class DisplayCaptureTest {
  private static final VideoRect BOUNDS = new VideoRect(100, 50, 800, 600);

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

  // ---- the controller ----

  @Test
  void aControllerServesOneCallEvenIfThatFails() {
    CaptureController controller = new CaptureController();
    try (ContextFixture fixture = fixture(it -> it)) {
      assertThat(
              failure(
                  fixture,
                  DisplayMediaStreamOptions.builder().controller(controller).video(false).build()))
          .isEqualTo("TypeError");
      assertThat(failure(fixture, controlled(controller, "window"))).isEqualTo("InvalidStateError");
    }
  }

  @Test
  void theFocusGoesWhereItWasAskedToGoBeforeTheCapture() throws Exception {
    Focus focus = new Focus();
    try (ContextFixture fixture = fixture(focus::of)) {
      CaptureController controller = new CaptureController();
      controller.setFocusBehavior(CaptureStartFocusBehavior.NO_FOCUS_CHANGE);
      controller.setFocusBehavior(CaptureStartFocusBehavior.FOCUS_CAPTURED_SURFACE);
      capture(fixture, controlled(controller, "window"));
      assertThat(focus.next()).isEqualTo("focus-captured-surface Synthetic window");
    }
  }

  @Test
  void withoutAHostTheDriverGivesTheFocusToTheCapturedWindow() throws Exception {
    FocusableDriver driver = new FocusableDriver();
    try (MediaContext context =
        MediaContext.builder().driver(driver).systemDrivers(false).build()) {
      CaptureController controller = new CaptureController();
      controller.setFocusBehavior(CaptureStartFocusBehavior.FOCUS_CAPTURED_SURFACE);
      var _ = context.mediaDevices().getDisplayMedia(controlled(controller, "window"));
      assertThat(driver.focused.poll(20, TimeUnit.SECONDS)).isEqualTo("Synthetic window");
    }
  }

  @Test
  void theFocusMayBeAskedForByWhoeverIsToldOfTheCaptureAndNotLater() throws Exception {
    Focus focus = new Focus();
    try (ContextFixture fixture = fixture(focus::of)) {
      CaptureController controller = new CaptureController();
      assertThat(ContextFixture.await(told(fixture, controller, "window", now(controller))))
          .isEmpty();
      assertThat(focus.next()).isEqualTo("focus-capturing-application Synthetic window");
      assertThat(refusal(controller)).isEqualTo("the focus was decided already");
    }
  }

  @Test
  void theDecisionIsFinalOneTaskAfterTheCaptureWasTold() throws Exception {
    try (ContextFixture fixture = fixture(it -> it)) {
      CaptureController controller = new CaptureController();
      CompletableFuture<String> later =
          told(
              fixture,
              controller,
              "window",
              // completes on the loop in a later task
              stream ->
                  fixture
                      .context
                      .mediaDevices()
                      .enumerateDevicesAsync()
                      .thenApply(devices -> refusal(controller)));
      assertThat(ContextFixture.await(later)).isEqualTo("the focus was decided already");
    }
  }

  @Test
  void theFocusStaysWithWhoeverTookItMeanwhile() throws Exception {
    Focus focus = new Focus();
    try (ContextFixture fixture = fixture(focus::of)) {
      CaptureController controller = new CaptureController();
      CompletableFuture<String> taken =
          told(
              fixture,
              controller,
              "window",
              stream -> {
                fixture.context.systemFocus(false);
                return now(controller).apply(stream);
              });
      assertThat(ContextFixture.await(taken)).isEmpty();
      fixture.context.systemFocus(true);
      assertThat(focus.none(fixture)).isTrue();
    }
  }

  @Test
  void theFocusOfALateDecisionStaysWhereItIs() throws Exception {
    Focus focus = new Focus();
    try (ContextFixture fixture = fixture(focus::of)) {
      CaptureController controller = new CaptureController();
      CompletableFuture<String> late =
          told(
              fixture,
              controller,
              "window",
              stream -> {
                fixture.clock.advanceUs(1_000_001);
                return now(controller).apply(stream);
              });
      assertThat(ContextFixture.await(late)).isEmpty();
      assertThat(focus.none(fixture)).isTrue();
    }
  }

  @Test
  void theFocusOfAMonitorCannotBeMoved() throws Exception {
    try (ContextFixture fixture = fixture(it -> it)) {
      CaptureController controller = new CaptureController();
      assertThat(ContextFixture.await(told(fixture, controller, "monitor", now(controller))))
          .isEqualTo("what is captured is no window");
    }
  }

  @Test
  void theFocusOfACaptureCanBeMovedWhileATrackOrACloneOfItLives() throws Exception {
    try (ContextFixture fixture = fixture(it -> it)) {
      CaptureController ended = new CaptureController();
      CompletableFuture<String> afterStop =
          told(
              fixture,
              ended,
              "window",
              stream -> {
                stream.getTracks().forEach(MediaStreamTrack::stop);
                return now(ended).apply(stream);
              });
      assertThat(ContextFixture.await(afterStop)).isEqualTo("the capture has ended");
      CaptureController cloned = new CaptureController();
      CompletableFuture<String> afterClone =
          told(
              fixture,
              cloned,
              "window",
              stream -> {
                MediaStream copy = stream.clone();
                stream.getTracks().forEach(MediaStreamTrack::stop);
                CompletableFuture<String> refusal = now(cloned).apply(stream);
                copy.getTracks().forEach(MediaStreamTrack::stop);
                return refusal;
              });
      assertThat(ContextFixture.await(afterClone)).isEmpty();
    }
  }

  /** Synthetic devices whose windows can be given the focus. */
  private static final class FocusableDriver implements MediaDriver {
    final SyntheticDriver synthetic =
        new SyntheticDriver(List.of(SyntheticDevice.window("window", BOUNDS)));
    final LinkedBlockingQueue<String> focused = new LinkedBlockingQueue<>();

    @Override
    public String name() {
      return synthetic.name();
    }

    @Override
    public List<SourceDevice> devices() {
      return synthetic.devices();
    }

    @Override
    public Source open(SourceDevice device, MediaClock clock) throws SourceException {
      return synthetic.open(device, clock);
    }

    @Override
    public void focus(SourceDevice device) {
      focused.add(device.label());
    }
  }

  /** What was focused. */
  private static final class Focus {
    private final LinkedBlockingQueue<String> focused = new LinkedBlockingQueue<>();

    MediaContext.Builder of(MediaContext.Builder builder) {
      return builder.displayFocus(
          (behavior, captured) -> focused.add(behavior.value() + " " + captured.label()));
    }

    String next() throws InterruptedException {
      return String.valueOf(focused.poll(20, TimeUnit.SECONDS));
    }

    /** Whether nothing was focused before what is asked for after. */
    boolean none(ContextFixture fixture) throws InterruptedException {
      CaptureController marker = new CaptureController();
      marker.setFocusBehavior(CaptureStartFocusBehavior.FOCUS_CAPTURING_APPLICATION);
      capture(fixture, controlled(marker, "window"));
      return next().startsWith("focus-capturing-application") && focused.isEmpty();
    }
  }

  private ContextFixture fixture(UnaryOperator<MediaContext.Builder> configured) {
    SyntheticDriver driver = new SyntheticDriver();
    driver.plug(SyntheticDevice.window("window", BOUNDS));
    return new ContextFixture(driver, builder -> configured.apply(builder.prompt(prompt)));
  }

  /** Captures and does something in the very task that tells of it. */
  private <T> CompletableFuture<T> told(
      ContextFixture fixture,
      CaptureController controller,
      String displaySurface,
      Function<MediaStream, CompletableFuture<T>> then) {
    prompt.stall(); // so that nothing is told before there is somebody to tell
    CompletableFuture<T> result =
        fixture
            .context
            .mediaDevices()
            .getDisplayMediaAsync(controlled(controller, displaySurface))
            .thenCompose(then);
    prompt.resume();
    return result;
  }

  private static DisplayMediaStreamOptions preferring(String displaySurface) {
    return DisplayMediaStreamOptions.builder()
        .video(
            MediaTrackConstraints.builder()
                .displaySurface(ConstrainDOMString.of(displaySurface))
                .build())
        .build();
  }

  private static DisplayMediaStreamOptions controlled(
      CaptureController controller, String displaySurface) {
    return DisplayMediaStreamOptions.builder()
        .video(preferring(displaySurface).video().orElseThrow())
        .controller(controller)
        .build();
  }

  private static MediaStreamTrack capture(
      ContextFixture fixture, DisplayMediaStreamOptions options) {
    return fixture.context.mediaDevices().getDisplayMedia(options).getVideoTracks().getFirst();
  }

  private static Throwable thrown(ContextFixture fixture, DisplayMediaStreamOptions options) {
    return catchThrowable(() -> fixture.context.mediaDevices().getDisplayMedia(options));
  }

  private static String failure(ContextFixture fixture, DisplayMediaStreamOptions options) {
    return switch (thrown(fixture, options)) {
      case DOMException e -> e.name();
      case TypeError e -> "TypeError";
      case Throwable other -> throw new AssertionError(other);
    };
  }

  /** Asks for the focus at once. */
  private static Function<MediaStream, CompletableFuture<String>> now(
      CaptureController controller) {
    return stream -> CompletableFuture.completedFuture(refusal(controller));
  }

  /** Why a focus is refused, or nothing. */
  private static String refusal(CaptureController controller) {
    Throwable thrown =
        catchThrowable(
            () ->
                controller.setFocusBehavior(CaptureStartFocusBehavior.FOCUS_CAPTURING_APPLICATION));
    return thrown == null ? "" : String.valueOf(thrown.getMessage());
  }
}
