package dev.usermedia.javascript.internal.bridge;

import dev.usermedia.VideoTrackGenerator;
import org.graalvm.polyglot.HostAccess.Export;
import org.graalvm.polyglot.Value;

/** A track of frames that a script writes. */
public final class GeneratorHost {
  private final VideoTrackGenerator generator;
  private final MediaHost media;

  GeneratorHost(VideoTrackGenerator generator, MediaHost media) {
    this.generator = generator;
    this.media = media;
  }

  @Export
  public TrackHost track() {
    return media.host(generator.track());
  }

  @Export
  public boolean muted() {
    return generator.muted();
  }

  @Export
  public void setMuted(boolean muted) {
    generator.muted(muted);
  }

  /** Writes a frame, which stays the caller's; settles once it was taken. */
  @Export
  public void write(VideoFrameHost frame, Value resolve, Value reject) {
    media
        .answers()
        .settle(
            () -> generator.writable().writeAsync(frame.handle()),
            _ -> media.undefined(),
            resolve,
            reject);
  }

  /** Calls a function once the stream is closed. */
  @Export
  public void onClosed(Value steps) {
    var _ = generator.writable().closed().thenRun(steps::executeVoid);
  }

  @Export
  public void close() {
    generator.writable().close();
  }
}
