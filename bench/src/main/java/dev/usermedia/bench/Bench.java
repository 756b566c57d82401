package dev.usermedia.bench;

import java.io.IOException;
import java.util.List;

/**
 * Runs the comparisons named on the command line and prints their figures. Exit code 0: every bar
 * met; 1: a figure fell short; 2: no such comparison; 3: a measurement could not be made.
 */
public final class Bench {
  private static final List<Comparison> COMPARISONS =
      List.of(
          new ContextsBench(),
          new FramesBench(),
          new OpenBench(),
          new RecordBench(),
          new SelectBench());

  private Bench() {}

  /** Measures each of {@code names} in turn. */
  public static void main(String[] names) throws IOException {
    System.exit(run(names));
  }

  private static int run(String[] names) throws IOException {
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
    int exitCode = 0;
    for (Comparison comparison : chosen) {
      try {
        for (Figure figure : comparison.measure()) {
          System.out.println(figure.line(comparison.name()));
          exitCode = Math.max(exitCode, figure.isShort() ? 1 : 0);
        }
      } catch (Exception e) {
        System.err.printf("%s could not be measured%n", comparison.name());
        e.printStackTrace();
        exitCode = 3;
      }
    }
    System.out.printf("# load: %s%n", Machine.load());
    return exitCode;
  }
}
