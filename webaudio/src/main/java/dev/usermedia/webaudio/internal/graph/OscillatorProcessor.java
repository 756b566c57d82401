package dev.usermedia.webaudio.internal.graph;

import dev.usermedia.webaudio.internal.dsp.WaveTable;

/** A periodic wave of a frequency that is the product of two parameters. */
public final class OscillatorProcessor extends ScheduledProcessor {
  private static final double CENTS_PER_OCTAVE = 1200;

  private final ParamProcessor frequency;
  private final ParamProcessor detune;
  private WaveTable wave;
  private double phase;
  private boolean begun;

  /** A source that was not started. */
  public OscillatorProcessor(ParamProcessor frequency, ParamProcessor detune, WaveTable wave) {
    super(frequency, detune);
    this.frequency = frequency;
    this.detune = detune;
    this.wave = wave;
  }

  /** Goes on with another wave. */
  public void wave(WaveTable newWave) {
    wave = newWave;
  }

  @Override
  protected int sound(Quantum quantum, Signal to, int from, int end) {
    to.write(1);
    float[] samples = to.channel(0);
    double nyquist = quantum.sampleRateHz() / 2;
    boolean constant = frequency.isConstant() && detune.isConstant();
    double hertz = hertz(from, nyquist);
    if (!begun) {
      begun = true;
      double late = quantum.seconds(from) - Math.max(startSeconds(), 0);
      if (late > 0 && late < 1 / quantum.sampleRateHz()) {
        phase = late * hertz;
      }
    }
    for (int i = from; i < end; i++) {
      if (!constant) {
        hertz = hertz(i, nyquist);
      }
      samples[i] = Math.abs(hertz) < nyquist ? wave.at(phase, Math.abs(hertz) / nyquist) : 0;
      phase += hertz / quantum.sampleRateHz();
      phase -= Math.floor(phase);
    }
    return end;
  }

  private double hertz(int sample, double nyquist) {
    double cents = detune.values()[sample];
    double factor = cents == 0 ? 1 : Math.pow(2, cents / CENTS_PER_OCTAVE);
    return Math.clamp(frequency.values()[sample] * factor, -nyquist, nyquist);
  }
}
