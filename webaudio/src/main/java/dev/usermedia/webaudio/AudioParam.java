package dev.usermedia.webaudio;

import dev.usermedia.DOMException;
import dev.usermedia.webaudio.internal.graph.ParamProcessor;
import dev.usermedia.webaudio.internal.graph.Timeline;

/**
 * A value of a node that can be changed at once, along a schedule, and by sound. Times are in
 * seconds of the context; one that is over is now. Safe for use from any thread.
 *
 * @see <a href="https://webaudio.github.io/web-audio-api/#AudioParam">Web Audio API, AudioParam</a>
 */
public final class AudioParam {
  private final BaseAudioContext context;
  private final float defaultValue;
  private final float minValue;
  private final float maxValue;
  private final boolean fixedRate;
  private final ParamProcessor processor;
  private Timeline timeline;
  private AutomationRate automationRate;

  private AudioParam(
      BaseAudioContext context,
      float value,
      float min,
      float max,
      AutomationRate rate,
      boolean fixedRate) {
    this.context = context;
    this.defaultValue = value;
    this.minValue = min;
    this.maxValue = max;
    this.automationRate = rate;
    this.fixedRate = fixedRate;
    this.timeline = Automation.constant(value);
    this.processor = new ParamProcessor(value, min, max, timeline, rate == AutomationRate.A_RATE);
  }

  /** A parameter whose rate may be changed. */
  static AudioParam of(BaseAudioContext context, float value, float min, float max) {
    return new AudioParam(context, value, min, max, AutomationRate.A_RATE, false);
  }

  /** A parameter that has one value for each quantum. */
  static AudioParam slow(BaseAudioContext context, float value, float min, float max) {
    return new AudioParam(context, value, min, max, AutomationRate.K_RATE, true);
  }

  BaseAudioContext context() {
    return context;
  }

  ParamProcessor processor() {
    return processor;
  }

  /** The value in the render quantum that was rendered last, without what is connected. */
  public synchronized float value() {
    return timeline.current();
  }

  /**
   * Changes the value now, as {@link #setValueAtTime} does; to the next within its bounds.
   *
   * @throws DOMException {@code NotSupportedError} during a curve
   */
  public synchronized void value(float value) {
    float within = Math.clamp(value, minValue, maxValue);
    change(automation().setValue(within, now()).told(within));
  }

  public synchronized AutomationRate automationRate() {
    return automationRate;
  }

  /**
   * Changes how often the value changes.
   *
   * @throws DOMException {@code InvalidStateError} if this parameter has one rate for good
   */
  public synchronized void automationRate(AutomationRate rate) {
    if (fixedRate && rate != automationRate) {
      throw new DOMException(
          "the rate of this parameter is " + automationRate.value(), "InvalidStateError");
    }
    automationRate = rate;
    context.graph().send(() -> processor.audioRate(rate == AutomationRate.A_RATE));
  }

  public float defaultValue() {
    return defaultValue;
  }

  /** Lower values are taken for this. */
  public float minValue() {
    return minValue;
  }

  /** Higher values are taken for this. */
  public float maxValue() {
    return maxValue;
  }

  /**
   * A value from a time on.
   *
   * @throws IllegalArgumentException (the Web's {@code RangeError}) if a time is negative or not
   *     finite
   * @throws DOMException {@code NotSupportedError} during a curve
   */
  public synchronized AudioParam setValueAtTime(float value, double startTime) {
    change(automation().setValue(value, time(startTime)));
    return this;
  }

  /** A straight way from the value of the event before to another; else as the first. */
  public synchronized AudioParam linearRampToValueAtTime(float value, double endTime) {
    change(automation().ramp(value, time(endTime), false, now()));
    return this;
  }

  /**
   * An exponential way from the value of the event before to another; else as the first.
   *
   * @throws IllegalArgumentException (the Web's {@code RangeError}) if the value is 0
   */
  public synchronized AudioParam exponentialRampToValueAtTime(float value, double endTime) {
    if (value == 0) {
      throw new IllegalArgumentException("no exponential way leads to 0");
    }
    change(automation().ramp(value, time(endTime), true, now()));
    return this;
  }

  /** An approach to a value, of which 63 per cent are done after the time constant, in seconds. */
  public synchronized AudioParam setTargetAtTime(
      float target, double startTime, double timeConstant) {
    if (!(timeConstant >= 0) || Double.isInfinite(timeConstant)) {
      throw new IllegalArgumentException("a time constant of " + timeConstant);
    }
    change(automation().setTarget(target, time(startTime), timeConstant));
    return this;
  }

  /**
   * Values at even distances over a time.
   *
   * @throws DOMException {@code InvalidStateError} if there are less than two, {@code
   *     NotSupportedError} if anything else happens meanwhile
   */
  public synchronized AudioParam setValueCurveAtTime(
      float[] values, double startTime, double duration) {
    if (values.length < 2) {
      throw new DOMException("a curve of " + values.length + " values", "InvalidStateError");
    }
    if (!(duration > 0) || Double.isInfinite(duration)) {
      throw new IllegalArgumentException("a curve of " + duration + " s");
    }
    change(automation().curve(values.clone(), time(startTime), duration));
    return this;
  }

  /** Takes back what was to happen at a time or later. */
  public synchronized AudioParam cancelScheduledValues(double cancelTime) {
    change(automation().cancel(time(cancelTime)));
    return this;
  }

  /** The same; the value stays as it is by then. */
  public synchronized AudioParam cancelAndHoldAtTime(double cancelTime) {
    change(automation().cancelAndHold(time(cancelTime)));
    return this;
  }

  private Automation automation() {
    return new Automation(timeline, now());
  }

  private double now() {
    return context.currentTime();
  }

  private double time(double seconds) {
    if (!(seconds >= 0) || Double.isInfinite(seconds)) {
      throw new IllegalArgumentException("a time of " + seconds + " s");
    }
    return Math.max(seconds, now());
  }

  private void change(Automation changed) {
    Timeline next = changed.timeline();
    timeline = next;
    context.graph().send(() -> processor.timeline(next));
  }
}
