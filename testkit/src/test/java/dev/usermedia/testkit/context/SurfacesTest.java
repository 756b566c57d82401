package dev.usermedia.testkit.context;

import static org.assertj.core.api.Assertions.assertThat;

import dev.usermedia.CaptureController;
import dev.usermedia.CaptureStartFocusBehavior;
import dev.usermedia.DOMException;
import dev.usermedia.DisplayMediaStreamOptions;
import dev.usermedia.DisplaySurface;
import dev.usermedia.MediaStreamTrack;
import dev.usermedia.constraints.MediaTrackConstraints;
import dev.usermedia.frame.VideoRect;
import dev.usermedia.permissions.PermissionDecision;
import dev.usermedia.permissions.PermissionName;
import dev.usermedia.synthetic.SyntheticDevice;
import dev.usermedia.synthetic.SyntheticDriver;
import dev.usermedia.testkit.ScriptedPrompt;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutionException;
import org.junit.jupiter.api.Test;

/** Pages of browsers as surfaces, and who is told of screens. */
class SurfacesTest {
  private final ScriptedPrompt prompt = new ScriptedPrompt();

  private ContextFixture fixture() {
    SyntheticDriver driver = new SyntheticDriver();
    driver.plug(SyntheticDevice.browser("page", new VideoRect(0, 0, 640, 480)));
    return new ContextFixture(driver, builder -> builder.prompt(prompt));
  }

  @Test
  void aPageOfABrowserIsASurfaceThatCanBeFocused() {
    CaptureController controller = new CaptureController();
    controller.setFocusBehavior(CaptureStartFocusBehavior.NO_FOCUS_CHANGE);
    try (ContextFixture fixture = fixture()) {
      MediaStreamTrack track =
          fixture
              .context
              .mediaDevices()
              .getDisplayMedia(
                  DisplayMediaStreamOptions.builder()
                      .video(MediaTrackConstraints.builder().displaySurface("browser").build())
                      .controller(controller)
                      .build())
              .getVideoTracks()
              .getFirst();

      assertThat(track.getSettings().displaySurface()).hasValue("browser");
      assertThat(fixture.context.displaySurfaces())
          .extracting(DisplaySurface::displaySurface)
          .containsExactly("monitor", "monitor", "browser");
    }
  }

  @Test
  void screensAreToldOnceWhoeverIsAskedAllowsIt() {
    try (ContextFixture fixture = fixture()) {
      List<DisplaySurface> screens = fixture.context.mediaDevices().screenDetailsAsync().join();

      assertThat(screens).hasSize(2).allMatch(it -> it.displaySurface().equals("monitor"));
      assertThat(prompt.asked())
          .extracting(request -> request.descriptor().name())
          .containsExactly(PermissionName.WINDOW_MANAGEMENT);
    }
  }

  @Test
  void screensAreNotToldToWhomTheyAreDenied() {
    prompt.answer(PermissionName.WINDOW_MANAGEMENT, PermissionDecision.DENY);
    try (ContextFixture fixture = fixture()) {
      assertThat(fixture.context.mediaDevices().screenDetailsAsync())
          .failsWithin(Duration.ofMinutes(1))
          .withThrowableOfType(ExecutionException.class)
          .withCauseInstanceOf(DOMException.class)
          .havingCause()
          .satisfies(e -> assertThat(((DOMException) e).name()).isEqualTo("NotAllowedError"));
    }
  }
}
