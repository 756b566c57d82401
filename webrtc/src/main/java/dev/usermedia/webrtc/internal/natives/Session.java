package dev.usermedia.webrtc.internal.natives;

import dev.onvoid.webrtc.CreateSessionDescriptionObserver;
import dev.onvoid.webrtc.RTCSessionDescription;
import dev.onvoid.webrtc.SetSessionDescriptionObserver;
import dev.usermedia.DOMException;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;

/** Calls of the library whose results come by a callback, waited for on the thread. */
final class Session {
  private static final long TIMEOUT_SECONDS = 60;

  private Session() {}

  static RTCSessionDescription created(Consumer<CreateSessionDescriptionObserver> call) {
    CompletableFuture<RTCSessionDescription> result = new CompletableFuture<>();
    call.accept(
        new CreateSessionDescriptionObserver() {
          @Override
          public void onSuccess(RTCSessionDescription description) {
            result.complete(description);
          }

          @Override
          public void onFailure(String error) {
            result.completeExceptionally(error(error));
          }
        });
    return await(result);
  }

  static void applied(Consumer<SetSessionDescriptionObserver> call) {
    CompletableFuture<Boolean> result = new CompletableFuture<>();
    try {
      call.accept(
          new SetSessionDescriptionObserver() {
            @Override
            public void onSuccess() {
              result.complete(true);
            }

            @Override
            public void onFailure(String error) {
              result.completeExceptionally(error(error));
            }
          });
    } catch (Error e) {
      // the binding throws java.lang.Error where the text of a description cannot be read
      throw new DOMException(String.valueOf(e.getMessage()), "SyntaxError", e);
    }
    boolean _ = await(result);
  }

  private static <T> T await(CompletableFuture<T> result) {
    try {
      return result.get(TIMEOUT_SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new DOMException("interrupted", "AbortError", e);
    } catch (TimeoutException e) {
      throw new DOMException("libwebrtc did not answer", "OperationError", e);
    } catch (ExecutionException e) {
      throw e.getCause() instanceof DOMException known
          ? known
          : new DOMException(String.valueOf(e.getMessage()), "OperationError", e);
    }
  }

  /** The library says {@code [TYPE] text}. */
  static DOMException error(String said) {
    String type = said.startsWith("[") ? said.substring(1, Math.max(1, said.indexOf(']'))) : "";
    String name =
        switch (type.toUpperCase(Locale.ROOT)) {
          case "INVALID_STATE" -> "InvalidStateError";
          case "INVALID_PARAMETER" -> "InvalidAccessError";
          case "INVALID_MODIFICATION" -> "InvalidModificationError";
          case "SYNTAX_ERROR" -> "SyntaxError";
          default -> "OperationError";
        };
    return new DOMException(said, name);
  }
}
