/** Web Audio for the JVM: a graph that makes, mixes, measures and shapes the sound of tracks. */
module dev.usermedia.webaudio {
  requires transitive dev.usermedia.core;
  requires static transitive org.jspecify;

  exports dev.usermedia.webaudio;
}
