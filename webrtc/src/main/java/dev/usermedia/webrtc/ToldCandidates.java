package dev.usermedia.webrtc;

import dev.usermedia.webrtc.internal.natives.Descriptions;
import dev.usermedia.webrtc.internal.sdp.CandidateLines;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Descriptions as an application may see them: with the addresses that events have told of, while
 * libwebrtc may have found more. Changed with the connection's slots.
 */
final class ToldCandidates {
  private final Set<String> told = new HashSet<>();
  private final Set<String> endedRemotely = new HashSet<>();
  private boolean isComplete;

  /** An event is about to tell of an own address. */
  void tell(String candidate) {
    told.add(CandidateLines.key(candidate));
  }

  /** All own addresses are found, or not any more. */
  void complete(boolean nowComplete) {
    isComplete = nowComplete;
  }

  /** There are no more addresses of the other side for a media description. */
  void endRemotely(String mid) {
    endedRemotely.add(mid);
  }

  /** The other side described itself anew. */
  void beginRemotely() {
    endedRemotely.clear();
  }

  Descriptions shown(Descriptions all) {
    return new Descriptions(
        all.currentLocal().map(it -> own(it)),
        all.pendingLocal().map(it -> own(it)),
        all.currentRemote().map(it -> remote(it)),
        all.pendingRemote().map(it -> remote(it)));
  }

  private RTCSessionDescription own(RTCSessionDescription description) {
    return only(description, told::contains, mid -> isComplete);
  }

  private RTCSessionDescription remote(RTCSessionDescription description) {
    return endedRemotely.isEmpty()
        ? description
        : only(description, candidate -> true, endedRemotely::contains);
  }

  private static RTCSessionDescription only(
      RTCSessionDescription description, Predicate<String> candidates, Predicate<String> ended) {
    return new RTCSessionDescription(
        new RTCSessionDescriptionInit(
            description.type(), CandidateLines.only(description.sdp(), candidates, ended)));
  }

  /** Whether a description or an event has told of an address of the other side. */
  static boolean hasRemote(Descriptions descriptions) {
    Optional<RTCSessionDescription> remote = descriptions.remote();
    return remote.isPresent() && remote.get().sdp().contains("\na=candidate:");
  }
}
