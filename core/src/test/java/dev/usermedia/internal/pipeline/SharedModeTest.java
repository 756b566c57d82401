package dev.usermedia.internal.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import dev.usermedia.frame.VideoPixelFormat;
import dev.usermedia.spi.SourceDevice;
import dev.usermedia.spi.SourceException;
import dev.usermedia.spi.SourceKind;
import dev.usermedia.spi.SourceSettings;
import dev.usermedia.spi.VideoMode;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SharedModeTest {
  private static final VideoMode MODE = new VideoMode(VideoPixelFormat.BGRX, 640, 480, 30);
  private static final SourceDevice SCREEN =
      new SourceDevice("test", "screen", SourceKind.SCREEN, "Screen", "", true, List.of(MODE));

  private static SharedMode.Wish wish(Map<String, Object> controls) {
    return new SharedMode.Wish(new SourceSettings(MODE, controls), new TrackShape(640, 480, 30));
  }

  private static Map<String, Object> controls(
      Map<String, Object> running, Map<String, Object> other, Map<String, Object> wanted)
      throws SourceException {
    return SharedMode.choose(
            SCREEN, new SourceSettings(MODE, running), List.of(wish(other)), wish(wanted))
        .controls();
  }

  @Test
  void aControlThatNoTrackWantsAnyMoreGoesBackToItsInitialValue() throws SourceException {
    assertThat(controls(Map.of("cursor", "never"), Map.of(), Map.of())).isEmpty();
  }

  @Test
  void aControlThatAnotherTrackWantsStays() throws SourceException {
    assertThat(controls(Map.of("cursor", "never"), Map.of("cursor", "never"), Map.of()))
        .isEqualTo(Map.of("cursor", "never"));
  }

  @Test
  void theLatestWishWins() throws SourceException {
    assertThat(
            controls(
                Map.of("cursor", "never"), Map.of("cursor", "never"), Map.of("cursor", "motion")))
        .isEqualTo(Map.of("cursor", "motion"));
  }
}
