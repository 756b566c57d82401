package dev.usermedia.javascript;

/** Where a script's console writes. Called on the script's thread. */
@FunctionalInterface
public interface ScriptConsole {
  /** Takes one call of a console method, which may be of several lines. */
  void print(ConsoleLevel level, String text);

  /** To standard output, warnings and errors to standard error. */
  static ScriptConsole system() {
    return (level, text) ->
        (level.compareTo(ConsoleLevel.WARN) >= 0 ? System.err : System.out).println(text);
  }
}
