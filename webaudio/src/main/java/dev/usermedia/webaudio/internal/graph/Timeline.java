package dev.usermedia.webaudio.internal.graph;

import java.util.List;

/**
 * What happens to a parameter's value over time. Immutable but for the value that was rendered
 * last, so that whoever replaces a timeline never sees a value of the one before.
 *
 * @see <a href="https://webaudio.github.io/web-audio-api/#AudioParam">Web Audio API, the AudioParam
 *     interface</a>
 */
public final class Timeline {
  private final float initial;
  private final ParamEvent[] events;
  private volatile float current;

  /** Of the rendering thread: the last event that has begun. */
  private int at = -1;

  /**
   * A timeline.
   *
   * @param initial the value before the first event
   * @param current what is to be told as the current value until something was rendered
   * @param events by their times, each ready: with the value at which it starts
   */
  public Timeline(float initial, float current, List<ParamEvent> events) {
    this.initial = initial;
    this.current = current;
    this.events = events.toArray(ParamEvent[]::new);
  }

  /** The value at the begin of the quantum that was rendered last. */
  public float current() {
    return current;
  }

  public float initial() {
    return initial;
  }

  public List<ParamEvent> events() {
    return List.of(events);
  }

  void rendered(float value) {
    current = value;
  }

  /** Whether nothing changes the value at that time or later. */
  boolean isConstantFrom(double seconds) {
    return events.length == 0
        || (events[events.length - 1].timeSeconds() <= seconds
            && events[events.length - 1].isOverAt(seconds));
  }

  void fill(float[] values, Quantum quantum) {
    for (int i = 0; i < values.length; i++) {
      values[i] = valueAt(quantum.seconds(i));
    }
  }

  /** The value at a time that is not before the one asked for last. */
  float valueAt(double seconds) {
    while (at + 1 < events.length && events[at + 1].timeSeconds() <= seconds) {
      at++;
    }
    return valueAfter(at, seconds);
  }

  /** The value at any time; on any thread. */
  public static float valueAt(float initial, List<ParamEvent> events, double seconds) {
    int last = events.size();
    while (last > 0 && events.get(last - 1).timeSeconds() > seconds) {
      last--;
    }
    return new Timeline(initial, initial, events).valueAfter(last - 1, seconds);
  }

  private float valueAfter(int last, double seconds) {
    if (last + 1 < events.length && events[last + 1] instanceof ParamEvent.Ramp ramp) {
      if (last >= 0 && !events[last].isOverAt(seconds)) {
        return events[last].valueAt(seconds); // a curve still goes on
      }
      return ramp.valueBetween(seconds);
    }
    return last < 0 ? initial : events[last].valueAt(seconds);
  }
}
