/** The specifications' own language binding: runs web capture code on the JVM. */
module dev.usermedia.javascript {
  requires transitive dev.usermedia.core;
  requires dev.usermedia.webaudio;
  requires dev.usermedia.webrtc;
  requires org.graalvm.polyglot;
  requires org.jsoup;
  requires static org.jspecify;

  exports dev.usermedia.javascript;
  exports dev.usermedia.javascript.wpt;

  // the engine calls exported methods of the bridge
  opens dev.usermedia.javascript.internal.bridge;
}
