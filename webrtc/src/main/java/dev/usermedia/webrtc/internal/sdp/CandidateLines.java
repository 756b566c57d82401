package dev.usermedia.webrtc.internal.sdp;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;

/** The lines of a session description that tell of addresses. */
public final class CandidateLines {
  /** Foundation, component, protocol, priority, address, port, {@code typ} and the type. */
  private static final int TELLING_WORDS = 8;

  private CandidateLines() {}

  /** What is the same of a candidate wherever it stands. */
  public static String key(String candidate) {
    String[] words = candidate.split(" ", -1);
    return String.join(" ", List.of(words).subList(0, Math.min(words.length, TELLING_WORDS)));
  }

  /**
   * A description that tells of some addresses only.
   *
   * @param told whether it tells of a candidate, by {@link #key}
   * @param ended whether there will be no more for a media description, by its name
   */
  public static String only(String sdp, Predicate<String> told, Predicate<String> ended) {
    return edited(sdp, told, mid -> List.of(), ended);
  }

  /**
   * A description that tells of further addresses.
   *
   * @param added for a media description, by its name
   * @param ended whether there will be no more for a media description
   */
  public static String with(
      String sdp, Function<String, List<String>> added, Predicate<String> ended) {
    return edited(sdp, candidate -> true, added, ended);
  }

  private static String edited(
      String sdp,
      Predicate<String> told,
      Function<String, List<String>> added,
      Predicate<String> ended) {
    List<String> lines = new ArrayList<>();
    String mid = "";
    for (String line : sdp.lines().toList()) {
      if (line.startsWith("m=")) {
        end(lines, mid, added, ended);
        mid = "";
      }
      if (line.startsWith("a=mid:")) {
        mid = line.substring("a=mid:".length());
      }
      boolean kept =
          line.startsWith("a=candidate:")
              ? told.test(key(line.substring(2)))
              : !line.equals("a=end-of-candidates");
      if (kept) {
        lines.add(line);
      }
    }
    end(lines, mid, added, ended);
    return String.join("\r\n", lines) + "\r\n";
  }

  private static void end(
      List<String> lines,
      String mid,
      Function<String, List<String>> added,
      Predicate<String> ended) {
    added.apply(mid).forEach(candidate -> lines.add("a=" + candidate));
    if (!mid.isEmpty() && ended.test(mid)) {
      lines.add("a=end-of-candidates");
    }
  }
}
