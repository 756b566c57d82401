package dev.usermedia.javascript.internal.bridge;

import org.graalvm.polyglot.HostAccess.Export;

/** A worker, as whoever made it may use it. */
public final class WorkerHost {
  private final Runnable end;

  /**
   * A worker.
   *
   * @param end ends it without waiting for that
   */
  public WorkerHost(Runnable end) {
    this.end = end;
  }

  @Export
  public void terminate() {
    end.run();
  }
}
