package dev.usermedia.linux.internal.pulse;

import static java.lang.foreign.ValueLayout.JAVA_LONG;

import dev.usermedia.linux.internal.pulse.libpulse.PaContext;
import dev.usermedia.linux.internal.pulse.libpulse.PaDeviceInfo;
import dev.usermedia.linux.internal.pulse.libpulse.PaRecordSpec;
import dev.usermedia.linux.internal.pulse.libpulse.PaStream;
import dev.usermedia.spi.SourceException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/**
 * A stream that records interleaved floats from one source and ends with it. Belongs to the thread
 * of its connection.
 */
final class RecordStream implements AutoCloseable {
  private static final int FLAGS =
      PaStream.ADJUST_LATENCY | PaStream.NO_REMAP_CHANNELS | PaStream.DONT_MOVE;

  private final PulseConnection connection;
  private final PaDeviceInfo source;
  private final PaRecordSpec spec;
  private final MemorySegment stream;
  private final CompletableFuture<Void> ready = new CompletableFuture<>();

  private final Arena arena = Arena.ofConfined();
  private final MemorySegment data = arena.allocate(JAVA_LONG);
  private final MemorySegment sizeBytes = arena.allocate(JAVA_LONG);

  /** Starts recording; {@link #ready} tells how that went. */
  RecordStream(PulseConnection connection, PaDeviceInfo source, PaRecordSpec spec) {
    this.connection = connection;
    this.source = source;
    this.spec = spec;
    try (Arena call = Arena.ofConfined()) {
      stream =
          PaStream.create(
              connection.context(),
              call.allocateFrom("microphone"),
              spec.sampleSpec(call),
              spec.channelMap(call));
      if (stream.equals(MemorySegment.NULL)
          || !PaStream.connectRecord(
              stream, call.allocateFrom(source.name()), spec.bufferAttr(call), FLAGS)) {
        ready.completeExceptionally(refused("pa_stream_connect_record"));
      }
    }
  }

  /** Completed by {@link #observe} once the server records, or refuses to. */
  CompletableFuture<Void> ready() {
    return ready;
  }

  boolean isReady() {
    return ready.isDone() && !ready.isCompletedExceptionally();
  }

  /** The {@code pa_stream}. */
  MemorySegment address() {
    return stream;
  }

  /** Looks at the state; returns what ended a stream that was ready. */
  Optional<SourceException> observe() {
    if (ready.isCompletedExceptionally()) {
      return Optional.empty(); // whoever asked was told
    }
    int state = PaStream.state(stream);
    boolean ended = state == PaStream.FAILED || state == PaStream.TERMINATED;
    if (!ready.isDone()) {
      if (ended) {
        ready.completeExceptionally(refused("pa_stream_connect_record"));
      } else if (state == PaStream.READY) {
        ready.complete(null);
      }
      return Optional.empty();
    }
    // Servers that cannot pin a stream move it to another microphone without a word.
    return ended || PaStream.deviceIndex(stream) != source.index()
        ? Optional.of(Failures.gone("pa_stream_peek", source.name()))
        : Optional.empty();
  }

  boolean isSuspended() {
    return PaStream.isSuspended(stream);
  }

  /** Samples of each channel that can be peeked at. */
  long readableFrames() {
    long bytes = PaStream.readableSizeBytes(stream);
    return bytes < 0 ? 0 : bytes / spec.frameBytes();
  }

  /** Looks at the next fragment; false if there is none. */
  boolean peek() throws SourceException {
    if (!PaStream.peek(stream, data, sizeBytes)) {
      throw refused("pa_stream_peek");
    }
    return sizeBytes.get(JAVA_LONG, 0) > 0;
  }

  /** Samples of each channel in the fragment. */
  int peekedFrames() {
    return (int) (sizeBytes.get(JAVA_LONG, 0) / spec.frameBytes());
  }

  /** Where the fragment lies, until it is dropped; 0 if its samples were lost. */
  long peekedAddress() {
    return data.get(JAVA_LONG, 0);
  }

  /** Takes the fragment. */
  void drop() throws SourceException {
    if (!PaStream.drop(stream)) {
      throw refused("pa_stream_drop");
    }
  }

  @Override
  public void close() {
    ready.completeExceptionally(Failures.failed("pa_stream_disconnect", source.name(), "closed"));
    if (!stream.equals(MemorySegment.NULL)) {
      PaStream.free(stream);
    }
    arena.close();
  }

  private SourceException refused(String operation) {
    return Failures.refused(operation, source.name(), PaContext.errno(connection.context()));
  }
}
