/** The Web's media capture object model on the JVM. */
module dev.usermedia.core {
  requires static org.jspecify;
}
