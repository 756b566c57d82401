package dev.usermedia.javascript.internal.bridge;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import org.graalvm.polyglot.HostAccess.Export;
import org.graalvm.polyglot.Value;
import org.jspecify.annotations.Nullable;

/**
 * What scripts say to each other: messages, channels, workers. Used on the script's thread only.
 */
public final class MessagesHost {
  private final Executor loop;
  private final Workers workers;
  private final @Nullable WorkerScope scope;
  private final Held.All held;

  MessagesHost(Executor loop, Workers workers, Optional<WorkerScope> scope, Held.All held) {
    this.loop = loop;
    this.workers = workers;
    this.scope = scope.orElse(null);
    this.held = held;
  }

  /** A message of JSON and an array of buffers and of what this package made. */
  @Export
  public Parcel parcel(String content, Value attachments) {
    List<Object> all = new ArrayList<>();
    for (long i = 0; i < attachments.getArraySize(); i++) {
      Value it = attachments.getArrayElement(i);
      all.add(it.hasBufferElements() ? bytes(it) : it.asHostObject());
    }
    return new Parcel(content, all);
  }

  private static byte[] bytes(Value buffer) {
    byte[] bytes = new byte[Math.toIntExact(buffer.getBufferSize())];
    buffer.readBuffer(0, bytes, 0, bytes.length);
    return bytes;
  }

  /** A channel, as one of its ends. */
  @Export
  public PortHost channel() {
    return new PortHost();
  }

  /** From now on a function is called with each {@link Parcel} that an end receives. */
  @Export
  public void receive(PortHost port, Value steps) {
    held.addDroppable(port).receive(loop, steps::executeVoid);
  }

  /** The end goes to another script. */
  @Export
  public void release(PortHost port) {
    held.remove(port);
    port.release();
  }

  /**
   * Starts a worker.
   *
   * @param text its script
   * @param inside the end of the channel between both that is the worker's
   * @param failed called with the text of an error that nobody caught, its message, file, line and
   *     column
   * @return the worker, or undefined if there are too many
   */
  @Export
  public @Nullable WorkerHost worker(
      String url, String name, boolean module, String text, PortHost inside, Value failed) {
    return workers
        .start(
            new Workers.Request(
                url,
                name,
                module,
                text,
                inside,
                error ->
                    loop.execute(
                        () ->
                            failed.executeVoid(
                                error.text(),
                                error.message(),
                                error.file(),
                                error.line(),
                                error.column()))))
        .orElse(null);
  }

  /** What a worker knows of itself; null in a page. */
  @Export
  public @Nullable WorkerScope scope() {
    return scope;
  }
}
