package dev.usermedia.webaudio.internal.graph;

/** Each channel as an output of its own. */
public final class SplitterProcessor extends Processor {
  private final int count;

  /** A processor that is connected to nothing. */
  public SplitterProcessor(int outputs) {
    super(1, outputs, new ChannelRules(outputs, ChannelRules.Mode.EXPLICIT, false));
    this.count = outputs;
  }

  @Override
  protected void process(Quantum quantum) {
    Signal in = input(0);
    for (int i = 0; i < count; i++) {
      if (in.isSilent() || i >= in.channels()) {
        output(i).silence(1);
      } else {
        output(i).write(1);
        System.arraycopy(in.channel(i), 0, output(i).channel(0), 0, Signal.FRAMES);
      }
    }
  }
}
