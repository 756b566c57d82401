/** Scripted devices, permissions and a hand-turned clock, for tests. */
module dev.usermedia.testkit {
  requires transitive dev.usermedia.core;
  requires static org.jspecify;
}
