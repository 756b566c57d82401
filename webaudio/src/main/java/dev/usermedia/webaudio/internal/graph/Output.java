package dev.usermedia.webaudio.internal.graph;

/** Where a processor writes. */
public final class Output {
  private final Processor owner;
  private final Signal signal = new Signal();
  private int connections;

  Output(Processor owner) {
    this.owner = owner;
  }

  void connected(int more) {
    connections += more;
  }

  /** Whether it leads anywhere. */
  public boolean isConnected() {
    return connections > 0;
  }

  Processor owner() {
    return owner;
  }

  /** What was written in this quantum. */
  public Signal signal() {
    return signal;
  }
}
