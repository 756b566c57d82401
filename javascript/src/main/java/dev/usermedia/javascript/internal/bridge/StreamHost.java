package dev.usermedia.javascript.internal.bridge;

import dev.usermedia.MediaStream;
import java.util.ArrayList;
import java.util.List;
import org.graalvm.polyglot.HostAccess.Export;
import org.graalvm.polyglot.Value;
import org.jspecify.annotations.Nullable;

/** A stream as a script may use it. */
public final class StreamHost {
  private final MediaStream stream;
  private final MediaHost media;
  private @Nullable Value peer;

  StreamHost(MediaStream stream, MediaHost media) {
    this.stream = stream;
    this.media = media;
  }

  MediaStream stream() {
    return stream;
  }

  /** Of an array of them. */
  static List<MediaStream> streams(Value hosts) {
    List<MediaStream> streams = new ArrayList<>();
    for (long i = 0; i < hosts.getArraySize(); i++) {
      streams.add(hosts.getArrayElement(i).<StreamHost>asHostObject().stream());
    }
    return streams;
  }

  /** The script's object for this stream; undefined until {@link #setPeer}. */
  @Export
  public Object peer() {
    return peer == null ? media.undefined() : peer;
  }

  @Export
  public void setPeer(Value newPeer) {
    peer = newPeer;
  }

  /**
   * Calls a function with {@code addtrack} or {@code removetrack} and the track when one comes or
   * goes without the script's doing.
   */
  @Export
  public void onChange(Value steps) {
    var _ = stream.onaddtrack(it -> steps.executeVoid("addtrack", media.host(it.track())));
    var _ = stream.onremovetrack(it -> steps.executeVoid("removetrack", media.host(it.track())));
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
