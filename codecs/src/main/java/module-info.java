/** What is built on FFmpeg: the recorder, photos, files as capture devices. */
module dev.usermedia.codecs {
  requires transitive dev.usermedia.core;
  requires org.bytedeco.ffmpeg;
  requires org.bytedeco.javacpp;
  requires static org.jspecify;

  exports dev.usermedia.codecs;

  provides dev.usermedia.spi.MediaDriver with
      dev.usermedia.codecs.internal.file.FileDriver;
}
