package dev.usermedia.webrtc.internal.sdp;

import dev.usermedia.webrtc.RTCIceCandidateType;
import dev.usermedia.webrtc.RTCIceComponent;
import dev.usermedia.webrtc.RTCIceProtocol;
import dev.usermedia.webrtc.RTCIceTcpCandidateType;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A candidate attribute taken apart.
 *
 * @param foundation the same for candidates that freeze and thaw together
 * @param component what it carries
 * @param protocol UDP or TCP
 * @param priority higher is better
 * @param address an IP address or a name
 * @param port its port
 * @param type where it comes from
 * @param tcpType who opens the connection
 * @param relatedAddress what it stands before
 * @param relatedPort its port
 * @param ufrag the round of searching
 * @see <a href="https://www.rfc-editor.org/rfc/rfc8839#section-5.1">RFC 8839, section 5.1</a>
 */
public record CandidateAttribute(
    String foundation,
    RTCIceComponent component,
    RTCIceProtocol protocol,
    long priority,
    String address,
    int port,
    RTCIceCandidateType type,
    Optional<RTCIceTcpCandidateType> tcpType,
    Optional<String> relatedAddress,
    OptionalInt relatedPort,
    Optional<String> ufrag) {
  private static final Pattern FORM =
      Pattern.compile(
          "(?:candidate:)?([A-Za-z0-9+/]{1,32}) ([12]) ((?i:udp|tcp)) (\\d{1,10}) (\\S+) (\\d{1,5})"
              + " typ (host|srflx|prflx|relay)((?: \\S+ \\S+)*)\\s*");

  /** What an attribute says; empty if it cannot be understood. */
  public static Optional<CandidateAttribute> parse(String attribute) {
    Matcher form = FORM.matcher(attribute);
    if (!form.matches() || Integer.parseInt(form.group(6)) > 0xFFFF) {
      return Optional.empty();
    }
    String rest = form.group(8);
    return Optional.of(
        new CandidateAttribute(
            form.group(1),
            form.group(2).equals("1") ? RTCIceComponent.RTP : RTCIceComponent.RTCP,
            RTCIceProtocol.valueOf(form.group(3).toUpperCase(Locale.ROOT)),
            Long.parseLong(form.group(4)),
            form.group(5),
            Integer.parseInt(form.group(6)),
            RTCIceCandidateType.valueOf(form.group(7).toUpperCase(Locale.ROOT)),
            extension(rest, "tcptype")
                .flatMap(
                    it ->
                        Stream.of(RTCIceTcpCandidateType.values())
                            .filter(type -> type.value().equals(it))
                            .findFirst()),
            extension(rest, "raddr"),
            extension(rest, "rport")
                .filter(it -> it.matches("\\d{1,5}"))
                .map(it -> OptionalInt.of(Integer.parseInt(it)))
                .orElse(OptionalInt.empty()),
            extension(rest, "ufrag")));
  }

  private static Optional<String> extension(String rest, String name) {
    String[] words = rest.trim().split(" ", -1);
    for (int i = 0; i + 1 < words.length; i += 2) {
      if (words[i].equals(name)) {
        return Optional.of(words[i + 1]);
      }
    }
    return Optional.empty();
  }
}
