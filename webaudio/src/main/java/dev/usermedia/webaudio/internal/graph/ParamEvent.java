package dev.usermedia.webaudio.internal.graph;

/** Something that happens to a parameter's value. Times are seconds of the context. */
public sealed interface ParamEvent {
  /** When it happens; of a ramp, when it is over. */
  double timeSeconds();

  /** The value at a time that is not before its own. */
  float valueAt(double seconds);

  /** Whether the value stays from a time on that is not before its own. */
  default boolean isOverAt(double seconds) {
    return true;
  }

  /** When the value is as it leaves it. */
  default double endSeconds() {
    return timeSeconds();
  }

  /** A value from a time on. */
  record SetValue(double timeSeconds, float value) implements ParamEvent {
    @Override
    public float valueAt(double seconds) {
      return value;
    }
  }

  /**
   * A way to a value.
   *
   * @param startSeconds when it leaves the value before
   */
  record Ramp(
      double timeSeconds, float value, boolean exponential, double startSeconds, float startValue)
      implements ParamEvent {
    @Override
    public float valueAt(double seconds) {
      return value;
    }

    /** The value before it is over. */
    float valueBetween(double seconds) {
      double span = timeSeconds - startSeconds;
      double part = span <= 0 ? 1 : (seconds - startSeconds) / span;
      if (part <= 0) {
        return startValue;
      }
      if (!exponential) {
        return (float) (startValue + (value - startValue) * part);
      }
      return startValue == 0 || (startValue < 0) != (value < 0)
          ? startValue
          : (float) (startValue * Math.pow((double) value / startValue, part));
    }
  }

  /** An exponential approach from a value at its time. */
  record SetTarget(double timeSeconds, float target, double constantSeconds, float startValue)
      implements ParamEvent {
    /** By then, what is left of the way is less than a float can tell. */
    private static final double CONSTANTS = 110;

    @Override
    public float valueAt(double seconds) {
      return constantSeconds == 0
          ? target
          : (float)
              (target
                  + ((double) startValue - target)
                      * Math.exp(-(seconds - timeSeconds) / constantSeconds));
    }

    @Override
    public boolean isOverAt(double seconds) {
      return startValue == target || seconds >= timeSeconds + CONSTANTS * constantSeconds;
    }
  }

  /** A curve. */
  final class Curve implements ParamEvent {
    private final double timeSeconds;
    private final float[] values;
    private final double durationSeconds;
    private final double endSeconds;

    /** All of a curve; takes the array over. */
    public Curve(double timeSeconds, float[] values, double durationSeconds) {
      this(timeSeconds, values, durationSeconds, timeSeconds + durationSeconds);
    }

    private Curve(double timeSeconds, float[] values, double durationSeconds, double endSeconds) {
      this.timeSeconds = timeSeconds;
      this.values = values;
      this.durationSeconds = durationSeconds;
      this.endSeconds = endSeconds;
    }

    /** The same until a time. */
    public Curve until(double seconds) {
      return new Curve(timeSeconds, values, durationSeconds, seconds);
    }

    @Override
    public double timeSeconds() {
      return timeSeconds;
    }

    @Override
    public double endSeconds() {
      return endSeconds;
    }

    @Override
    public float valueAt(double seconds) {
      double within = Math.min(seconds, endSeconds) - timeSeconds;
      double place = (values.length - 1) * within / durationSeconds;
      int index = (int) Math.floor(place);
      if (index >= values.length - 1) {
        return values[values.length - 1];
      }
      double part = place - index;
      return (float) (values[index] + (values[index + 1] - values[index]) * part);
    }

    @Override
    public boolean isOverAt(double seconds) {
      return seconds >= endSeconds;
    }
  }
}
