package dev.usermedia.testkit.context;

import java.util.List;

/** Capture threads of synthetic devices that are alive. */
final class Threads {
  private Threads() {}

  static List<String> ofSources() {
    return Thread.getAllStackTraces().keySet().stream()
        .map(Thread::getName)
        .filter(name -> name.startsWith("usermedia synthetic"))
        .toList();
  }
}
