package dev.usermedia.javascript.internal.bridge;

import dev.usermedia.MediaContext;
import dev.usermedia.webrtc.RTCConfiguration;
import dev.usermedia.webrtc.RTCIceCandidateInit;
import dev.usermedia.webrtc.RTCIceTransportPolicy;
import dev.usermedia.webrtc.RTCPeerConnection;
import dev.usermedia.webrtc.RTCSessionDescriptionInit;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Whether the connections of scripts may look for a way to a peer. Without leave everything about
 * them works that needs no network; but they have no address, learn of none, and ask no server for
 * one: only relays may be used, of which there is none.
 */
enum NetworkLeave {
  GRANTED,
  REFUSED;

  private static final Pattern CANDIDATES =
      Pattern.compile("^a=(remote-)?candidates?:.*(\\R|\\z)", Pattern.MULTILINE);

  RTCPeerConnection open(MediaContext media, RTCConfiguration asked) {
    return new RTCPeerConnection(media, this == GRANTED ? asked : confined(asked));
  }

  void change(RTCPeerConnection connection, RTCConfiguration asked) {
    connection.setConfiguration(this == GRANTED ? asked : confined(asked));
  }

  /** What asks nobody; refused if it cannot be understood, as if it were to be used. */
  private static RTCConfiguration confined(RTCConfiguration asked) {
    asked.check();
    return asked.withIceServers(List.of()).withIceTransportPolicy(RTCIceTransportPolicy.RELAY);
  }

  /** A description of the other side, which may say where it is. */
  RTCSessionDescriptionInit remote(RTCSessionDescriptionInit description) {
    return this == GRANTED
        ? description
        : new RTCSessionDescriptionInit(
            description.type(), CANDIDATES.matcher(description.sdp()).replaceAll(""));
  }

  /** Whether a candidate of the other side is passed on; the end of candidates always is. */
  boolean takes(RTCIceCandidateInit candidate) {
    return this == GRANTED || candidate.candidate().isEmpty();
  }
}
