package dev.usermedia.webaudio.internal.graph;

import java.util.Arrays;

/**
 * The rendering side of a parameter.
 *
 * @see <a href="https://webaudio.github.io/web-audio-api/#computation-of-value">Web Audio API,
 *     Computation of Value</a>
 */
public final class ParamProcessor {
  private final float initial;
  private final float min;
  private final float max;
  private final Input input = new Input();
  private final float[] values = new float[Signal.FRAMES];
  private Timeline timeline;
  private boolean audioRate;
  private boolean constant;

  /** A parameter of a value within bounds. */
  public ParamProcessor(float initial, float min, float max, Timeline timeline, boolean audioRate) {
    this.initial = initial;
    this.min = min;
    this.max = max;
    this.timeline = timeline;
    this.audioRate = audioRate;
  }

  /** What happens to the value from now on. */
  public void timeline(Timeline newTimeline) {
    timeline = newTimeline;
  }

  /** Whether each sample has a value of its own, rather than each quantum. */
  public void audioRate(boolean each) {
    audioRate = each;
  }

  /** What outputs may be connected to. */
  public Input input() {
    return input;
  }

  /** The value of each sample of the quantum. */
  public float[] values() {
    return values;
  }

  /** Whether all samples of the quantum have the same. */
  public boolean isConstant() {
    return constant;
  }

  /** The value of the first sample. */
  public float first() {
    return values[0];
  }

  void compute(Quantum quantum) {
    boolean fed = input.isConnected();
    boolean each = audioRate && !timeline.isConstantFrom(quantum.seconds(0));
    if (each) {
      timeline.fill(values, quantum);
    } else {
      values[0] = timeline.valueAt(quantum.seconds(0));
    }
    timeline.rendered(values[0]);
    if (fed) {
      add(input.mix(ChannelRules.MONO), each);
    }
    constant = !each && !(fed && audioRate);
    int count = constant ? 1 : Signal.FRAMES;
    for (int i = 0; i < count; i++) {
      float value = values[i];
      values[i] = Float.isNaN(value) ? initial : Math.clamp(value, min, max);
    }
    if (constant) {
      Arrays.fill(values, values[0]);
    }
  }

  private void add(Signal mixed, boolean each) {
    float[] added = mixed.channel(0);
    if (audioRate && !each) {
      Arrays.fill(values, values[0]);
    }
    for (int i = 0; i < (audioRate ? Signal.FRAMES : 1); i++) {
      values[i] += added[i];
    }
  }
}
