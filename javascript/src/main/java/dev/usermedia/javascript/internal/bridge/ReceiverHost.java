package dev.usermedia.javascript.internal.bridge;

import dev.usermedia.webrtc.RTCRtpReceiver;
import org.graalvm.polyglot.HostAccess.Export;
import org.graalvm.polyglot.Value;

/** A receiver as a script may use it. */
public final class ReceiverHost {
  private final RTCRtpReceiver receiver;
  private final MediaHost media;
  private final Waiting waiting;

  ReceiverHost(RTCRtpReceiver receiver, MediaHost media, Waiting waiting) {
    this.receiver = receiver;
    this.media = media;
    this.waiting = waiting;
  }

  @Export
  public TrackHost track() {
    return media.host(receiver.track());
  }

  @Export
  public Value getParameters() {
    return media.trees().object(ConnectionTrees.receiveParameters(receiver.getParameters()));
  }

  /** Settles with an array of objects. */
  @Export
  public void getStats(Value resolve, Value reject) {
    waiting.settle(media, receiver::getStatsAsync, ConnectionTrees::stats, resolve, reject);
  }
}
