package dev.usermedia.testkit.context;

import static dev.usermedia.testkit.context.Displays.BOUNDS;
import static dev.usermedia.testkit.context.Displays.capture;
import static dev.usermedia.testkit.context.Displays.controlled;
import static dev.usermedia.testkit.context.Displays.failure;
import static dev.usermedia.testkit.context.Displays.thrown;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.usermedia.CaptureController;
import dev.usermedia.CaptureStartFocusBehavior;
import dev.usermedia.DisplayMediaStreamOptions;
import dev.usermedia.MediaClock;
import dev.usermedia.MediaContext;
import dev.usermedia.MediaStream;
import dev.usermedia.MediaStreamTrack;
import dev.usermedia.spi.MediaDriver;
import dev.usermedia.spi.Source;
import dev.usermedia.spi.SourceDevice;
import dev.usermedia.spi.SourceException;
import dev.usermedia.synthetic.SyntheticDevice;
import dev.usermedia.synthetic.SyntheticDriver;
import dev.usermedia.testkit.ScriptedPrompt;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/** Where the focus goes once a display is captured, and who may say so. */
class CaptureControllerTest {
  private final ScriptedPrompt prompt = new ScriptedPrompt();

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
    return Displays.fixture(prompt, configured);
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
