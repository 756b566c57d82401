package dev.usermedia.codecs;

import dev.usermedia.DOMException;
import dev.usermedia.Delivery;
import dev.usermedia.MediaClock;
import dev.usermedia.MediaStream;
import dev.usermedia.MediaStreamTrack;
import dev.usermedia.MediaStreamTrackState;
import dev.usermedia.Registration;
import dev.usermedia.codecs.internal.ffmpeg.FFmpeg;
import dev.usermedia.codecs.internal.ffmpeg.FFmpegException;
import dev.usermedia.codecs.internal.recorder.AudioLane;
import dev.usermedia.codecs.internal.recorder.Failures;
import dev.usermedia.codecs.internal.recorder.FileOutput;
import dev.usermedia.codecs.internal.recorder.Recording;
import dev.usermedia.codecs.internal.recorder.TrackState;
import dev.usermedia.codecs.internal.recorder.VideoLane;
import dev.usermedia.constraints.MediaTrackSettings;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;

/**
 * Records a stream's tracks to a WebM file: the engine under the specification's MediaRecorder.
 *
 * <p>Pictures and sound lie in the file as their capture timestamps say. What a track does not
 * deliver (it is muted, its device hangs, samples were lost) is made up for by silence and by the
 * last picture, or a black one, so that the tracks stay together; drift between the device's clock
 * and the {@link MediaClock} is taken out of the sound. The file is written in whole clusters of
 * half a second: a process that is killed leaves one that plays to within a second of its end.
 *
 * <p>Frames are encoded on one thread for each track; capture threads only leave them in a queue.
 * Safe for use from any thread.
 *
 * @see <a href="https://www.w3.org/TR/mediastream-recording/">MediaStream Recording</a>
 */
public final class StreamRecorder implements AutoCloseable {
  private static final int DEFAULT_WIDTH = 640;
  private static final int DEFAULT_HEIGHT = 480;
  private static final int DEFAULT_CHANNELS = 1;
  private static final RecorderStats NOTHING = new RecorderStats(0, 0, List.of());

  private final FileOutput output;
  private final RecorderOptions options;
  private final List<Registration> sinks = new ArrayList<>();
  private State state = new Opened();

  private sealed interface State {}

  private record Opened() implements State {}

  private record Started(
      Recording recording, MediaClock clock, CompletableFuture<RecorderResult> result)
      implements State {}

  private record Closed() implements State {}

  private StreamRecorder(FileOutput output, RecorderOptions options) {
    this.output = output;
    this.options = options;
  }

  /**
   * Opens the file, so that what keeps it from being written is known before anything is captured.
   *
   * @param file a path to a new file, or to a pipe or device to write to from front to back
   * @throws DOMException {@code NoModificationAllowedError} if a file is there and is not to be
   *     overwritten, {@code NotFoundError} if its directory is not, {@code NotAllowedError} if it
   *     may not be written, {@code NotSupportedError} if FFmpeg cannot be loaded
   */
  public static StreamRecorder open(Path file, RecorderOptions options) {
    try {
      FFmpeg.load();
    } catch (FFmpegException e) {
      throw new DOMException(String.valueOf(e.getMessage()), "NotSupportedError", e);
    }
    try {
      return new StreamRecorder(new FileOutput(file, options.overwrite()), options);
    } catch (IOException e) {
      throw Failures.toDOMException(e);
    }
  }

  /**
   * Starts recording all live tracks of the stream. The file's time begins with the first frame.
   *
   * @param clock the clock of the tracks' timestamps: that of their context
   * @throws DOMException {@code InvalidStateError} if the recorder was started before or closed,
   *     {@code NotSupportedError} if no track is live
   */
  public synchronized void start(MediaStream stream, MediaClock clock) {
    if (!(state instanceof Opened)) {
      throw new DOMException("the recorder was started before or closed", "InvalidStateError");
    }
    List<MediaStreamTrack> tracks =
        stream.getTracks().stream()
            .filter(track -> track.readyState() == MediaStreamTrackState.LIVE)
            .toList();
    if (tracks.isEmpty()) {
      throw new DOMException("the stream has no live track to record", "NotSupportedError");
    }
    Recording recording = new Recording(clock, output, options);
    List<Supplier<Registration>> connections =
        tracks.stream().map(track -> connection(recording, track)).toList();
    try {
      recording.start();
    } catch (FFmpegException e) {
      close();
      throw Failures.toDOMException(e);
    }
    for (Supplier<Registration> connection : connections) {
      connect(connection);
    }
    state = new Started(recording, clock, recording.done().thenApply(this::disconnected));
  }

  /** Adds a lane for the track, to be connected once the recording has started. */
  private static Supplier<Registration> connection(Recording recording, MediaStreamTrack track) {
    MediaTrackSettings settings = track.getSettings();
    if (track.kind().equals("video")) {
      VideoLane lane =
          recording.addVideo(
              (int) settings.width().orElse(DEFAULT_WIDTH),
              (int) settings.height().orElse(DEFAULT_HEIGHT),
              stateOf(track));
      return () -> track.addVideoSink(Delivery.direct(), lane);
    }
    AudioLane lane =
        recording.addAudio((int) settings.channelCount().orElse(DEFAULT_CHANNELS), stateOf(track));
    return () -> track.addAudioSink(Delivery.direct(), lane);
  }

  private static TrackState stateOf(MediaStreamTrack track) {
    return new TrackState() {
      @Override
      public boolean isMuted() {
        return track.muted();
      }

      @Override
      public boolean hasEnded() {
        return track.readyState() == MediaStreamTrackState.ENDED;
      }
    };
  }

  private void connect(Supplier<Registration> connection) {
    try {
      sinks.add(connection.get());
    } catch (DOMException e) {
      if (!e.name().equals("InvalidStateError")) {
        throw e;
      }
      // the track has just ended, which its lane is going to see
    }
  }

  private RecorderResult disconnected(RecorderResult outcome) {
    List<Registration> connected;
    synchronized (this) {
      connected = List.copyOf(sinks);
      sinks.clear();
    }
    connected.forEach(Registration::close);
    return outcome;
  }

  /** How the recording stands. */
  public RecorderStats stats() {
    return started().map(s -> s.recording.stats()).orElse(NOTHING);
  }

  /**
   * Completes when the recording has ended and the file is closed: after {@link #stop}, because all
   * tracks have ended, or because of an {@linkplain RecorderResult#error error}. Never completes
   * exceptionally.
   *
   * @throws DOMException {@code InvalidStateError} if the recorder was not started
   */
  public CompletableFuture<RecorderResult> result() {
    return startedOrFail().result.copy();
  }

  /**
   * Ends the recording with everything that was captured until now, and waits until the file is
   * complete.
   *
   * @throws DOMException {@code InvalidStateError} if the recorder was not started
   */
  public RecorderResult stop() {
    return stopAsync().join();
  }

  /** {@link #stop} without waiting. */
  public CompletableFuture<RecorderResult> stopAsync() {
    return stopAsync(startedOrFail().clock.nowUs());
  }

  /**
   * Ends the recording with everything that is captured before an instant, which may be to come.
   *
   * @param atUs the instant, in microseconds of the clock that the recording was started with
   * @throws DOMException {@code InvalidStateError} if the recorder was not started
   */
  public CompletableFuture<RecorderResult> stopAsync(long atUs) {
    startedOrFail().recording.stop(atUs);
    return result();
  }

  /**
   * Ends the recording once it is so long.
   *
   * @throws DOMException {@code InvalidStateError} if the recorder was not started
   */
  public CompletableFuture<RecorderResult> stopAfterAsync(Duration elapsed) {
    startedOrFail().recording.stopAfter(elapsed.toNanos() / 1_000);
    return result();
  }

  private synchronized Optional<Started> started() {
    return state instanceof Started s ? Optional.of(s) : Optional.empty();
  }

  private Started startedOrFail() {
    return started()
        .orElseThrow(() -> new DOMException("the recorder is not started", "InvalidStateError"));
  }

  /** Stops, if started; a file that nothing was recorded to is removed. */
  @Override
  public void close() {
    synchronized (this) {
      if (state instanceof Opened) {
        state = new Closed();
        closeOutput();
        return;
      }
    }
    if (started().isPresent()) {
      stop();
    }
  }

  private void closeOutput() {
    try {
      output.close();
    } catch (IOException e) {
      throw Failures.toDOMException(e);
    }
  }
}
