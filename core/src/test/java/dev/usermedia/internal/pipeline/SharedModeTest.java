package dev.usermedia.internal.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import dev.usermedia.frame.VideoPixelFormat;
import dev.usermedia.spi.AudioMode;
import dev.usermedia.spi.SourceDevice;
import dev.usermedia.spi.SourceException;
import dev.usermedia.spi.SourceKind;
import dev.usermedia.spi.SourceSettings;
import dev.usermedia.spi.VideoMode;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
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
  void whereOthersDisagreeTheOneThatHadItsWayKeepsIt() throws SourceException {
    for (String running : List.of("never", "always", "motion")) {
      SourceSettings chosen =
          SharedMode.choose(
              SCREEN,
              new SourceSettings(MODE, Map.of("cursor", running)),
              Stream.of("motion", "never", "always").map(it -> wish(Map.of("cursor", it))).toList(),
              wish(Map.of()));

      assertThat(chosen.controls()).isEqualTo(Map.of("cursor", running));
    }
  }

  private static AudioMode sound(int rateHz, int channels, double latency) {
    return new AudioMode(rateHz, channels, 16, latency, latency);
  }

  private static AudioMode shared(
      List<AudioMode> modes, AudioMode running, List<AudioMode> others, AudioMode wanted)
      throws SourceException {
    SourceDevice microphone =
        new SourceDevice(
            "test", "microphone", SourceKind.MICROPHONE, "Mic", "", true, List.copyOf(modes));
    return (AudioMode)
        SharedMode.choose(
                microphone,
                SourceSettings.of(running),
                others.stream().map(SharedModeTest::wish).toList(),
                wish(wanted))
            .mode();
  }

  private static SharedMode.Wish wish(AudioMode mode) {
    return new SharedMode.Wish(
        SourceSettings.of(mode), TrackShape.ofSound(mode.sampleRateHz(), mode.channelCount()));
  }

  private static final List<AudioMode> GRID =
      Stream.of(16_000, 44_100, 48_000)
          .flatMap(
              rate ->
                  IntStream.of(1, 2).mapToObj(count -> new AudioMode(rate, count, 16, 0.005, 0.2)))
          .toList();

  @Test
  void aMicrophoneGoesOnAsItRunsForATrackThatWantsLess() throws SourceException {
    AudioMode running = sound(48_000, 2, 0.01);
    assertThat(shared(GRID, running, List.of(running), sound(16_000, 1, 0.02))).isEqualTo(running);
    assertThat(shared(GRID, running, List.of(sound(16_000, 1, 0.02)), sound(44_100, 1, 0.02)))
        .isEqualTo(running);
  }

  @Test
  void aMicrophoneGrowsToWhatAllOfItsTracksNeed() throws SourceException {
    AudioMode mono = sound(48_000, 1, 0.01);
    assertThat(shared(GRID, mono, List.of(mono), sound(16_000, 2, 0.02)))
        .isEqualTo(sound(48_000, 2, 0.01));
    assertThat(shared(GRID, sound(16_000, 1, 0.02), List.of(sound(16_000, 1, 0.02)), mono))
        .isEqualTo(mono);
  }

  @Test
  void aShorterLatencyIsTakenByTheModeThatIsOpen() throws SourceException {
    AudioMode running = sound(48_000, 2, 0.02);
    assertThat(shared(GRID, running, List.of(running), sound(16_000, 1, 0.01)))
        .isEqualTo(sound(48_000, 2, 0.01));
  }

  @Test
  void withoutAModeForAllTheBestServesThem() throws SourceException {
    List<AudioMode> modes =
        List.of(new AudioMode(48_000, 1, 16, 0.01, 0.01), new AudioMode(16_000, 2, 16, 0.01, 0.01));
    assertThat(shared(modes, modes.getFirst(), List.of(modes.getFirst()), modes.getLast()))
        .isEqualTo(modes.getFirst());
  }

  @Test
  void theLatestWishWins() throws SourceException {
    assertThat(
            controls(
                Map.of("cursor", "never"), Map.of("cursor", "never"), Map.of("cursor", "motion")))
        .isEqualTo(Map.of("cursor", "motion"));
  }
}
