package dev.usermedia.testkit.context;

import static org.assertj.core.api.Assertions.catchThrowable;

import dev.usermedia.CaptureController;
import dev.usermedia.DOMException;
import dev.usermedia.DisplayMediaStreamOptions;
import dev.usermedia.MediaContext;
import dev.usermedia.MediaStreamTrack;
import dev.usermedia.TypeError;
import dev.usermedia.constraints.ConstrainDOMString;
import dev.usermedia.constraints.MediaTrackConstraints;
import dev.usermedia.frame.VideoRect;
import dev.usermedia.synthetic.SyntheticDevice;
import dev.usermedia.synthetic.SyntheticDriver;
import dev.usermedia.testkit.ScriptedPrompt;
import java.util.function.UnaryOperator;

/** What tests of captured displays have in common. */
final class Displays {
  static final VideoRect BOUNDS = new VideoRect(100, 50, 800, 600);

  private Displays() {}

  /** Synthetic devices with a window besides, and who answers. */
  static ContextFixture fixture(
      ScriptedPrompt prompt, UnaryOperator<MediaContext.Builder> configured) {
    SyntheticDriver driver = new SyntheticDriver();
    driver.plug(SyntheticDevice.window("window", BOUNDS));
    return new ContextFixture(driver, builder -> configured.apply(builder.prompt(prompt)));
  }

  static DisplayMediaStreamOptions preferring(String displaySurface) {
    return DisplayMediaStreamOptions.builder()
        .video(
            MediaTrackConstraints.builder()
                .displaySurface(ConstrainDOMString.of(displaySurface))
                .build())
        .build();
  }

  static DisplayMediaStreamOptions controlled(CaptureController controller, String displaySurface) {
    return DisplayMediaStreamOptions.builder()
        .video(preferring(displaySurface).video().orElseThrow())
        .controller(controller)
        .build();
  }

  static MediaStreamTrack capture(ContextFixture fixture, DisplayMediaStreamOptions options) {
    return fixture.context.mediaDevices().getDisplayMedia(options).getVideoTracks().getFirst();
  }

  static Throwable thrown(ContextFixture fixture, DisplayMediaStreamOptions options) {
    return catchThrowable(() -> fixture.context.mediaDevices().getDisplayMedia(options));
  }

  static String failure(ContextFixture fixture, DisplayMediaStreamOptions options) {
    return switch (thrown(fixture, options)) {
      case DOMException e -> e.name();
      case TypeError e -> "TypeError";
      case Throwable other -> throw new AssertionError(other);
    };
  }
}
