package dev.usermedia.linux.internal.pulse;

import dev.usermedia.linux.internal.pulse.libpulse.PaMainloop;
import dev.usermedia.spi.SourceException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.util.ArrayDeque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A thread that turns a main loop of libpulse. All of the library's objects on that loop belong to
 * the thread; others hand it what they want done. The loop's lock is a leaf.
 */
final class PulseLoop implements AutoCloseable {
  /** How long a server may take to answer anything. */
  private static final long ANSWER_NS = TimeUnit.SECONDS.toNanos(2);

  private static final int WITHOUT_END = -1;

  /** What happens on the thread. */
  interface Body {
    /**
     * First of all.
     *
     * @param arena closed after {@link #end}
     */
    void begin(MemorySegment api, Arena arena);

    /**
     * Before the first turn and after every one: completes the answers that are due. Calls nobody
     * else.
     *
     * @return what ended the connection
     */
    Optional<SourceException> observe();

    /** After that, except within {@link #ask}: delivers what came. */
    void deliver();

    /** Last of all; returns what those are told who still wait for an answer. */
    SourceException end();
  }

  private final Body body;
  private final Thread thread;
  private volatile boolean closing;

  private final Object lock = new Object();
  private final ArrayDeque<Question<?>> unasked = new ArrayDeque<>();
  private final Set<Question<?>> unanswered = new HashSet<>();
  private MemorySegment mainloop = MemorySegment.NULL; // null before the thread runs and after
  private @Nullable SourceException ending;

  /** Something to ask on the thread, and who waits for the answer. */
  private static final class Question<T> {
    private final Supplier<CompletableFuture<T>> question;
    private final CompletableFuture<T> answer = new CompletableFuture<>();

    Question(Supplier<CompletableFuture<T>> question) {
      this.question = question;
    }

    void ask() {
      try {
        var _ =
            question
                .get()
                .whenComplete(
                    (value, failure) -> {
                      if (failure == null) {
                        answer.complete(value);
                      } else {
                        answer.completeExceptionally(failure);
                      }
                    });
      } catch (RuntimeException e) {
        answer.completeExceptionally(e); // the asking thread's to handle, not the loop's
      }
    }
  }

  /** A loop whose thread is not started yet. */
  PulseLoop(String threadName, Body body) {
    this.body = body;
    this.thread = Thread.ofPlatform().name(threadName).daemon().unstarted(this::run);
  }

  void start() {
    thread.start();
  }

  /** Whether the loop has ended or is about to. */
  boolean isClosing() {
    return closing;
  }

  /**
   * Has the thread ask the server something, and waits up to two seconds for the answer. The thread
   * itself may ask too, outside of callbacks; it turns the loop meanwhile.
   *
   * @throws SourceException if that is the answer, or if none comes
   */
  <T> T ask(String operation, String device, Supplier<CompletableFuture<T>> question)
      throws SourceException {
    Question<T> asked = new Question<>(question);
    synchronized (lock) {
      if (ending != null) {
        throw ending;
      }
      unanswered.add(asked);
      unasked.add(asked);
      wake();
    }
    try {
      if (Thread.currentThread() == thread) {
        turnUntil(asked.answer);
        return asked.answer.get(0, TimeUnit.NANOSECONDS);
      }
      return asked.answer.get(ANSWER_NS, TimeUnit.NANOSECONDS);
    } catch (ExecutionException e) {
      if (e.getCause() instanceof SourceException failure) {
        throw failure;
      }
      throw new IllegalStateException(operation, e.getCause());
    } catch (TimeoutException e) {
      throw Failures.failed(operation, device, "the server does not answer");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw Failures.failed(operation, device, "interrupted while the server was asked");
    } finally {
      synchronized (lock) {
        unanswered.remove(asked);
      }
    }
  }

  /** Ends the loop. Returns after {@link Body#end}, unless called by the loop's own thread. */
  @Override
  public void close() {
    synchronized (lock) {
      closing = true;
      wake();
    }
    boolean interrupted = false;
    while (thread.isAlive() && Thread.currentThread() != thread) {
      try {
        thread.join();
      } catch (InterruptedException e) {
        interrupted = true;
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  private void run() {
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment created = PaMainloop.create();
      synchronized (lock) {
        mainloop = created;
      }
      try {
        body.begin(PaMainloop.api(created), arena);
        boolean connected;
        do {
          connected = body.observe().isEmpty();
          body.deliver();
        } while (connected && turn(WITHOUT_END));
      } finally {
        end();
        PaMainloop.free(created);
      }
    }
  }

  /** Turns the loop once; false if it is to end. */
  private boolean turn(int timeoutUs) {
    askWhatIsDue();
    if (!PaMainloop.prepare(mainloop, timeoutUs)) {
      return false;
    }
    synchronized (lock) {
      if (closing || !unasked.isEmpty()) {
        PaMainloop.wakeup(mainloop); // what was said before is forgotten by prepare
      }
    }
    return PaMainloop.poll(mainloop) && PaMainloop.dispatch(mainloop) && !closing;
  }

  private void turnUntil(CompletableFuture<?> answer) {
    long deadlineNs = System.nanoTime() + ANSWER_NS;
    for (long leftNs = ANSWER_NS;
        leftNs > 0 && !answer.isDone() && turn((int) (leftNs / 1_000));
        leftNs = deadlineNs - System.nanoTime()) {
      body.observe().ifPresent(answer::completeExceptionally);
    }
  }

  private void askWhatIsDue() {
    List<Question<?>> due;
    synchronized (lock) {
      due = List.copyOf(unasked);
      unasked.clear();
    }
    due.forEach(Question::ask);
  }

  private void end() {
    SourceException why = body.end();
    List<Question<?>> left;
    synchronized (lock) {
      closing = true;
      ending = why;
      mainloop = MemorySegment.NULL;
      unasked.clear();
      left = List.copyOf(unanswered);
    }
    left.forEach(question -> question.answer.completeExceptionally(why));
  }

  /** With the lock held. */
  private void wake() {
    if (!mainloop.equals(MemorySegment.NULL)) {
      PaMainloop.wakeup(mainloop);
    }
  }
}
