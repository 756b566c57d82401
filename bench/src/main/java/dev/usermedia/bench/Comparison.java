package dev.usermedia.bench;

import java.util.List;

/** One thing to measure, with the bars it is held to. A new one is listed in {@link Bench}. */
public interface Comparison {
  /** The name that {@code bench/run} is given. */
  String name();

  /** What is measured and against what, in one line. */
  String about();

  /**
   * Measures on the calling thread and returns the figures in the order to print them.
   *
   * @throws Exception whatever kept the measurement from being made; the run then fails
   */
  List<Figure> measure() throws Exception;
}
