package dev.usermedia.webaudio.internal.graph;

import java.util.Arrays;

/**
 * Passes sound on later.
 *
 * @see <a href="https://webaudio.github.io/web-audio-api/#DelayNode">Web Audio API, DelayNode</a>
 */
public final class DelayProcessor extends Processor {
  private final ParamProcessor delay;
  private final int length;
  private float[][] line = {};

  /** Channels of the sound that is held, and how long ago there last was any. */
  private int channels = 1;

  private int silentFrames;
  private boolean inCycle;

  /** A delay of a time of at most so many samples. */
  public DelayProcessor(int maxDelayFrames, ChannelRules rules, ParamProcessor delay) {
    super(1, 1, rules, delay);
    this.delay = delay;
    // an interpolated sample needs two, and a quantum is written before it is read
    this.length = maxDelayFrames + 2 * Signal.FRAMES + 2;
    this.silentFrames = length;
  }

  void inCycle(boolean nowInCycle) {
    inCycle = nowInCycle;
  }

  boolean isInCycle() {
    return inCycle;
  }

  @Override
  protected boolean isSounding() {
    return silentFrames < length;
  }

  @Override
  protected void process(Quantum quantum) {
    if (!inCycle) {
      write(quantum);
    }
    Signal out = output(0);
    if (silentFrames >= length) {
      out.silence(1);
      return;
    }
    out.write(channels);
    float[] seconds = delay.values();
    for (int channel = 0; channel < channels; channel++) {
      float[] from = line[channel];
      float[] to = out.channel(channel);
      for (int i = 0; i < Signal.FRAMES; i++) {
        double frames = (double) seconds[i] * quantum.sampleRateHz();
        if (inCycle) {
          frames = Math.max(frames, Signal.FRAMES);
        }
        to[i] = at(from, quantum.frame() + i - frames);
      }
    }
  }

  /** In a cycle: takes what comes in, once all of the graph is rendered. */
  void take(Quantum quantum) {
    mixInputs();
    write(quantum);
  }

  private float at(float[] from, double place) {
    double whole = Math.floor(place);
    float part = (float) (place - whole);
    int index = Math.floorMod((long) whole, length);
    if (part == 0) {
      return from[index];
    }
    int next = index + 1 == length ? 0 : index + 1;
    return from[index] + (from[next] - from[index]) * part;
  }

  private void write(Quantum quantum) {
    Signal in = input(0);
    if (in.isSilent()) {
      silentFrames = Math.min(length, silentFrames + Signal.FRAMES);
      if (silentFrames >= length) {
        channels = 1;
      }
    } else {
      silentFrames = 0;
      widen(in.channels());
    }
    int start = Math.floorMod(quantum.frame(), length);
    for (int channel = 0; channel < line.length; channel++) {
      // what has fewer channels than what is held is heard of all speakers that it is mixed to
      float[] from = channel < in.channels() ? in.channel(channel) : in.channel(0);
      boolean heard = channel < in.channels() || (in.channels() == 1 && channel < 2);
      for (int i = 0; i < Signal.FRAMES; i++) {
        int index = start + i < length ? start + i : start + i - length;
        line[channel][index] = heard ? from[i] : 0;
      }
    }
  }

  private void widen(int wanted) {
    if (line.length < wanted) {
      int before = line.length;
      line = Arrays.copyOf(line, wanted);
      for (int i = before; i < wanted; i++) {
        line[i] = before == 1 && i == 1 ? line[0].clone() : new float[length];
      }
    }
    channels = Math.max(channels, wanted);
  }
}
