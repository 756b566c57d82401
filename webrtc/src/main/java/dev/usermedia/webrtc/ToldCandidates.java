package dev.usermedia.webrtc;

import dev.usermedia.webrtc.internal.natives.Descriptions;
import dev.usermedia.webrtc.internal.sdp.CandidateLines;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Descriptions as an application may see them: with the addresses that events have told of, while
 * libwebrtc may have found more. Changed with the connection's slots.
 */
final class ToldCandidates {
  private final Set<String> told = new HashSet<>();

  /** By media description. */
  private final Map<String, List<String>> remote = new HashMap<>();

  private final Set<String> endedRemotely = new HashSet<>();
  private Optional<String> givenRemotely = Optional.empty();
  private Optional<String> agreedRemotely = Optional.empty();
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

  /** An address of the other side for a media description. */
  void learn(String mid, String candidate) {
    String line = candidate.startsWith("candidate:") ? candidate : "candidate:" + candidate;
    List<String> known = remote.computeIfAbsent(mid, it -> new ArrayList<>());
    if (!known.contains(line)) {
      known.add(line);
    }
  }

  /** The other side described itself anew. */
  void beginRemotely(String sdp) {
    givenRemotely = Optional.of(sdp);
    remote.clear();
    endedRemotely.clear();
  }

  /** The two sides agree, to what was given or to what they did before. */
  void agreed(boolean isTakenBack) {
    if (isTakenBack) {
      givenRemotely = agreedRemotely;
    } else {
      agreedRemotely = givenRemotely;
    }
  }

  Descriptions shown(Descriptions all) {
    return new Descriptions(
        all.currentLocal().map(it -> own(it)),
        all.pendingLocal().map(it -> own(it)),
        all.currentRemote().map(it -> remote(it, agreedRemotely)),
        all.pendingRemote().map(it -> remote(it, givenRemotely)));
  }

  private RTCSessionDescription own(RTCSessionDescription description) {
    return with(
        description, CandidateLines.only(description.sdp(), told::contains, mid -> isComplete));
  }

  /** As the other side wrote it, and not as libwebrtc would. */
  private RTCSessionDescription remote(RTCSessionDescription description, Optional<String> given) {
    String sdp = given.orElse(description.sdp());
    return with(
        description,
        remote.isEmpty() && endedRemotely.isEmpty()
            ? sdp
            : CandidateLines.with(
                sdp, mid -> remote.getOrDefault(mid, List.of()), endedRemotely::contains));
  }

  private static RTCSessionDescription with(RTCSessionDescription description, String sdp) {
    return new RTCSessionDescription(new RTCSessionDescriptionInit(description.type(), sdp));
  }

  /** Whether a description or an event has told of an address of the other side. */
  static boolean hasRemote(Descriptions descriptions) {
    Optional<RTCSessionDescription> remote = descriptions.remote();
    return remote.isPresent() && remote.get().sdp().contains("\na=candidate:");
  }
}
