package dev.usermedia.javascript.internal.bridge;

import dev.usermedia.MediaStream;
import org.graalvm.polyglot.HostAccess.Export;
import org.graalvm.polyglot.Value;

/** A stream as a script may use it. */
public final class StreamHost {
  private final MediaStream stream;
  private final MediaHost media;

  StreamHost(MediaStream stream, MediaHost media) {
    this.stream = stream;
    this.media = media;
  }

  @Export
  public String id() {
    return stream.id();
  }

  /** An array of {@link TrackHost}. */
  @Export
  public Value tracks() {
    return media.trees().array(stream.getTracks().stream().map(media::host).toList());
  }

  @Export
  public void add(TrackHost track) {
    stream.addTrack(track.track());
  }

  @Export
  public void remove(TrackHost track) {
    stream.removeTrack(track.track());
  }
}
