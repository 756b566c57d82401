package dev.usermedia.javascript.internal.bridge;

import org.graalvm.polyglot.HostAccess.Export;

/**
 * What a worker knows of itself, as its global may use it.
 *
 * @param end ends it without waiting for that
 */
public record WorkerScope(Workers.Request request, Runnable end) {
  @Export
  public String name() {
    return request.name();
  }

  /** Its end of the channel to whoever made it. */
  @Export
  public PortHost port() {
    return request.inside();
  }

  /** Tells whoever made it of an error that it did not catch. */
  @Export
  public void failed(String text, String message, String file, int line, int column) {
    request.failed().accept(new Workers.Uncaught(text, message, file, line, column));
  }

  @Export
  public void close() {
    end.run();
  }
}
