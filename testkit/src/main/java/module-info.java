/**
 * For tests, this project's and those of its users: a hand-turned clock, readers of the test
 * pattern, and the checks that every driver passes.
 */
module dev.usermedia.testkit {
  requires transitive dev.usermedia.core;
  requires static org.jspecify;
  requires static transitive org.junit.jupiter.api;

  exports dev.usermedia.testkit;
  exports dev.usermedia.testkit.lab;
  exports dev.usermedia.testkit.pattern;

  opens dev.usermedia.testkit to
      org.junit.platform.commons;
}
