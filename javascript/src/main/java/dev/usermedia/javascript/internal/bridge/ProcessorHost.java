package dev.usermedia.javascript.internal.bridge;

import dev.usermedia.MediaStreamTrackProcessor;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Function;
import org.graalvm.polyglot.HostAccess.Export;
import org.graalvm.polyglot.Value;

/** A track's frames, as a script may read them one by one. */
public final class ProcessorHost implements Held {
  private final MediaStreamTrackProcessor<?> processor;
  private final Reader reader;
  private final boolean video;
  private final Executor loop;
  private final MediaHost media;

  /** The next frame as a script gets it. */
  @FunctionalInterface
  private interface Reader {
    CompletableFuture<Optional<Object>> next();
  }

  private ProcessorHost(
      MediaStreamTrackProcessor<?> processor,
      boolean video,
      Reader reader,
      Executor loop,
      MediaHost media) {
    this.processor = processor;
    this.video = video;
    this.reader = reader;
    this.loop = loop;
    this.media = media;
  }

  /**
   * Of a processor whose track may live on another script's loop.
   *
   * @param host makes a frame what a script gets
   */
  static <F extends AutoCloseable> ProcessorHost of(
      MediaStreamTrackProcessor<F> processor,
      boolean video,
      Function<F, Object> host,
      Executor loop,
      MediaHost media) {
    return new ProcessorHost(
        processor,
        video,
        () -> processor.readable().readAsync().thenApplyAsync(frame -> frame.map(host), loop),
        loop,
        media);
  }

  /** Whether its frames are pictures. */
  @Export
  public boolean isVideo() {
    return video;
  }

  /** Settles with the next frame, or with undefined once the track has ended. */
  @Export
  public void read(Value resolve, Value reject) {
    media.answers().settle(reader::next, frame -> frame.orElse(media.undefined()), resolve, reject);
  }

  /** Calls a function once the stream is closed. */
  @Export
  public void onClosed(Value steps) {
    var _ = processor.readable().closed().thenRunAsync(steps::executeVoid, loop);
  }

  @Export
  public double totalFrames() {
    return processor.totalFrames();
  }

  @Export
  public double discardedFrames() {
    return processor.discardedFrames();
  }

  @Export
  @Override
  public void close() {
    processor.readable().cancel();
  }
}
