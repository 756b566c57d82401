package dev.usermedia.webrtc;

import java.util.Map;

/**
 * What is known of one thing at one time.
 *
 * @param id the same for the same thing
 * @param type what kind of thing, such as {@code outbound-rtp}
 * @param timestampMs when, in milliseconds of the Unix epoch
 * @param members the rest, by the names of the specification: {@link Boolean}, {@link Long}, {@link
 *     Double}, {@link String}, a {@link java.util.List} of these, or a {@link Map} of strings to
 *     numbers
 * @see <a href="https://www.w3.org/TR/webrtc/#dom-rtcstats">WebRTC, RTCStats</a>
 */
public record RTCStats(String id, String type, double timestampMs, Map<String, Object> members) {
  public RTCStats {
    members = Map.copyOf(members);
  }
}
