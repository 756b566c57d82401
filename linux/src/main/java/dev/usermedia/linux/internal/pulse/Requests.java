package dev.usermedia.linux.internal.pulse;

import dev.usermedia.linux.internal.pulse.libpulse.PaContext;
import dev.usermedia.linux.internal.pulse.libpulse.PaError;
import java.lang.foreign.MemorySegment;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.function.LongPredicate;

/** What a server was asked and has not answered yet. Belongs to the loop's thread. */
final class Requests {
  private final Map<Long, Request<?>> open = new HashMap<>();
  private final MemorySegment context;
  private long lastNumber;

  /** A question whose answer is some structures. */
  private record Request<T>(
      String operation,
      String device,
      Function<MemorySegment, T> reader,
      List<T> structures,
      CompletableFuture<List<T>> answer) {
    void add(MemorySegment structure) {
      structures.add(reader.apply(structure));
    }

    void complete() {
      answer.complete(List.copyOf(structures));
    }

    void fail(int errno) {
      answer.completeExceptionally(
          errno == PaError.INVALID && !device.isEmpty()
              ? Failures.gone(operation, device) // no device can have that name
              : Failures.refused(operation, device, errno));
    }
  }

  Requests(MemorySegment context) {
    this.context = context;
  }

  /**
   * Asks.
   *
   * @param reader copies one structure of the answer
   * @param send sends the question with a number; false if it cannot
   */
  <T> CompletableFuture<List<T>> ask(
      String operation, String device, Function<MemorySegment, T> reader, LongPredicate send) {
    Request<T> request =
        new Request<>(operation, device, reader, new ArrayList<>(), new CompletableFuture<>());
    long number = ++lastNumber;
    open.put(number, request);
    if (!send.test(number)) {
      open.remove(number);
      request.fail(PaContext.errno(context));
    }
    return request.answer();
  }

  /**
   * A part of an answer came.
   *
   * @param eol 0 with a structure, positive after the last one, negative for a refusal
   */
  void answered(MemorySegment structure, int eol, long number) {
    Request<?> request = eol == 0 ? open.get(number) : open.remove(number);
    if (request == null) {
      return; // refused when it was sent
    }
    if (eol == 0) {
      request.add(structure);
    } else if (eol > 0) {
      request.complete();
    } else {
      request.fail(PaContext.errno(context));
    }
  }
}
