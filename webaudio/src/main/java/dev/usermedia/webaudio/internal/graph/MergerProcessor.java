package dev.usermedia.webaudio.internal.graph;

/** Each input as a channel. */
public final class MergerProcessor extends Processor {
  private final int count;

  /** A processor that is connected to nothing. */
  public MergerProcessor(int inputs) {
    super(inputs, 1, new ChannelRules(1, ChannelRules.Mode.EXPLICIT, true));
    this.count = inputs;
  }

  @Override
  protected void process(Quantum quantum) {
    if (!isFed()) {
      output(0).silence(1);
      return;
    }
    output(0).write(count);
    for (int i = 0; i < count; i++) {
      System.arraycopy(input(i).channel(0), 0, output(0).channel(i), 0, Signal.FRAMES);
    }
  }
}
