package dev.usermedia.javascript.internal.bridge;

import java.util.Optional;
import java.util.function.Consumer;

/** Starts workers: scripts with a thread and a global of their own. */
@FunctionalInterface
public interface Workers {
  /** Starts one, unless there are too many. */
  Optional<WorkerHost> start(Request request);

  /**
   * What a worker is made of.
   *
   * @param text its script
   * @param inside its end of the channel to whoever made it
   * @param failed told of what the worker does not catch, on any thread
   */
  record Request(
      String url,
      String name,
      boolean module,
      String text,
      PortHost inside,
      Consumer<Uncaught> failed) {}

  /**
   * An error that nobody caught.
   *
   * @param text with its stack
   */
  record Uncaught(String text, String message, String file, int line, int column) {}
}
