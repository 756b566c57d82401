package dev.usermedia.webaudio;

import dev.usermedia.DOMException;
import dev.usermedia.MediaContext;
import dev.usermedia.webaudio.internal.graph.Signal;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;

/**
 * A graph that renders into memory, as fast as it can.
 *
 * @see <a href="https://webaudio.github.io/web-audio-api/#OfflineAudioContext">Web Audio API,
 *     OfflineAudioContext</a>
 */
public final class OfflineAudioContext extends BaseAudioContext {
  /** A time this close to a quantum, in quanta, is the quantum's own. */
  private static final double CLOSE = 1e-6;

  private final AudioBuffer rendered;

  /** By the frame before which rendering waits. Guarded by this, as all below. */
  private final NavigableMap<Long, CompletableFuture<Void>> suspensions = new TreeMap<>();

  private boolean started;
  private boolean waiting;

  /**
   * A context.
   *
   * @param media on whose event loop events are fired and futures completed
   * @param length samples of each channel
   * @throws DOMException {@code NotSupportedError} if there cannot be so many
   */
  public OfflineAudioContext(
      MediaContext media, int numberOfChannels, int length, float sampleRate) {
    this(media, new AudioBuffer(numberOfChannels, length, sampleRate));
  }

  private OfflineAudioContext(MediaContext media, AudioBuffer rendered) {
    super(media, rendered.sampleRate(), rendered.numberOfChannels(), true);
    this.rendered = rendered;
  }

  /** Samples of each channel. */
  public int length() {
    return rendered.length();
  }

  /**
   * Renders everything on the calling thread. Where rendering is to be suspended, it waits for
   * {@link #resumeAsync}.
   *
   * @throws DOMException {@code InvalidStateError} if it was started before
   */
  public AudioBuffer startRendering() {
    begin();
    ContextListeners.queue(media(), () -> become(AudioContextState.RUNNING, () -> {}));
    try {
      render();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new DOMException("rendering was interrupted", "AbortError", e);
    } finally {
      ContextListeners.queue(media(), () -> become(AudioContextState.CLOSED, () -> {}));
    }
    return rendered;
  }

  /** The same on a thread of its own; completes on the event loop. */
  public CompletableFuture<AudioBuffer> startRenderingAsync() {
    CompletableFuture<AudioBuffer> done = new CompletableFuture<>();
    try {
      begin();
    } catch (DOMException e) {
      return CompletableFuture.failedFuture(e);
    }
    Thread.ofPlatform()
        .daemon()
        .name("usermedia webaudio offline")
        .start(
            () -> {
              ContextListeners.queue(media(), () -> become(AudioContextState.RUNNING, () -> {}));
              try (var _ = media().onclose(Thread.currentThread()::interrupt)) {
                render();
                ContextListeners.queue(
                    media(), () -> become(AudioContextState.CLOSED, () -> done.complete(rendered)));
              } catch (InterruptedException | DOMException e) {
                done.completeExceptionally(
                    new DOMException("the media context is closed", "AbortError", e));
              }
            });
    return done;
  }

  private synchronized void begin() {
    if (started) {
      throw new DOMException("rendering was started before", "InvalidStateError");
    }
    started = true;
  }

  /**
   * Suspends rendering at a time, or before the first render quantum behind it, so that the graph
   * can be changed just then. To be called before; completes on the event loop when it is
   * suspended.
   *
   * @return fails with {@code InvalidStateError} if that is over, is at or behind the end, or was
   *     asked for before
   */
  public synchronized CompletableFuture<Void> suspendAsync(double suspendTime) {
    AudioScheduledSourceNode.checkTime(suspendTime);
    double quanta = suspendTime * sampleRate() / Signal.FRAMES;
    double nearest = Math.rint(quanta);
    double whole = Math.abs(quanta - nearest) < CLOSE ? nearest : Math.ceil(quanta);
    long frame = (long) (whole * Signal.FRAMES);
    if (frame < graph().renderedFrames()
        || (started && !waiting && frame == graph().renderedFrames())
        || frame >= length()
        || suspensions.containsKey(frame)) {
      return CompletableFuture.failedFuture(
          new DOMException("rendering cannot be suspended at " + suspendTime, "InvalidStateError"));
    }
    CompletableFuture<Void> suspended = new CompletableFuture<>();
    suspensions.put(frame, suspended);
    return suspended;
  }

  /**
   * Goes on with rendering.
   *
   * @return fails with {@code InvalidStateError} if it was not started or is over
   */
  public synchronized CompletableFuture<Void> resumeAsync() {
    if (!started || state() == AudioContextState.CLOSED) {
      return CompletableFuture.failedFuture(
          new DOMException("nothing is being rendered", "InvalidStateError"));
    }
    CompletableFuture<Void> resumed = new CompletableFuture<>();
    waiting = false;
    notifyAll();
    ContextListeners.queue(
        media(), () -> become(AudioContextState.RUNNING, () -> resumed.complete(null)));
    return resumed;
  }

  private void render() throws InterruptedException {
    int length = rendered.length();
    for (int frame = 0; frame < length; frame += Signal.FRAMES) {
      awaitResumed(frame);
      graph().render(Math.round(frame * 1e6 / sampleRate()));
      Signal quantum = destination().rendered().rendered();
      int count = Math.min(Signal.FRAMES, length - frame);
      for (int channel = 0; channel < quantum.channels(); channel++) {
        System.arraycopy(
            quantum.channel(channel), 0, rendered.getChannelData(channel), frame, count);
      }
    }
    graph().close();
  }

  private synchronized void awaitResumed(long frame) throws InterruptedException {
    CompletableFuture<Void> suspended = suspensions.remove(frame);
    if (suspended == null) {
      if (Thread.interrupted()) {
        throw new InterruptedException();
      }
      return;
    }
    waiting = true;
    ContextListeners.queue(
        media(), () -> become(AudioContextState.SUSPENDED, () -> suspended.complete(null)));
    while (waiting) {
      wait();
    }
  }
}
