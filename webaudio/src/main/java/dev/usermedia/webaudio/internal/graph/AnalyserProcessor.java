package dev.usermedia.webaudio.internal.graph;

/** Passes sound on, and remembers the latest of it as one channel, for other threads to read. */
public final class AnalyserProcessor extends Processor {
  /** Twice as much as is ever read, so that what is being read is not being written. */
  private static final int LENGTH = 1 << 16;

  private final float[] latest = new float[LENGTH];
  private final Signal mono = new Signal();
  private volatile long written;

  /** A processor that is connected to nothing. */
  public AnalyserProcessor(ChannelRules rules) {
    super(1, 1, rules);
  }

  @Override
  protected void process(Quantum quantum) {
    output(0).copy(input(0));
    mono.silence(1);
    Mixer.add(input(0), mono, true);
    long before = written;
    System.arraycopy(mono.channel(0), 0, latest, (int) (before % LENGTH), Signal.FRAMES);
    written = before + Signal.FRAMES;
  }

  /** How many samples there were so far; on any thread. */
  public long written() {
    return written;
  }

  /** Copies the samples before one, on any thread; what was before the first is silence. */
  public void copy(long end, float[] to) {
    for (int i = 0; i < to.length; i++) {
      long index = end - to.length + i;
      to[i] = index < 0 ? 0 : latest[(int) (index % LENGTH)];
    }
  }
}
