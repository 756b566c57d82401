package dev.usermedia.internal.synthetic;

import dev.usermedia.frame.AudioDataBuffer;
import dev.usermedia.frame.AudioDataPool;
import dev.usermedia.frame.AudioLayout;
import dev.usermedia.spi.AudioMode;
import dev.usermedia.spi.SourceOutput;
import dev.usermedia.spi.SourceSettings;
import java.util.Optional;

/** The sound of a synthetic microphone, in chunks of the mode's latency. */
final class SoundCapture implements Capture {
  /** Sound that waits for a thread that is late, as in the buffer of a sound server. */
  static final long WAITING_US = 500_000;

  /** Chunks that consumers may hold before the device has no memory left to fill. */
  private static final int POOLED_CHUNKS = 256;

  private AudioMode mode;
  private AudioDataPool pool;
  private SoundPattern pattern;
  private SampleGrid grid;
  private int chunk;
  private long first; // on the grid

  SoundCapture(AudioMode mode, long nowUs) {
    this.mode = mode;
    this.grid = new SampleGrid(mode.sampleRateHz());
    this.chunk = chunk(mode);
    this.pool = pool(mode, chunk);
    this.pattern = new SoundPattern(pool.layout());
    this.first = grid.firstFrom(nowUs);
  }

  private static int chunk(AudioMode mode) {
    return (int) Math.max(1, Math.round(mode.maxLatencySeconds() * mode.sampleRateHz()));
  }

  private static AudioDataPool pool(AudioMode mode, int chunk) {
    AudioLayout layout = AudioLayout.f32Planar(mode.sampleRateHz(), mode.channelCount());
    return new AudioDataPool(layout, chunk, POOLED_CHUNKS);
  }

  @Override
  public long dueUs() {
    return grid.timeUs(first + chunk);
  }

  @Override
  public void deliver(SourceOutput output, long nowUs, boolean muted) {
    long waiting = grid.firstFrom(nowUs - WAITING_US) - first;
    if (waiting > chunk) {
      long overdue = waiting / chunk * chunk;
      first += overdue;
      if (!muted) {
        output.lost(overdue);
      }
    }
    if (!muted) {
      Optional<AudioDataBuffer> buffer = pool.acquire();
      if (buffer.isPresent()) {
        pattern.write(buffer.get(), first, chunk);
        output.audio(buffer.get().publish(chunk, grid.timeUs(first)));
      } else {
        output.lost(chunk);
      }
    }
    first += chunk;
  }

  @Override
  public void reconfigure(SourceSettings settings, long fromUs) {
    AudioMode next = (AudioMode) settings.mode();
    if (next.equals(mode)) {
      return;
    }
    // from the end of what was delivered, so that nothing is lost
    long fromHere = grid.timeUs(first);
    grid = new SampleGrid(next.sampleRateHz());
    first = grid.firstFrom(fromHere);
    chunk = chunk(next);
    pool.close();
    pool = pool(next, chunk);
    pattern = new SoundPattern(pool.layout());
    mode = next;
  }

  @Override
  public void end() {
    pool.close();
  }
}
