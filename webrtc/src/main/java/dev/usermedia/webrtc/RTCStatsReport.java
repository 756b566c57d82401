package dev.usermedia.webrtc;

import java.util.List;
import java.util.Map;

/**
 * What is known of a connection or of a part of it.
 *
 * @param stats by id, in no order
 * @see <a href="https://www.w3.org/TR/webrtc/#dom-rtcstatsreport">WebRTC, RTCStatsReport</a>
 */
public record RTCStatsReport(Map<String, RTCStats> stats) {
  public RTCStatsReport {
    stats = Map.copyOf(stats);
  }

  /** Those of a type, such as {@code outbound-rtp}. */
  public List<RTCStats> ofType(String type) {
    return stats.values().stream().filter(it -> it.type().equals(type)).toList();
  }
}
