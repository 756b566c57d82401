package dev.usermedia.webaudio.internal.graph;

/** Sound times a parameter. */
public final class GainProcessor extends Processor {
  private final ParamProcessor gain;

  /** A processor that is connected to nothing. */
  public GainProcessor(ChannelRules rules, ParamProcessor gain) {
    super(1, 1, rules, gain);
    this.gain = gain;
  }

  @Override
  protected void process(Quantum quantum) {
    Signal in = input(0);
    Signal out = output(0);
    if (in.isSilent()) {
      out.silence(in.channels());
      return;
    }
    out.write(in.channels());
    float[] gains = gain.values();
    for (int channel = 0; channel < in.channels(); channel++) {
      float[] from = in.channel(channel);
      float[] to = out.channel(channel);
      for (int i = 0; i < Signal.FRAMES; i++) {
        to[i] = from[i] * gains[i];
      }
    }
  }
}
