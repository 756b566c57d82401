/** JMH benchmarks and whole-process comparisons against peers. */
module dev.usermedia.bench {
  requires dev.usermedia.codecs;
  requires dev.usermedia.core;
  requires static org.jspecify;
}
