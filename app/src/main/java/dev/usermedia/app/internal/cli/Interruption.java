package dev.usermedia.app.internal.cli;

import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;

/**
 * Lets a command finish what it does when Ctrl-C, SIGTERM or SIGHUP ask it to end. The signals
 * begin the JVM's shutdown, which cannot be called off but can be held up: the process ends, with
 * the command's own exit code, once the command is done. A second Ctrl-C ends it at once. A command
 * that has nothing to finish is ended at once too.
 */
public final class Interruption {
  private static final int SIGINT = 2;

  private final CompletableFuture<Void> requested = new CompletableFuture<>();
  private final CountDownLatch finished = new CountDownLatch(1);
  private volatile boolean heeded;
  private volatile ExitCode exitCode = ExitCode.FAILED;

  /** One that only {@link #request} brings about. */
  public Interruption() {}

  /** One that signals to this process bring about. */
  public static Interruption bySignals() {
    Interruption interruption = new Interruption();
    Runtime.getRuntime()
        .addShutdownHook(new Thread(interruption::shutdown, "usermedia interruption"));
    return interruption;
  }

  /** Asks the command to end. */
  public void request() {
    requested.complete(null);
  }

  /** Whether the command was asked to end. */
  public boolean isRequested() {
    return requested.isDone();
  }

  /**
   * From now on the command finishes by itself when it is asked to end. Runs the action then, or
   * now if it already was; it must return at once.
   */
  public void onRequest(Runnable action) {
    heeded = true;
    var _ = requested.thenRun(action);
  }

  /** The command is done and has told what it had to tell. */
  public void finished(ExitCode code) {
    exitCode = code;
    finished.countDown();
  }

  private void shutdown() {
    if (!heeded || finished.getCount() == 0) {
      return;
    }
    request();
    letNextSignalEndTheProcess();
    try {
      finished.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    Runtime.getRuntime().halt(exitCode.number());
  }

  /** {@code signal(SIGINT, SIG_DFL)}, since the JVM ignores signals while it shuts down. */
  private static void letNextSignalEndTheProcess() {
    Linker linker = Linker.nativeLinker();
    MethodHandle signal =
        linker.downcallHandle(
            linker.defaultLookup().findOrThrow("signal"),
            FunctionDescriptor.of(ValueLayout.ADDRESS, ValueLayout.JAVA_INT, ValueLayout.ADDRESS));
    try {
      MemorySegment _ = (MemorySegment) signal.invokeExact(SIGINT, MemorySegment.NULL);
    } catch (Throwable e) {
      throw new IllegalStateException("signal", e);
    }
  }
}
