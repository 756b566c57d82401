package dev.usermedia.webaudio.internal.graph;

import dev.usermedia.webaudio.internal.dsp.TrackReader;
import java.util.function.BooleanSupplier;

/** The sound of a track; silence while there is none. */
public final class TrackSourceProcessor extends Processor {
  private final TrackReader reader;
  private final BooleanSupplier isLive;
  private final Runnable release;

  /**
   * A processor that is connected to nothing.
   *
   * @param isLive whether more may come of the track
   * @param release lets the track go
   */
  public TrackSourceProcessor(TrackReader reader, BooleanSupplier isLive, Runnable release) {
    super(0, 1, new ChannelRules(2, ChannelRules.Mode.MAX, true));
    this.reader = reader;
    this.isLive = isLive;
    this.release = release;
  }

  @Override
  protected boolean isSounding() {
    return isHeard() && isLive.getAsBoolean();
  }

  @Override
  protected void close() {
    release.run();
  }

  @Override
  protected void process(Quantum quantum) {
    int channels = reader.begin(quantum.timeUs(), Signal.FRAMES);
    if (channels == 0) {
      output(0).silence(1);
      return;
    }
    output(0).write(channels);
    for (int channel = 0; channel < channels; channel++) {
      reader.read(channel, output(0).channel(channel), Signal.FRAMES);
    }
    reader.end(Signal.FRAMES);
  }
}
