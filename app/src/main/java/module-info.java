/** The usermedia command. */
module dev.usermedia.app {
  requires com.google.gson;
  requires dev.usermedia.codecs;
  requires dev.usermedia.core;
  requires dev.usermedia.javascript;
  requires dev.usermedia.linux;
  requires info.picocli;
  requires static org.jspecify;

  uses dev.usermedia.spi.MediaDriver;

  provides System.LoggerFinder with
      dev.usermedia.app.internal.log.CommandLog;
}
