package dev.usermedia.webaudio;

import dev.usermedia.DOMException;
import dev.usermedia.MediaContext;
import dev.usermedia.MediaStream;
import dev.usermedia.MediaStreamTrack;
import dev.usermedia.Registration;
import java.util.concurrent.CompletableFuture;

/**
 * A graph that renders as time passes on the clock of a media context, from its construction on
 * until it is suspended or closed. What comes to its {@linkplain #destination destination} is not
 * played, since this library has no way to a loudspeaker yet; a {@link
 * MediaStreamAudioDestinationNode} makes a track of it.
 *
 * <p>Rendering that is held up is made good: no sound is left out. A context renders until it or
 * its media context is closed, whether or not an application still has it.
 *
 * @see <a href="https://webaudio.github.io/web-audio-api/#AudioContext">Web Audio API,
 *     AudioContext</a>
 */
public final class AudioContext extends BaseAudioContext implements AutoCloseable {
  private static final float USUAL_RATE_HZ = 48_000;
  private static final double MOST_LATENCY_SECONDS = 0.5;
  private static final int STEREO = 2;

  private final int framesAtATime;
  private final Registration closing;

  /** Guarded by this: what was asked for last, and who does it. */
  private AudioContextState wanted = AudioContextState.SUSPENDED;

  private RenderThread thread;

  /** A context that renders from now on. */
  public AudioContext(MediaContext media) {
    this(media, AudioContextOptions.DEFAULT);
  }

  /**
   * A context that renders from now on.
   *
   * @throws DOMException {@code NotSupportedError} if there is no such sample rate, {@code
   *     InvalidStateError} if the media context is closed
   */
  @SuppressWarnings("this-escape") // to its own thread, and all is set
  public AudioContext(MediaContext media, AudioContextOptions options) {
    super(media, (float) options.sampleRateHz().orElse(USUAL_RATE_HZ), STEREO, false);
    double quanta = options.latencySeconds() * sampleRate() / renderQuantumSize();
    double most = MOST_LATENCY_SECONDS * sampleRate() / renderQuantumSize();
    int batch = (int) Math.clamp(Math.rint(quanta), 1, most);
    this.framesAtATime = batch * renderQuantumSize();
    this.thread = RenderThread.NONE;
    this.closing =
        media.onclose(
            () -> {
              close();
              isGone();
            });
    var _ = resumeAsync();
  }

  /** How long sound is under way in the graph, in seconds: what is rendered at a time. */
  public double baseLatency() {
    return framesAtATime / (double) sampleRate();
  }

  /** How long sound is under way to a loudspeaker, in seconds: 0, as there is none. */
  public double outputLatency() {
    return 0;
  }

  /**
   * Renders, from now on. Completes on the event loop.
   *
   * @return fails with {@code InvalidStateError} if the context is closed
   */
  public CompletableFuture<Void> resumeAsync() {
    return become(AudioContextState.RUNNING, "resume");
  }

  /**
   * Stops rendering; time stands still until {@link #resumeAsync}. Completes on the event loop.
   *
   * @return fails with {@code InvalidStateError} if the context is closed
   */
  public CompletableFuture<Void> suspendAsync() {
    return become(AudioContextState.SUSPENDED, "suspend");
  }

  /**
   * Stops rendering for good; tracks that the graph fed end. Completes on the event loop.
   *
   * @return fails with {@code InvalidStateError} if the context is closed
   */
  public CompletableFuture<Void> closeAsync() {
    closing.close();
    return become(AudioContextState.CLOSED, "close");
  }

  /** {@link #closeAsync} without waiting; twice is harmless. */
  @Override
  public void close() {
    var _ = closeAsync().exceptionally(closedBefore -> null);
  }

  private CompletableFuture<Void> become(AudioContextState next, String method) {
    CompletableFuture<Void> done = new CompletableFuture<>();
    synchronized (this) {
      if (wanted == AudioContextState.CLOSED) {
        done.completeExceptionally(
            new DOMException("cannot " + method + ": the context is closed", "InvalidStateError"));
        return done;
      }
      if (wanted == next) {
        thread.whenBegun(() -> announce(next, done));
        return done;
      }
      wanted = next;
      thread = thread.replacedBy(this, next, () -> announce(next, done));
    }
    return done;
  }

  private void announce(AudioContextState next, CompletableFuture<Void> done) {
    ContextListeners.queue(
        media(),
        () -> {
          if (isWanted(next)) {
            become(next, () -> done.complete(null));
          } else {
            done.complete(null); // it is on its way to another state
          }
        });
  }

  private synchronized boolean isWanted(AudioContextState state) {
    return wanted == state;
  }

  int framesAtATime() {
    return framesAtATime;
  }

  /**
   * The first audio track of a stream, by id, as a source of the graph.
   *
   * @throws DOMException {@code InvalidStateError} if the stream has none
   */
  public MediaStreamAudioSourceNode createMediaStreamSource(MediaStream mediaStream) {
    return new MediaStreamAudioSourceNode(this, mediaStream);
  }

  /**
   * An audio track as a source of the graph.
   *
   * @throws DOMException {@code InvalidStateError} if it is a video track
   */
  public MediaStreamTrackAudioSourceNode createMediaStreamTrackSource(MediaStreamTrack track) {
    return new MediaStreamTrackAudioSourceNode(this, track);
  }

  /** An end of the graph whose sound is a track of a stream. */
  public MediaStreamAudioDestinationNode createMediaStreamDestination() {
    return new MediaStreamAudioDestinationNode(this);
  }
}
