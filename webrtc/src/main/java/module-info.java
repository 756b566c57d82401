/** WebRTC for the JVM: connections to peers that tracks are sent to and received from. */
module dev.usermedia.webrtc {
  requires transitive dev.usermedia.core;
  requires static transitive org.jspecify;
  requires webrtc.java;

  exports dev.usermedia.webrtc;
}
