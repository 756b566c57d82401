package dev.usermedia.webrtc.internal.sdp;

import dev.usermedia.webrtc.RTCRtpTransceiverDirection;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
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
   * @param streamIds the streams that its track belongs to
   * @param ufrag the round of searching for a way
   */
  public record Section(
      String kind,
      boolean rejected,
      Optional<String> mid,
      RTCRtpTransceiverDirection direction,
      List<String> streamIds,
      Optional<String> ufrag) {}

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
        value(lines, "msid").stream()
            .map(it -> it.split(" ", -1)[0])
            .filter(it -> !it.equals("-"))
            .distinct()
            .toList(),
        Stream.concat(value(lines, "ice-ufrag").stream(), value(session, "ice-ufrag").stream())
            .findFirst());
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
