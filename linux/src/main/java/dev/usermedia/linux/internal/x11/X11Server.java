package dev.usermedia.linux.internal.x11;

import dev.usermedia.linux.internal.x11.protocol.DisplayName;
import dev.usermedia.linux.internal.x11.protocol.X11Connection;
import dev.usermedia.linux.internal.x11.protocol.X11Exception;
import dev.usermedia.linux.internal.x11.protocol.X11RefusedException;
import dev.usermedia.linux.internal.x11.protocol.XAuthority;
import dev.usermedia.spi.SourceException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * The display that the environment names, and how it is spoken to by somebody who waits: on a
 * thread of its own, so that a server that hangs holds up nobody for long, and that an interrupt of
 * the caller, which would close the connection, does not reach it.
 *
 * @param authority the file with its cookie
 */
record X11Server(DisplayName display, Path authority) {
  private static final long PATIENCE_SECONDS = 5;

  /** What is to be asked. */
  @FunctionalInterface
  interface Question<T> {
    T ask(X11Connection connection) throws IOException, X11Exception, SourceException;
  }

  /**
   * Reads {@code DISPLAY}, {@code XAUTHORITY} and {@code HOME}.
   *
   * @throws NoServerException if they name no display
   */
  static X11Server in(Map<String, String> environment) throws NoServerException {
    String display = environment.getOrDefault("DISPLAY", "");
    if (display.isEmpty()) {
      throw new NoServerException("DISPLAY is not set");
    }
    String authority = environment.getOrDefault("XAUTHORITY", "");
    Path file =
        authority.isEmpty()
            ? Path.of(environment.getOrDefault("HOME", "/"), ".Xauthority")
            : Path.of(authority);
    try {
      return new X11Server(DisplayName.parse(display), file);
    } catch (IllegalArgumentException e) {
      throw new NoServerException(String.valueOf(e.getMessage()), e);
    }
  }

  /** Asks over a connection that is closed again. */
  <T> T ask(String operation, String device, Question<T> question)
      throws NoServerException, SourceException {
    return converse(operation, device, question, false);
  }

  /** Asks over a connection that the answer then holds. */
  <T> T open(String operation, String device, Question<T> question)
      throws NoServerException, SourceException {
    return converse(operation, device, question, true);
  }

  private <T> T converse(String operation, String device, Question<T> question, boolean keep)
      throws NoServerException, SourceException {
    CompletableFuture<T> answer = new CompletableFuture<>();
    Thread thread =
        Thread.ofPlatform()
            .daemon()
            .name("usermedia x11 " + operation)
            .start(() -> answer(answer, question, device, keep));
    try {
      return answer.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    } catch (ExecutionException e) {
      throw failure(e);
    } catch (TimeoutException e) {
      String message = display + " did not answer in " + PATIENCE_SECONDS + " s";
      answer.completeExceptionally(Failures.failed(operation, device, message));
    } catch (InterruptedException e) {
      answer.completeExceptionally(
          Failures.caused(Failures.failed(operation, device, "interrupted"), e));
      Thread.currentThread().interrupt();
    }
    thread.interrupt(); // closes its connection
    try {
      return answer.get();
    } catch (ExecutionException e) {
      throw failure(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e); // it is complete by now
    }
  }

  private <T> void answer(
      CompletableFuture<T> answer, Question<T> question, String device, boolean keep) {
    try {
      X11Connection connection = connect();
      boolean kept = false;
      try {
        T result = question.ask(connection);
        if (keep) {
          kept = answer.complete(result);
        } else {
          connection.close();
          answer.complete(result);
        }
      } catch (X11Exception e) {
        answer.completeExceptionally(Failures.refused(e, device));
      } catch (IOException e) {
        answer.completeExceptionally(Failures.lost(e, device));
      } finally {
        if (!kept) {
          connection.close();
        }
      }
    } catch (NoServerException | SourceException | RuntimeException | Error e) {
      answer.completeExceptionally(e);
    }
  }

  private static SourceException failure(ExecutionException e) throws NoServerException {
    return switch (e.getCause()) {
      case SourceException failed -> failed;
      case NoServerException none -> throw none;
      case null, default -> throw new IllegalStateException(e); // a defect
    };
  }

  private X11Connection connect() throws NoServerException {
    try {
      return X11Connection.open(display, XAuthority.read(authority));
    } catch (X11RefusedException e) {
      throw new NoServerException(display + " does not let this user in: " + e.getMessage(), e);
    } catch (IOException e) {
      throw new NoServerException("nothing answers at " + display + ": " + e.getMessage(), e);
    }
  }
}
