package dev.usermedia.internal.select;

import static dev.usermedia.constraints.ConstrainableProperty.CHANNEL_COUNT;
import static dev.usermedia.constraints.ConstrainableProperty.LATENCY;
import static dev.usermedia.constraints.ConstrainableProperty.SAMPLE_RATE;
import static dev.usermedia.constraints.ConstrainableProperty.SAMPLE_SIZE;

import dev.usermedia.constraints.ConstrainableProperty;
import dev.usermedia.constraints.MediaTrackSettings;
import dev.usermedia.spi.AudioMode;
import dev.usermedia.spi.SourceMode;
import java.util.List;
import java.util.function.IntPredicate;

/** The modes of a microphone: fixed rate, size and channels, and any latency within bounds. */
final class AudioModes implements ModeSpace {
  private static final double USUAL_RATE_HZ = 48_000;
  private static final double USUAL_LATENCY_SECONDS = 0.01;

  private final List<SourceMode> modes;

  AudioModes(List<SourceMode> modes) {
    this.modes = modes;
  }

  @Override
  public List<ConstrainableProperty> given() {
    return List.of(SAMPLE_RATE, SAMPLE_SIZE, LATENCY, CHANNEL_COUNT);
  }

  @Override
  public List<SourceMode> modes() {
    return modes;
  }

  @Override
  public int find(Region region, int likely) {
    IntPredicate isWithin = within(region);
    for (int i = 0; i < modes.size(); i++) {
      if (isWithin.test(i)) {
        return i;
      }
    }
    return -1;
  }

  @Override
  public IntPredicate within(Region region) {
    Dimension.Interval rate = region.interval(SAMPLE_RATE);
    Dimension.Interval size = region.interval(SAMPLE_SIZE);
    Dimension.Interval latency = region.interval(LATENCY);
    Dimension.Interval channels = region.interval(CHANNEL_COUNT);
    return index -> {
      AudioMode mode = mode(index);
      return rate.contains(mode.sampleRateHz())
          && size.contains(mode.sampleSizeBits())
          && channels.contains(mode.channelCount())
          && Math.max(mode.minLatencySeconds(), latency.min())
              <= Math.min(mode.maxLatencySeconds(), latency.max());
    };
  }

  @Override
  public Best best(Region region, Ideals ideals, MediaTrackSettings.Builder settings) {
    double rate = ideals.of(SAMPLE_RATE);
    double size = ideals.of(SAMPLE_SIZE);
    double latency = ideals.of(LATENCY);
    double channels = ideals.of(CHANNEL_COUNT);
    int best = -1;
    double bestDistance = Double.POSITIVE_INFINITY;
    double bestUnusual = Double.POSITIVE_INFINITY;
    IntPredicate isWithin = within(region);
    for (int i = 0; i < modes.size(); i++) {
      if (isWithin.test(i)) {
        AudioMode mode = mode(i);
        double sum = distance(mode.sampleRateHz(), rate) + distance(mode.sampleSizeBits(), size);
        sum = ideals.add(sum, SAMPLE_SIZE, LATENCY);
        sum += distance(latency(mode, region, latency), latency);
        sum += distance(mode.channelCount(), channels);
        sum = ideals.addAfter(sum, CHANNEL_COUNT);
        if (sum < bestDistance || (sum == bestDistance && unusual(mode) < bestUnusual)) {
          best = i;
          bestDistance = sum;
          bestUnusual = unusual(mode);
        }
      }
    }
    AudioMode mode = mode(best).with(latency(mode(best), region, latency));
    settings
        .set(SAMPLE_RATE, (long) mode.sampleRateHz())
        .set(SAMPLE_SIZE, (long) mode.sampleSizeBits())
        .set(LATENCY, mode.minLatencySeconds())
        .set(CHANNEL_COUNT, (long) mode.channelCount());
    return new Best(mode, bestDistance);
  }

  /** How far a mode is from 48 kHz, the device's own channels and 10 ms. */
  private double unusual(AudioMode mode) {
    double latency =
        Math.clamp(USUAL_LATENCY_SECONDS, mode.minLatencySeconds(), mode.maxLatencySeconds());
    return Numbers.distance(mode.sampleRateHz(), USUAL_RATE_HZ)
        + Numbers.distance(mode.channelCount(), mode(0).channelCount())
        + Numbers.distance(latency, USUAL_LATENCY_SECONDS);
  }

  private static double latency(AudioMode mode, Region region, double ideal) {
    return Numbers.nearest(
        Math.max(mode.minLatencySeconds(), region.interval(LATENCY).min()),
        Math.min(mode.maxLatencySeconds(), region.interval(LATENCY).max()),
        ideal,
        USUAL_LATENCY_SECONDS);
  }

  private static double distance(double actual, double ideal) {
    return Double.isNaN(ideal) ? 0 : Numbers.distance(actual, ideal);
  }

  private AudioMode mode(int index) {
    return (AudioMode) modes.get(index);
  }
}
