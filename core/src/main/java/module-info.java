/**
 * Media Capture and Streams for the JVM: the object model, frames, the track pipeline, the
 * interface for drivers, and synthetic devices. Pure Java without dependencies.
 */
@SuppressWarnings("module") // the room that part of it is shown to is built later
module dev.usermedia.core {
  requires static transitive org.jspecify;

  exports dev.usermedia;
  exports dev.usermedia.constraints;
  exports dev.usermedia.file;
  exports dev.usermedia.frame;
  exports dev.usermedia.internal.sound to
      dev.usermedia.webaudio,
      dev.usermedia.webrtc;
  exports dev.usermedia.legacy;
  exports dev.usermedia.permissions;
  exports dev.usermedia.spi;
  exports dev.usermedia.streams;
  exports dev.usermedia.synthetic;

  uses dev.usermedia.spi.MediaDriver;
}
