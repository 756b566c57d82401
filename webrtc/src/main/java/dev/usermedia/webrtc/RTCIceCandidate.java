package dev.usermedia.webrtc;

import dev.usermedia.TypeError;
import dev.usermedia.webrtc.internal.sdp.CandidateAttribute;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

/**
 * An address of a peer. What its attribute does not say, or what cannot be understood, is empty.
 *
 * @see <a href="https://www.w3.org/TR/webrtc/#rtcicecandidate-interface">WebRTC,
 *     RTCIceCandidate</a>
 */
public final class RTCIceCandidate {
  private final RTCIceCandidateInit init;
  private final Optional<String> url;
  private final Optional<CandidateAttribute> attribute;

  /**
   * A candidate of what is passed on.
   *
   * @throws TypeError if neither {@code sdpMid} nor {@code sdpMLineIndex} is there
   */
  public RTCIceCandidate(RTCIceCandidateInit candidateInitDict) {
    this(candidateInitDict, Optional.empty());
  }

  RTCIceCandidate(RTCIceCandidateInit candidateInitDict, Optional<String> url) {
    if (candidateInitDict.sdpMid().isEmpty() && candidateInitDict.sdpMLineIndex().isEmpty()) {
      throw new TypeError("a candidate needs sdpMid or sdpMLineIndex");
    }
    this.init = candidateInitDict;
    this.url = url;
    this.attribute = CandidateAttribute.parse(candidateInitDict.candidate());
  }

  /** The candidate attribute; empty for the end of candidates. */
  public String candidate() {
    return init.candidate();
  }

  /** The media description that it is for. */
  public Optional<String> sdpMid() {
    return init.sdpMid();
  }

  /** The place of that description. */
  public OptionalInt sdpMLineIndex() {
    return init.sdpMLineIndex();
  }

  /** The same for candidates that freeze and thaw together. */
  public Optional<String> foundation() {
    return attribute.map(CandidateAttribute::foundation);
  }

  public Optional<RTCIceComponent> component() {
    return attribute.map(CandidateAttribute::component);
  }

  /** Higher is better. */
  public OptionalLong priority() {
    return attribute.map(it -> OptionalLong.of(it.priority())).orElse(OptionalLong.empty());
  }

  /** An IP address or the name of a host. */
  public Optional<String> address() {
    return attribute.map(CandidateAttribute::address);
  }

  public Optional<RTCIceProtocol> protocol() {
    return attribute.map(CandidateAttribute::protocol);
  }

  public OptionalInt port() {
    return attribute.map(it -> OptionalInt.of(it.port())).orElse(OptionalInt.empty());
  }

  public Optional<RTCIceCandidateType> type() {
    return attribute.map(CandidateAttribute::type);
  }

  /** Who opens the connection, of a TCP candidate. */
  public Optional<RTCIceTcpCandidateType> tcpType() {
    return attribute.flatMap(CandidateAttribute::tcpType);
  }

  /** The address that this one stands before, of one that a server gave. */
  public Optional<String> relatedAddress() {
    return attribute.flatMap(CandidateAttribute::relatedAddress);
  }

  /** The port of {@link #relatedAddress}. */
  public OptionalInt relatedPort() {
    return attribute.map(CandidateAttribute::relatedPort).orElse(OptionalInt.empty());
  }

  /** The round of searching that it belongs to. */
  public Optional<String> usernameFragment() {
    return init.usernameFragment().or(() -> attribute.flatMap(CandidateAttribute::ufrag));
  }

  /** The server that it was found by, of an own one. */
  public Optional<String> url() {
    return url;
  }

  /** What can be passed on. */
  public RTCIceCandidateInit toJSON() {
    return new RTCIceCandidateInit(
        init.candidate(), init.sdpMid(), init.sdpMLineIndex(), usernameFragment());
  }

  @Override
  public String toString() {
    return "RTCIceCandidate[" + candidate() + "]";
  }
}
