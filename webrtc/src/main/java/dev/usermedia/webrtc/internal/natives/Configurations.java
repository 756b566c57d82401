package dev.usermedia.webrtc.internal.natives;

import dev.usermedia.webrtc.RTCConfiguration;
import dev.usermedia.webrtc.RTCIceServer;
import java.util.ArrayList;

/** Configurations as the binding has them; they were checked before. */
final class Configurations {
  private Configurations() {}

  static dev.onvoid.webrtc.RTCConfiguration toNative(RTCConfiguration configuration) {
    var to = new dev.onvoid.webrtc.RTCConfiguration();
    to.iceServers =
        new ArrayList<>(configuration.iceServers().stream().map(Configurations::toNative).toList());
    to.iceTransportPolicy = Enums.of(configuration.iceTransportPolicy());
    to.bundlePolicy = Enums.of(configuration.bundlePolicy());
    return to;
  }

  private static dev.onvoid.webrtc.RTCIceServer toNative(RTCIceServer server) {
    var to = new dev.onvoid.webrtc.RTCIceServer();
    to.urls = new ArrayList<>(server.urls());
    to.username = server.username().orElse("");
    to.password = server.credential().orElse("");
    return to;
  }
}
