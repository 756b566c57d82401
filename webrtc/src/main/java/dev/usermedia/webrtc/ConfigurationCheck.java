package dev.usermedia.webrtc;

import dev.usermedia.DOMException;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * What a connection may be configured with. The binding must never see anything else, as it fails
 * by ending the process.
 *
 * @see <a href="https://www.w3.org/TR/webrtc/#set-the-configuration">WebRTC, set a
 *     configuration</a>
 */
final class ConfigurationCheck {
  private static final int LONGEST_TURN_NAME_BYTES = 509;

  /** RFC 7064 and RFC 7065. */
  private static final Pattern URL =
      Pattern.compile(
          "(stuns?|turns?):(?:\\[[0-9A-Fa-f:.]+\\]|[A-Za-z0-9._~!$&'()*+,;=%-]+)(?::(\\d{1,5}))?"
              + "(\\?transport=(?:udp|tcp))?",
          Pattern.CASE_INSENSITIVE);

  private ConfigurationCheck() {}

  /** Of a connection that is to be made. */
  static void check(RTCConfiguration configuration) {
    configuration.iceServers().forEach(ConfigurationCheck::check);
    if (configuration.iceCandidatePoolSize() != 0) {
      throw new DOMException(
          "addresses cannot be looked for ahead of a description: leave iceCandidatePoolSize at 0",
          "NotSupportedError");
    }
  }

  /** Of a connection that has another configuration. */
  static void checkChange(RTCConfiguration from, RTCConfiguration to) {
    to.iceServers().forEach(ConfigurationCheck::check);
    if (from.bundlePolicy() != to.bundlePolicy() || from.rtcpMuxPolicy() != to.rtcpMuxPolicy()) {
      throw new DOMException(
          "bundlePolicy and rtcpMuxPolicy cannot be changed", "InvalidModificationError");
    }
    check(to);
  }

  private static void check(RTCIceServer server) {
    if (server.urls().isEmpty()) {
      throw new DOMException("a server without a URL", "SyntaxError");
    }
    server.urls().forEach(url -> check(url, server));
  }

  private static void check(String url, RTCIceServer server) {
    var form = URL.matcher(url);
    if (!form.matches() || (form.group(2) != null && Integer.parseInt(form.group(2)) > 0xFFFF)) {
      throw new DOMException("not the URL of a STUN or TURN server: " + url, "SyntaxError");
    }
    boolean turn = form.group(1).toLowerCase(Locale.ROOT).startsWith("turn");
    if (!turn && form.group(3) != null) {
      throw new DOMException("a STUN server has no transport: " + url, "SyntaxError");
    }
    if (!turn) {
      return;
    }
    if (server.username().isEmpty() || server.credential().isEmpty()) {
      throw new DOMException("a TURN server needs username and credential", "InvalidAccessError");
    }
    if (server.username().get().getBytes(java.nio.charset.StandardCharsets.UTF_8).length
        > LONGEST_TURN_NAME_BYTES) {
      throw new DOMException("the username of a TURN server is too long", "InvalidAccessError");
    }
    if (server.username().get().isEmpty() || server.credential().get().isEmpty()) {
      throw new DOMException(
          "libwebrtc takes no empty username or credential of a TURN server", "NotSupportedError");
    }
  }
}
