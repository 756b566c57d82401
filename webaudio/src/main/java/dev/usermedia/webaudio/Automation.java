package dev.usermedia.webaudio;

import dev.usermedia.DOMException;
import dev.usermedia.webaudio.internal.graph.ParamEvent;
import dev.usermedia.webaudio.internal.graph.Timeline;
import java.util.ArrayList;
import java.util.List;

/**
 * Changes the schedule of a parameter: each method makes one change of a copy. Times are in
 * seconds.
 */
final class Automation {
  private final float initial;
  private final List<ParamEvent> events;
  private float told;

  /** A copy, without what is over and without consequence. */
  Automation(Timeline before, double now) {
    this.initial = before.initial();
    this.told = before.current();
    this.events = new ArrayList<>(before.events());
    int begun = 0;
    while (begun + 1 < events.size()
        && events.get(begun + 1).timeSeconds() <= now
        && events.get(begun).endSeconds() <= now) {
      begun++;
    }
    events.subList(0, begun).clear();
  }

  /** A schedule on which nothing happens. */
  static Timeline constant(float value) {
    return new Timeline(value, value, List.of());
  }

  /** What is told as the value until it is rendered. */
  Automation told(float value) {
    told = value;
    return this;
  }

  Timeline timeline() {
    return new Timeline(initial, told, events);
  }

  Automation setValue(float value, double time) {
    checkNoCurve(time);
    insert(new ParamEvent.SetValue(time, value));
    return this;
  }

  Automation ramp(float value, double time, boolean exponential, double now) {
    checkNoCurve(time);
    int index = indexAfter(time);
    if (index == 0) {
      // as if the value had been set now
      events.addFirst(new ParamEvent.SetValue(now, initial));
      index = 1;
    } else if (events.get(index - 1) instanceof ParamEvent.SetTarget target) {
      // the approach ends here, or never begins
      double start = Math.max(now, target.timeSeconds());
      events.add(index, new ParamEvent.SetValue(start, target.valueAt(start)));
      index++;
    }
    events.add(index, new ParamEvent.Ramp(time, value, exponential, 0, 0));
    prepare(index);
    return this;
  }

  Automation setTarget(float target, double time, double constant) {
    checkNoCurve(time);
    insert(new ParamEvent.SetTarget(time, target, constant, 0));
    return this;
  }

  Automation curve(float[] values, double time, double duration) {
    checkNoCurve(time);
    for (ParamEvent event : events) {
      if (event.timeSeconds() > time && event.timeSeconds() < time + duration) {
        throw overlap();
      }
    }
    insert(new ParamEvent.Curve(time, values, duration));
    return this;
  }

  Automation cancel(double time) {
    events.removeIf(
        event ->
            event.timeSeconds() >= time
                || (event instanceof ParamEvent.Curve curve && curve.endSeconds() > time));
    return this;
  }

  Automation cancelAndHold(double time) {
    int next = indexAfter(time);
    float value = Timeline.valueAt(initial, events, time);
    if (next < events.size() && events.get(next) instanceof ParamEvent.Ramp ramp) {
      events.set(
          next,
          new ParamEvent.Ramp(
              time, value, ramp.exponential(), ramp.startSeconds(), ramp.startValue()));
      next++;
    } else if (next > 0) {
      switch (events.get(next - 1)) {
        case ParamEvent.SetTarget _ -> {
          events.add(next, new ParamEvent.SetValue(time, value));
          next++;
        }
        case ParamEvent.Curve curve when curve.timeSeconds() == time -> next--;
        case ParamEvent.Curve curve when curve.endSeconds() > time ->
            events.set(next - 1, curve.until(time));
        default -> {}
      }
    }
    events.subList(next, events.size()).clear();
    return this;
  }

  private void insert(ParamEvent event) {
    int index = indexAfter(event.timeSeconds());
    events.add(index, event);
    prepare(index);
  }

  /** Behind all events of the time or before. */
  private int indexAfter(double time) {
    int index = events.size();
    while (index > 0 && events.get(index - 1).timeSeconds() > time) {
      index--;
    }
    return index;
  }

  /** From one event on, each starts where the one before it ends. */
  private void prepare(int from) {
    for (int i = Math.max(from, 0); i < events.size(); i++) {
      List<ParamEvent> before = events.subList(0, i);
      switch (events.get(i)) {
        case ParamEvent.SetTarget it ->
            events.set(
                i,
                new ParamEvent.SetTarget(
                    it.timeSeconds(),
                    it.target(),
                    it.constantSeconds(),
                    Timeline.valueAt(initial, before, it.timeSeconds())));
        case ParamEvent.Ramp it -> {
          double start = i == 0 ? it.startSeconds() : before.getLast().endSeconds();
          float value =
              i == 0 ? it.startValue() : before.getLast().valueAt(before.getLast().endSeconds());
          events.set(
              i, new ParamEvent.Ramp(it.timeSeconds(), it.value(), it.exponential(), start, value));
        }
        case ParamEvent.SetValue _, ParamEvent.Curve _ -> {}
      }
    }
  }

  private void checkNoCurve(double time) {
    for (ParamEvent event : events) {
      if (event instanceof ParamEvent.Curve curve
          && time >= curve.timeSeconds()
          && time < curve.endSeconds()) {
        throw overlap();
      }
    }
  }

  private static DOMException overlap() {
    return new DOMException("a curve lasts for a time of its own", "NotSupportedError");
  }
}
