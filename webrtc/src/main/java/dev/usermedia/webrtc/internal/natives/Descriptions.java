package dev.usermedia.webrtc.internal.natives;

import dev.usermedia.webrtc.RTCSessionDescription;
import java.util.Optional;

/**
 * The descriptions of a connection at one time.
 *
 * @param currentLocal agreed upon
 * @param pendingLocal not agreed upon yet
 * @param currentRemote agreed upon
 * @param pendingRemote not agreed upon yet
 */
public record Descriptions(
    Optional<RTCSessionDescription> currentLocal,
    Optional<RTCSessionDescription> pendingLocal,
    Optional<RTCSessionDescription> currentRemote,
    Optional<RTCSessionDescription> pendingRemote) {
  /** None. */
  public static final Descriptions NONE =
      new Descriptions(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

  /** What was applied last of this side. */
  public Optional<RTCSessionDescription> local() {
    return pendingLocal.or(() -> currentLocal);
  }

  /** What was applied last of the other side. */
  public Optional<RTCSessionDescription> remote() {
    return pendingRemote.or(() -> currentRemote);
  }
}
