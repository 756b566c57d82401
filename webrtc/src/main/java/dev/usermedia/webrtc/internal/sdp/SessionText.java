package dev.usermedia.webrtc.internal.sdp;

import dev.usermedia.webrtc.RTCRtpCodecParameters;
import dev.usermedia.webrtc.RTCRtpHeaderExtensionParameters;
import dev.usermedia.webrtc.RTCRtpTransceiverDirection;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;

/**
 * What of a session description this room needs to know. It was read by libwebrtc before, which
 * refuses what is no description.
 *
 * @param trickles whether addresses may come one by one
 * @param sections the media descriptions
 * @see <a href="https://www.rfc-editor.org/rfc/rfc8829#section-5">RFC 8829, section 5</a>
 */
public record SessionText(boolean trickles, List<Section> sections) {
  /**
   * A media description.
   *
   * @param kind such as {@code video}
   * @param rejected whether nothing is to come of it
   * @param mid its name
   * @param direction as whoever wrote it sees it
   * @param streamIds the streams that its track belongs to, if that is said
   * @param ufrag the round of searching for a way
   * @param codecs the ways to encode, best first
   * @param extensions of packet headers
   * @param reducedSize whether control packets may be short
   * @param cname the name that control packets carry
   */
  public record Section(
      String kind,
      boolean rejected,
      Optional<String> mid,
      RTCRtpTransceiverDirection direction,
      Optional<List<String>> streamIds,
      Optional<String> ufrag,
      List<RTCRtpCodecParameters> codecs,
      List<RTCRtpHeaderExtensionParameters> extensions,
      boolean reducedSize,
      Optional<String> cname) {}

  /** Reads a description. */
  public static SessionText parse(String sdp) {
    List<List<String>> parts = new ArrayList<>();
    parts.add(new ArrayList<>());
    sdp.lines()
        .forEach(
            line -> {
              if (line.startsWith("m=")) {
                parts.add(new ArrayList<>());
              }
              parts.getLast().add(line);
            });
    List<String> session = parts.removeFirst();
    return new SessionText(
        Stream.concat(Stream.of(session), parts.stream())
            .anyMatch(part -> value(part, "ice-options").stream().anyMatch(SessionText::trickles)),
        parts.stream().map(part -> section(part, session)).toList());
  }

  private static boolean trickles(String options) {
    return List.of(options.split(" ", -1)).contains("trickle");
  }

  /** The media description of a name. */
  public Optional<Section> section(String mid) {
    return sections.stream().filter(it -> it.mid.equals(Optional.of(mid))).findFirst();
  }

  /** The rounds of searching for a way that it belongs to. */
  public List<String> ufrags() {
    return sections.stream().flatMap(it -> it.ufrag.stream()).distinct().toList();
  }

  private static Section section(List<String> lines, List<String> session) {
    String[] words = lines.getFirst().substring(2).split(" ", -1);
    return new Section(
        words[0],
        words.length > 1 && words[1].equals("0") && !lines.contains("a=bundle-only"),
        value(lines, "mid").stream().findFirst(),
        direction(lines).or(() -> direction(session)).orElse(RTCRtpTransceiverDirection.SENDRECV),
        streamIds(lines),
        Stream.concat(value(lines, "ice-ufrag").stream(), value(session, "ice-ufrag").stream())
            .findFirst(),
        codecs(words, lines),
        value(lines, "extmap").stream().flatMap(SessionText::extension).toList(),
        lines.contains("a=rtcp-rsize"),
        ofSource(lines, "cname:").findFirst());
  }

  /** By the media description, or by its sources, as of old. */
  private static Optional<List<String>> streamIds(List<String> lines) {
    List<String> named = value(lines, "msid");
    List<String> all = named.isEmpty() ? ofSource(lines, "msid:").toList() : named;
    return all.isEmpty()
        ? Optional.empty()
        : Optional.of(
            all.stream()
                .map(it -> it.split(" ", -1)[0])
                .filter(it -> !it.equals("-"))
                .distinct()
                .toList());
  }

  /** What attributes of sources say, {@code a=ssrc:NUMBER name:value}. */
  private static Stream<String> ofSource(List<String> lines, String name) {
    return value(lines, "ssrc").stream()
        .map(it -> it.substring(it.indexOf(' ') + 1))
        .filter(it -> it.startsWith(name))
        .map(it -> it.substring(name.length()));
  }

  private static List<RTCRtpCodecParameters> codecs(String[] words, List<String> lines) {
    return Stream.of(words)
        .skip(3)
        .filter(it -> it.matches("\\d{1,3}"))
        .flatMap(
            number ->
                begun(lines, "rtpmap", number)
                    .map(
                        map ->
                            codec(words[0], number, map, begun(lines, "fmtp", number).findFirst())))
        .toList();
  }

  private static RTCRtpCodecParameters codec(
      String kind, String number, String map, Optional<String> parameters) {
    String[] parts = map.split("/", -1);
    return new RTCRtpCodecParameters(
        Integer.parseInt(number),
        kind + "/" + parts[0],
        parts.length > 1 && parts[1].matches("\\d{1,9}") ? Long.parseLong(parts[1]) : 0,
        parts.length > 2 && parts[2].matches("\\d{1,4}")
            ? OptionalInt.of(Integer.parseInt(parts[2]))
            : kind.equals("audio") ? OptionalInt.of(1) : OptionalInt.empty(),
        parameters);
  }

  private static Stream<RTCRtpHeaderExtensionParameters> extension(String map) {
    String[] words = map.split(" ", -1);
    String id = words[0].split("/", -1)[0];
    return words.length < 2 || !id.matches("\\d{1,5}")
        ? Stream.empty()
        : Stream.of(new RTCRtpHeaderExtensionParameters(words[1], Integer.parseInt(id), false));
  }

  /** What an attribute says of a payload type. */
  private static Stream<String> begun(List<String> lines, String attribute, String number) {
    return value(lines, attribute).stream()
        .filter(it -> it.startsWith(number + " "))
        .map(it -> it.substring(number.length() + 1));
  }

  private static Optional<RTCRtpTransceiverDirection> direction(List<String> lines) {
    return Stream.of(RTCRtpTransceiverDirection.values())
        .filter(it -> lines.contains("a=" + it.value()))
        .findFirst();
  }

  private static List<String> value(List<String> lines, String attribute) {
    String begin = "a=" + attribute + ":";
    return lines.stream()
        .filter(it -> it.startsWith(begin))
        .map(it -> it.substring(begin.length()).trim())
        .toList();
  }
}
