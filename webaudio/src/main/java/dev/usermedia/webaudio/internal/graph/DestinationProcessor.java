package dev.usermedia.webaudio.internal.graph;

/** The end of a graph: keeps the quantum for whoever renders it, and passes it on. */
public final class DestinationProcessor extends Processor {
  /** A processor that is connected to nothing. */
  public DestinationProcessor(ChannelRules rules) {
    super(1, 1, rules);
  }

  @Override
  protected void process(Quantum quantum) {
    output(0).copy(input(0));
  }

  /** The quantum that was rendered last. */
  public Signal rendered() {
    return output(0);
  }
}
