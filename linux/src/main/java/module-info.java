/** Sources of a Linux machine, through the foreign-function API. */
module dev.usermedia.linux {
  requires transitive dev.usermedia.core;
  requires static org.jspecify;

  provides dev.usermedia.spi.MediaDriver with
      dev.usermedia.linux.internal.x11.X11Driver,
      dev.usermedia.linux.internal.pulse.PulseDriver;
}
