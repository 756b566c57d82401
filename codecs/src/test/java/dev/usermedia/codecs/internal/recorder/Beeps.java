package dev.usermedia.codecs.internal.recorder;

import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleUnaryOperator;

/** A sound by which time can be read: 100 ms of 1 kHz at each whole second. */
final class Beeps {
  static final int RATE_HZ = 48_000;

  /** The sound at a time in seconds. */
  static final DoubleUnaryOperator SOUND =
      s -> s % 1 < 0.1 ? 0.5 * Math.sin(2 * Math.PI * 1_000 * (s % 1)) : 0;

  /** A picture's luma by the same rule. */
  static final DoubleUnaryOperator FLASH = s -> s % 1 < 0.1 ? 235 : 30;

  private static final double LOUD = 0.2;
  private static final int QUIET_SAMPLES = RATE_HZ / 20;

  private Beeps() {}

  /** When beeps begin, in seconds: first loud samples after 50 ms of none. */
  static List<Double> onsets(float[] samples) {
    List<Double> onsets = new ArrayList<>();
    int lastLoud = -QUIET_SAMPLES;
    for (int i = 0; i < samples.length; i++) {
      if (Math.abs(samples[i]) > LOUD) {
        if (i - lastLoud >= QUIET_SAMPLES) {
          onsets.add(i / (double) RATE_HZ);
        }
        lastLoud = i;
      }
    }
    return onsets;
  }

  /** The greatest distance of an onset from a whole second, in seconds. */
  static double worst(List<Double> onsets) {
    return onsets.stream().mapToDouble(t -> Math.abs(t - Math.rint(t))).max().orElseThrow();
  }
}
