package dev.usermedia.internal.select;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** The values that one property can have. */
sealed interface Dimension {
  /** What of it satisfies a required demand; null if nothing does. */
  @Nullable Dimension restrictedTo(Demand demand);

  /** Values of a property that has them whatever the mode, independently of all others. */
  sealed interface Free extends Dimension {
    /** The value that is nearest to the ideal, and of several the one that is most usual. */
    Object best(@Nullable Demand demand);
  }

  /** Numbers from {@code min} to {@code max}, as far as modes give them. */
  record Interval(double min, double max) implements Dimension {
    /** Any number. */
    static final Interval UNBOUNDED =
        new Interval(Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY);

    @Override
    public @Nullable Dimension restrictedTo(Demand demand) {
      if (!(demand instanceof Demand.Quantity number)) {
        throw new IllegalArgumentException(demand + " of a number");
      }
      double from = Math.max(min, number.min());
      double to = Math.min(max, number.max());
      return from <= to ? new Interval(from, to) : null;
    }

    boolean contains(double value) {
      return value >= min && value <= max;
    }
  }

  /** One of several values, the most usual first. */
  record Choice(List<?> values) implements Free {
    @Override
    public @Nullable Dimension restrictedTo(Demand demand) {
      List<?> left = values.stream().filter(demand::isSatisfiedBy).toList();
      return left.isEmpty() ? null : new Choice(left);
    }

    @Override
    public Object best(@Nullable Demand demand) {
      Object best = values.getFirst();
      if (demand != null) {
        for (Object value : values) {
          if (demand.distance(value) < demand.distance(best)) {
            best = value;
          }
        }
      }
      return best;
    }
  }

  /**
   * Numbers from {@code min} to {@code max} in steps; any at all if the step is 0. Steps are
   * rounded to the tenth decimal, so that the third step of 0.1 is what a person writes as 0.3.
   *
   * @param first the lowest that is left, one of the steps
   * @param last the highest that is left, one of the steps
   */
  record Steps(double min, double step, double usual, double first, double last) implements Free {

    static Steps of(double min, double max, double step, double usual) {
      Steps endless = new Steps(min, step, usual, min, Double.POSITIVE_INFINITY);
      return new Steps(min, step, usual, step == 0 ? min : endless.at(0), endless.atMost(max));
    }

    @Override
    public @Nullable Dimension restrictedTo(Demand demand) {
      if (!(demand instanceof Demand.Quantity number)) {
        return demand.isSatisfiedBy(first) ? this : null;
      }
      if (number.min() > last || number.max() < first) {
        return null;
      }
      double from = number.min() <= first ? first : atLeast(number.min());
      double to = number.max() >= last ? last : atMost(number.max());
      return from <= to ? new Steps(min, step, usual, from, to) : null;
    }

    @Override
    public Object best(@Nullable Demand demand) {
      double ideal = demand instanceof Demand.Quantity number ? number.ideal() : Double.NaN;
      double best = Numbers.better(first, last, ideal, usual);
      best = betterAround(usual, best, ideal);
      return Double.isNaN(ideal) ? best : betterAround(ideal, best, ideal);
    }

    private double betterAround(double value, double best, double ideal) {
      if (value < first || value > last) {
        return best;
      }
      double better = Numbers.better(best, atMost(value), ideal, usual);
      return Numbers.better(better, atLeast(value), ideal, usual);
    }

    /** The lowest step from {@code value}, which is above {@code min}. */
    private double atLeast(double value) {
      if (step == 0) {
        return value;
      }
      double index = Math.ceil((value - min) / step);
      if (index > 0 && at(index - 1) >= value) {
        return at(index - 1);
      }
      return at(index) >= value ? at(index) : at(index + 1);
    }

    /** The highest step up to {@code value}, or something below {@code min} if there is none. */
    private double atMost(double value) {
      if (step == 0) {
        return value;
      }
      double index = Math.floor((value - min) / step);
      return at(index + 1) <= value
          ? at(index + 1)
          : at(index) <= value ? at(index) : at(index - 1);
    }

    private double at(double index) {
      return Numbers.roundTenth(min + index * step);
    }
  }
}
