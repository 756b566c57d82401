// JMH benchmarks and whole-process comparisons against peers; open, for JMH works by reflection.
open module dev.usermedia.bench {
  requires dev.usermedia.codecs;
  requires dev.usermedia.core;
  requires dev.usermedia.javascript;
  requires dev.usermedia.testkit;
  requires java.management;
  requires jdk.management;
  requires jdk.unsupported;
  requires jmh.core;
  requires org.bytedeco.ffmpeg;
  requires org.bytedeco.javacpp;
  requires static org.jspecify;
}
