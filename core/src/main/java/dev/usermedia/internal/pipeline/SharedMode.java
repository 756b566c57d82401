package dev.usermedia.internal.pipeline;

import dev.usermedia.OverconstrainedError;
import dev.usermedia.spi.AudioMode;
import dev.usermedia.spi.SourceDevice;
import dev.usermedia.spi.SourceException;
import dev.usermedia.spi.SourceMode;
import dev.usermedia.spi.SourceSettings;
import dev.usermedia.spi.VideoMode;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Finds the one mode that an open device can serve all of its tracks with. */
final class SharedMode {
  private SharedMode() {}

  /** What a track wants: settings it would have alone, and the shape that is made of them. */
  record Wish(SourceSettings wanted, TrackShape shape) {}

  /**
   * The settings to run the device with.
   *
   * @param running what it runs with; null if it does not run
   * @param others what the tracks want that are there
   * @param wish what the new or changed track wants
   * @throws SourceException if no mode serves all of them
   */
  static SourceSettings choose(
      SourceDevice device, @Nullable SourceSettings running, List<Wish> others, Wish wish)
      throws SourceException {
    if (running == null || others.isEmpty()) {
      return wish.wanted;
    }
    Map<String, Object> controls = new HashMap<>();
    others.forEach(other -> controls.putAll(other.wanted.controls()));
    // where others disagree, the one that had its way keeps it
    controls.replaceAll((control, value) -> stays(control, value, running, others));
    controls.putAll(wish.wanted.controls());
    return new SourceSettings(mode(device, running.mode(), others, wish), controls);
  }

  /** Refuses to run the device so that a track's required constraint would break. */
  static void refuseConflicts(
      SourceDevice device, List<TrackEndpoint> tracks, SourceSettings next) {
    for (TrackEndpoint track : tracks) {
      Optional<String> broken = track.listener().conflict(next);
      if (broken.isPresent()) {
        throw new OverconstrainedError(
            broken.get(), "another track of " + device.label() + " requires it otherwise");
      }
    }
  }

  private static Object stays(
      String control, Object value, SourceSettings running, List<Wish> others) {
    Object now = running.controls().get(control);
    return now != null
            && others.stream().anyMatch(it -> now.equals(it.wanted.controls().get(control)))
        ? now
        : value;
  }

  private static SourceMode mode(
      SourceDevice device, SourceMode running, List<Wish> others, Wish wish)
      throws SourceException {
    return switch (running) {
      case AudioMode open -> sound(device, open, others, (AudioMode) wish.wanted.mode());
      case VideoMode open -> {
        if (covers(open, wish.shape) && others.stream().allMatch(w -> covers(open, w.shape))) {
          yield open;
        }
        VideoMode wanted = (VideoMode) wish.wanted.mode();
        if (others.stream().allMatch(w -> covers(wanted, w.shape))) {
          yield wanted;
        }
        double rate =
            others.stream()
                .mapToDouble(w -> w.shape.frameRate())
                .reduce(wish.shape.frameRate(), Math::max);
        Optional<VideoMode> best =
            device.modes().stream()
                .map(VideoMode.class::cast)
                .filter(m -> covers(m, wish.shape))
                .filter(m -> others.stream().allMatch(w -> covers(m, w.shape)))
                .min(SharedMode::compareSize);
        VideoMode mode =
            best.orElseThrow(
                () ->
                    new SourceException(
                        SourceException.Kind.BUSY,
                        device.driver(),
                        "reconfigure",
                        device.hardwareId(),
                        "no mode serves all tracks that have the device open"));
        yield mode.at(Math.clamp(rate, mode.minFrameRate(), mode.maxFrameRate()));
      }
    };
  }

  /** The smaller first, of equal ones the slower. */
  private static int compareSize(VideoMode one, VideoMode other) {
    int bySize =
        Long.compare((long) one.width() * one.height(), (long) other.width() * other.height());
    return bySize != 0 ? bySize : Double.compare(one.minFrameRate(), other.minFrameRate());
  }

  /**
   * A mode that has all that any track wants, else the best one, since sound can also be converted
   * to a higher rate and to more channels.
   */
  private static AudioMode sound(
      SourceDevice device, AudioMode open, List<Wish> others, AudioMode wanted) {
    List<AudioMode> all =
        Stream.concat(others.stream().map(w -> (AudioMode) w.wanted.mode()), Stream.of(wanted))
            .toList();
    if (all.stream().allMatch(w -> covers(open, w))) {
      return open;
    }
    double latency = all.stream().mapToDouble(AudioMode::minLatencySeconds).min().orElseThrow();
    List<AudioMode> modes = device.modes().stream().map(AudioMode.class::cast).toList();
    Comparator<AudioMode> smallest =
        Comparator.comparingInt(AudioMode::sampleRateHz)
            .thenComparingInt(AudioMode::channelCount)
            .thenComparingInt(AudioMode::sampleSizeBits);
    AudioMode mode =
        modes.stream()
            .filter(m -> all.stream().allMatch(w -> covers(m, w)))
            .min(
                Comparator.<AudioMode>comparingInt(m -> isLike(m, open) ? 0 : 1)
                    .thenComparingInt(m -> isLike(m, wanted) ? 0 : 1)
                    .thenComparing(smallest))
            .orElseGet(() -> modes.stream().max(smallest).orElseThrow());
    return mode.with(Math.clamp(latency, mode.minLatencySeconds(), mode.maxLatencySeconds()));
  }

  private static boolean isLike(AudioMode mode, AudioMode other) {
    return mode.sampleRateHz() == other.sampleRateHz()
        && mode.channelCount() == other.channelCount()
        && mode.sampleSizeBits() == other.sampleSizeBits();
  }

  private static boolean covers(AudioMode mode, AudioMode wanted) {
    return mode.sampleRateHz() >= wanted.sampleRateHz()
        && mode.channelCount() >= wanted.channelCount()
        && mode.sampleSizeBits() >= wanted.sampleSizeBits()
        && mode.minLatencySeconds() <= wanted.minLatencySeconds();
  }

  private static boolean covers(VideoMode mode, TrackShape shape) {
    return mode.width() >= shape.width()
        && mode.height() >= shape.height()
        && mode.maxFrameRate() >= shape.frameRate();
  }
}
