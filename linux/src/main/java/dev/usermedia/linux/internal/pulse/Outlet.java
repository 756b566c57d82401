package dev.usermedia.linux.internal.pulse;

import dev.usermedia.frame.AudioData;
import dev.usermedia.frame.AudioDataBuffer;
import dev.usermedia.spi.SourceException;
import dev.usermedia.spi.SourceOutput;
import java.lang.System.Logger.Level;

/**
 * An output, kept to the promises of {@link dev.usermedia.spi.Source}: nothing once it is shut,
 * timestamps that rise, one end. {@link #shut} may be called from any thread, the rest from the
 * capture thread.
 */
final class Outlet {
  private final SourceOutput output;
  private volatile boolean shut;
  private boolean muted;
  private boolean complained;
  private long lostFrames;
  private long lastUs = Long.MIN_VALUE;

  Outlet(SourceOutput output) {
    this.output = output;
  }

  /** Lets nothing through any more; what is under way may finish. */
  void shut() {
    shut = true;
  }

  boolean isShut() {
    return shut;
  }

  /** Delivers what was written to the buffer, or gives the buffer back. */
  void audio(AudioDataBuffer buffer, int frames, long timestampUs) {
    if (lostFrames > 0) {
      long lost = lostFrames;
      lostFrames = 0;
      call(() -> output.lost(lost));
    }
    if (shut) {
      buffer.discard();
      return;
    }
    lastUs = Math.max(timestampUs, lastUs + 1);
    try (AudioData chunk = buffer.publish(frames, lastUs)) {
      output.audio(chunk);
    } catch (RuntimeException | Error e) {
      threw(e);
    }
  }

  /** So many samples of each channel are missing before the next chunk. */
  void lost(long frames) {
    lostFrames += frames;
  }

  /** Tells if it is news. */
  void muted(boolean now) {
    if (muted != now) {
      muted = now;
      call(() -> output.muted(now));
    }
  }

  /** The last that the output hears. */
  void ended(SourceException cause) {
    call(() -> output.ended(cause));
    shut = true;
  }

  private void call(Runnable delivery) {
    if (shut) {
      return;
    }
    try {
      delivery.run();
    } catch (RuntimeException | Error e) {
      threw(e);
    }
  }

  /** Outputs throw nothing; one that does is called on, and complained of once. */
  private void threw(Throwable e) {
    if (!complained) {
      complained = true;
      System.getLogger("dev.usermedia.linux")
          .log(Level.ERROR, "the output of a microphone threw; it is called on", e);
    }
  }
}
