package dev.usermedia.javascript.internal.bridge;

import dev.usermedia.webaudio.AudioParam;
import dev.usermedia.webaudio.AutomationRate;
import org.graalvm.polyglot.HostAccess.Export;
import org.graalvm.polyglot.Value;

/** A parameter as a script may use it, which checks for what would be a {@code RangeError}. */
public final class AudioParamHost {
  private final AudioParam param;
  private final AudioNodeHost node;

  AudioParamHost(AudioParam param, AudioNodeHost node) {
    this.param = param;
    this.node = node;
  }

  AudioParam param() {
    return param;
  }

  @Export
  public double value() {
    return param.value();
  }

  @Export
  public void setValue(double value) {
    node.run(() -> param.value((float) value));
  }

  @Export
  public String automationRate() {
    return param.automationRate().value();
  }

  @Export
  public void setAutomationRate(String value) {
    node.run(
        () ->
            param.automationRate(
                value.equals(AutomationRate.A_RATE.value())
                    ? AutomationRate.A_RATE
                    : AutomationRate.K_RATE));
  }

  @Export
  public double defaultValue() {
    return param.defaultValue();
  }

  @Export
  public double minValue() {
    return param.minValue();
  }

  @Export
  public double maxValue() {
    return param.maxValue();
  }

  @Export
  public void setValueAtTime(double value, double time) {
    node.run(() -> param.setValueAtTime((float) value, time));
  }

  @Export
  public void linearRamp(double value, double time) {
    node.run(() -> param.linearRampToValueAtTime((float) value, time));
  }

  @Export
  public void exponentialRamp(double value, double time) {
    node.run(() -> param.exponentialRampToValueAtTime((float) value, time));
  }

  @Export
  public void setTarget(double target, double time, double timeConstant) {
    node.run(() -> param.setTargetAtTime((float) target, time, timeConstant));
  }

  @Export
  public void setValueCurve(Value values, double time, double duration) {
    float[] curve = AudioHost.floats(values);
    node.run(() -> param.setValueCurveAtTime(curve, time, duration));
  }

  @Export
  public void cancel(double time) {
    node.run(() -> param.cancelScheduledValues(time));
  }

  @Export
  public void cancelAndHold(double time) {
    node.run(() -> param.cancelAndHoldAtTime(time));
  }
}
