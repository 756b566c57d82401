package dev.usermedia.webaudio.internal.graph;

/** The value of a parameter as sound. */
public final class ConstantProcessor extends ScheduledProcessor {
  private final ParamProcessor offset;

  /** A source that was not started. */
  public ConstantProcessor(ParamProcessor offset) {
    super(offset);
    this.offset = offset;
  }

  @Override
  protected int sound(Quantum quantum, Signal to, int from, int end) {
    to.write(1);
    System.arraycopy(offset.values(), from, to.channel(0), from, end - from);
    return end;
  }
}
