package dev.usermedia.javascript;

import java.util.Locale;

/** How much a line of the console matters. */
public enum ConsoleLevel {
  DEBUG,
  LOG,
  INFO,
  WARN,
  ERROR;

  /** By the name of the console's method. */
  public static ConsoleLevel of(String name) {
    return valueOf(name.toUpperCase(Locale.ROOT));
  }
}
