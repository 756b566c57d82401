package dev.usermedia.internal.synthetic;

import dev.usermedia.frame.AudioData;
import dev.usermedia.frame.VideoFrame;
import dev.usermedia.spi.SourceException;
import dev.usermedia.spi.SourceOutput;
import java.util.Map;

/** Passes on to an output and closes what it passed; what the output throws is logged. */
final class GuardedOutput implements SourceOutput {
  private final SourceOutput output;

  GuardedOutput(SourceOutput output) {
    this.output = output;
  }

  @Override
  public void video(VideoFrame frame) {
    try (frame) {
      output.video(frame);
    } catch (Throwable e) {
      report(e);
    }
  }

  @Override
  public void audio(AudioData data) {
    try (data) {
      output.audio(data);
    } catch (Throwable e) {
      report(e);
    }
  }

  @Override
  public void lost(long count) {
    try {
      output.lost(count);
    } catch (Throwable e) {
      report(e);
    }
  }

  @Override
  public void muted(boolean muted) {
    try {
      output.muted(muted);
    } catch (Throwable e) {
      report(e);
    }
  }

  @Override
  public void changed(Map<String, Object> controls) {
    try {
      output.changed(controls);
    } catch (Throwable e) {
      report(e);
    }
  }

  @Override
  public void ended(SourceException cause) {
    try {
      output.ended(cause);
    } catch (Throwable e) {
      report(e);
    }
  }

  private static void report(Throwable e) {
    System.getLogger("dev.usermedia.synthetic")
        .log(System.Logger.Level.ERROR, "an output threw; the device goes on", e);
  }
}
