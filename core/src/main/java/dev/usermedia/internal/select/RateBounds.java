package dev.usermedia.internal.select;

import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * The few different bounds of frame rates that a device's many modes have, in hertz, and which
 * modes have each: how far a rate is from an ideal is the same for all of them.
 */
final class RateBounds {
  private record Bounds(double min, double max) {}

  private final int count;
  private final double[] mins;
  private final double[] maxs;

  /** For each mode, which bounds it has. */
  private final int[] ofModes;

  /** For each bounds, their modes, the most usual first. */
  private final int[][] modes;

  /** For each bounds, those of their modes that fit into no other of them. */
  private final int[][] largest;

  /**
   * Takes the modes' sizes and rates.
   *
   * @param byUsual the modes, the most usual first
   */
  RateBounds(int[] widths, int[] heights, double[] minRates, double[] maxRates, int[] byUsual) {
    Map<Bounds, Integer> known = new HashMap<>();
    ofModes = new int[widths.length];
    for (int mode = 0; mode < widths.length; mode++) {
      int next = known.size();
      ofModes[mode] =
          known.computeIfAbsent(new Bounds(minRates[mode], maxRates[mode]), bounds -> next);
    }
    count = known.size();
    mins = new double[count];
    maxs = new double[count];
    known.forEach(
        (bounds, number) -> {
          mins[number] = bounds.min;
          maxs[number] = bounds.max;
        });
    int[] sizes = new int[count];
    for (int mode : byUsual) {
      sizes[ofModes[mode]]++;
    }
    modes = new int[count][];
    for (int bounds = 0; bounds < count; bounds++) {
      modes[bounds] = new int[sizes[bounds]];
      sizes[bounds] = 0;
    }
    for (int mode : byUsual) {
      int bounds = ofModes[mode];
      modes[bounds][sizes[bounds]++] = mode;
    }
    largest = new int[count][];
    for (int bounds = 0; bounds < count; bounds++) {
      largest[bounds] = largest(modes[bounds], widths, heights);
    }
  }

  private static int[] largest(int[] modes, int[] widths, int[] heights) {
    int[] found = new int[modes.length];
    int size = 0;
    int highest = 0;
    for (int mode : sorted(modes, widths, heights)) {
      if (heights[mode] > highest) {
        highest = heights[mode];
        found[size++] = mode;
      }
    }
    return Arrays.copyOf(found, size);
  }

  /** The widest first, of equally wide ones the highest. */
  private static int[] sorted(int[] modes, int[] widths, int[] heights) {
    Comparator<Integer> bySize =
        Comparator.<Integer>comparingInt(mode -> widths[mode])
            .thenComparingInt(mode -> heights[mode]);
    return IntStream.of(modes)
        .boxed()
        .sorted(bySize.reversed())
        .mapToInt(Integer::intValue)
        .toArray();
  }

  int count() {
    return count;
  }

  double min(int bounds) {
    return mins[bounds];
  }

  double max(int bounds) {
    return maxs[bounds];
  }

  /** Which bounds a mode has. */
  int of(int mode) {
    return ofModes[mode];
  }

  /** The modes with some bounds, the most usual first. Not to be written to. */
  int[] modes(int bounds) {
    return modes[bounds];
  }

  /** Modes into the sizes of which all modes with the same bounds fit. Not to be written to. */
  int[] largest(int bounds) {
    return largest[bounds];
  }
}
