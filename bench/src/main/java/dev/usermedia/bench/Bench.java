package dev.usermedia.bench;

import java.util.List;

/**
 * Runs the comparisons named on the command line and prints their figures. Exit code 0: every bar
 * met; 1: a figure fell short; 2: no such comparison; 3: a measurement could not be made.
 */
public final class Bench {
  private static final List<Comparison> COMPARISONS = List.of(new FramesBench());

  private Bench() {}

  /** Measures each of {@code names} in turn. */
  public static void main(String[] names) throws Exception {
    System.exit(run(names));
  }

  private static int run(String[] names) throws Exception {
    var chosen =
        List.of(names).stream()
            .flatMap(name -> COMPARISONS.stream().filter(c -> c.name().equals(name)))
            .toList();
    if (names.length == 0 || chosen.size() != names.length) {
      System.err.println("usage: bench/run NAME..., where NAME is one of");
      COMPARISONS.forEach(c -> System.err.printf("  %-10s %s%n", c.name(), c.about()));
      return 2;
    }
    Machine.describe(System.out);
    boolean fellShort = false;
    for (Comparison comparison : chosen) {
      for (Figure figure : comparison.measure()) {
        System.out.println(figure.line(comparison.name()));
        fellShort |= figure.isShort();
      }
    }
    System.out.printf("# load: %s%n", Machine.load());
    return fellShort ? 1 : 0;
  }
}
