package dev.usermedia.javascript.internal.bridge;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import org.graalvm.polyglot.HostAccess.Export;
import org.jspecify.annotations.Nullable;

/**
 * One end of a channel. What is sent to it waits in it until a script receives, on that script's
 * thread; it may be handed from script to script with what waits. Safe for use from any thread.
 */
public final class PortHost implements Held {
  /** Messages that nobody has received yet. Guards what follows; a leaf. */
  private final Deque<Parcel> waiting = new ArrayDeque<>();

  private @Nullable Receiver receiver;
  private boolean closed;

  private final PortHost other;

  /** Somebody who receives. Another one is another, even on the same loop. */
  private static final class Receiver {
    private final Executor loop;
    private final Consumer<Parcel> steps;

    Receiver(Executor loop, Consumer<Parcel> steps) {
      this.loop = loop;
      this.steps = steps;
    }
  }

  /** An end, with the other one. */
  PortHost() {
    other = new PortHost(this);
  }

  private PortHost(PortHost other) {
    this.other = other;
  }

  /** The other end. */
  @Export
  public PortHost other() {
    return other;
  }

  /** Sends to the other end. If that is closed, nobody ever receives it. */
  @Export
  public void post(Parcel parcel) {
    other.accept(parcel);
  }

  private void accept(Parcel parcel) {
    Receiver to;
    boolean refused;
    synchronized (waiting) {
      refused = closed;
      if (!refused) {
        waiting.add(parcel);
      }
      to = receiver;
    }
    if (refused) {
      parcel.close();
    } else if (to != null) {
      announce(to);
    }
  }

  private void announce(Receiver to) {
    to.loop.execute(
        () -> {
          Parcel next;
          synchronized (waiting) {
            next = receiver == to ? waiting.poll() : null; // or it was handed on
          }
          if (next != null) {
            to.steps.accept(next);
          }
        });
  }

  /** From now on each message is a task of a loop. */
  void receive(Executor loop, Consumer<Parcel> steps) {
    Receiver to = new Receiver(loop, steps);
    int before;
    synchronized (waiting) {
      if (closed) {
        return;
      }
      receiver = to;
      before = waiting.size();
    }
    for (int i = 0; i < before; i++) {
      announce(to);
    }
  }

  /** Nobody receives until somebody does again. */
  void release() {
    synchronized (waiting) {
      receiver = null;
    }
  }

  /** Closes this end: what is sent to it is let go. */
  @Export
  @Override
  public void close() {
    List<Parcel> left;
    synchronized (waiting) {
      closed = true;
      receiver = null;
      left = List.copyOf(waiting);
      waiting.clear();
    }
    left.forEach(Parcel::close);
  }
}
