package dev.usermedia.app.internal.log;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Receives warnings. They are held back while the command may still fail, for a failure is to be
 * one line, and told as they come once the command has got to work. Safe for use from any thread.
 */
public final class CommandLog extends System.LoggerFinder {
  private static final int HELD_MAX = 50;

  /** Guarded by this. */
  private final List<String> held = new ArrayList<>();

  /** Guarded by this; none while warnings are held back. */
  private @Nullable Consumer<String> listener;

  /** Called by the JDK, once. */
  public CommandLog() {}

  /** The log of this process. */
  public static CommandLog current() {
    return System.LoggerFinder.getLoggerFinder() instanceof CommandLog log
        ? log
        : new CommandLog(); // a host that has a log of its own keeps it
  }

  @Override
  public System.Logger getLogger(String name, Module module) {
    return new CommandLogger(name, this::warn);
  }

  /** Takes the warnings that were held back. */
  public synchronized List<String> take() {
    List<String> taken = List.copyOf(held);
    held.clear();
    return taken;
  }

  /** Tells what was held back, and from now on each warning as it comes. */
  public synchronized void release(Consumer<String> newListener) {
    take().forEach(newListener);
    listener = newListener;
  }

  private synchronized void warn(String line) {
    if (listener != null) {
      listener.accept(line);
    } else if (held.size() < HELD_MAX) {
      held.add(line);
    }
  }
}
