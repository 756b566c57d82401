package dev.usermedia;

import static dev.usermedia.constraints.ConstrainableProperty.CHANNEL_COUNT;
import static dev.usermedia.constraints.ConstrainableProperty.LATENCY;
import static dev.usermedia.constraints.ConstrainableProperty.SAMPLE_RATE;
import static dev.usermedia.constraints.ConstrainableProperty.SAMPLE_SIZE;

import dev.usermedia.constraints.ConstrainableProperty;
import dev.usermedia.constraints.MediaTrackCapabilities;
import dev.usermedia.constraints.MediaTrackConstraints;
import dev.usermedia.constraints.MediaTrackSettings;
import dev.usermedia.frame.AudioData;
import dev.usermedia.frame.AudioLayout;
import dev.usermedia.internal.pipeline.TrackShape;
import dev.usermedia.internal.select.Candidate;
import dev.usermedia.internal.select.SelectSettings;
import dev.usermedia.internal.select.Selection;
import dev.usermedia.spi.AudioMode;
import dev.usermedia.spi.SourceDevice;
import dev.usermedia.spi.SourceKind;
import dev.usermedia.spi.SourceMode;
import dev.usermedia.spi.SourceSettings;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The settings of an {@link AudioTrackGenerator}'s tracks. The rate and the channels are as the
 * sound comes, unless constraints ask for others; then the pipeline makes them.
 */
final class GeneratedSoundSettings implements ConstrainableSource {
  /** What is asked for before anything is. */
  static final MediaTrackSettings INITIAL = MediaTrackSettings.builder().build();

  private static final int[] RATES_HZ = {48_000, 44_100, 32_000, 24_000, 22_050, 16_000, 8_000};
  private static final int SAMPLE_BITS = 32;
  private static final double USUAL_LATENCY_SECONDS = 0.01;
  private static final List<ConstrainableProperty> PROPERTIES =
      List.of(SAMPLE_RATE, SAMPLE_SIZE, LATENCY, CHANNEL_COUNT);

  private final MediaTrackCapabilities capabilities;
  private volatile AudioLayout latest;
  private volatile double latencySeconds = USUAL_LATENCY_SECONDS;

  GeneratedSoundSettings(AudioLayout expected) {
    this.latest = expected;
    MediaTrackCapabilities all = SelectSettings.capabilities(candidate());
    MediaTrackCapabilities.Builder ours = MediaTrackCapabilities.builder();
    PROPERTIES.forEach(
        property -> all.get(property).ifPresent(capability -> ours.set(property, capability)));
    this.capabilities = ours.build();
  }

  /** Sound is on its way to the tracks. */
  void delivered(AudioData data) {
    latest = data.layout();
    latencySeconds = data.durationUs() / 1e6;
  }

  /** The generator as a device. */
  SourceDevice device() {
    return new SourceDevice(
        "generator", "", SourceKind.MICROPHONE, "", "", false, modes(latest, latencySeconds));
  }

  /** The source runs in one way whatever its tracks want. */
  SourceSettings running() {
    return SourceSettings.of(mode(latest.sampleRateHz(), latest.numberOfChannels()));
  }

  @Override
  public MediaTrackCapabilities capabilities() {
    return capabilities;
  }

  @Override
  public Choice select(MediaTrackConstraints constraints) {
    return switch (SelectSettings.selectSettings(
        List.of(candidate()), constraints, MediaKind.AUDIO)) {
      case Selection.Failed failed -> throw Overconstrained.error(failed, constraints);
      case Selection.Ranked ranked -> choice(ranked.best().settings(), constraints);
    };
  }

  private Choice choice(MediaTrackSettings all, MediaTrackConstraints constraints) {
    MediaTrackSettings.Builder kept = MediaTrackSettings.builder();
    Stream.of(SAMPLE_RATE, CHANNEL_COUNT)
        .filter(property -> isMentioned(constraints, property))
        .forEach(property -> all.get(property).ifPresent(value -> kept.set(property, value)));
    MediaTrackSettings settings = kept.build();
    TrackShape shape =
        TrackShape.ofSound(
            Math.toIntExact(settings.sampleRate().orElse(0)),
            Math.toIntExact(settings.channelCount().orElse(0)));
    return new Choice(running(), shape, settings);
  }

  private static boolean isMentioned(
      MediaTrackConstraints constraints, ConstrainableProperty property) {
    return Stream.concat(Stream.of(constraints), constraints.advanced().stream())
        .anyMatch(set -> set.get(property).isPresent());
  }

  @Override
  public MediaTrackSettings actual(MediaTrackSettings settings, SourceSettings running) {
    return settings;
  }

  @Override
  public MediaTrackSettings current(MediaTrackSettings chosen) {
    AudioLayout now = latest;
    return MediaTrackSettings.builder()
        .set(SAMPLE_RATE, chosen.sampleRate().orElse((long) now.sampleRateHz()))
        .set(SAMPLE_SIZE, (long) SAMPLE_BITS)
        .set(LATENCY, latencySeconds)
        .set(CHANNEL_COUNT, chosen.channelCount().orElse((long) now.numberOfChannels()))
        .build();
  }

  private Candidate candidate() {
    return new Candidate(device(), "", "");
  }

  /** As the sound comes, and what the pipeline makes of it. */
  private static List<SourceMode> modes(AudioLayout from, double latencySeconds) {
    int channels = from.numberOfChannels();
    IntStream counts = IntStream.concat(IntStream.of(channels), IntStream.of(1, 2)).distinct();
    return counts
        .boxed()
        .<SourceMode>flatMap(
            count ->
                IntStream.concat(IntStream.of(from.sampleRateHz()), IntStream.of(RATES_HZ))
                    .distinct()
                    .mapToObj(
                        rate ->
                            new AudioMode(
                                rate, count, SAMPLE_BITS, latencySeconds, latencySeconds)))
        .toList();
  }

  private SourceMode mode(int rateHz, int channels) {
    return new AudioMode(rateHz, channels, SAMPLE_BITS, latencySeconds, latencySeconds);
  }
}
