package dev.usermedia.app.internal.record;

import dev.usermedia.DOMException;
import dev.usermedia.MediaClock;
import dev.usermedia.MediaStream;
import dev.usermedia.MediaStreamTrack;
import dev.usermedia.MediaStreamTrackState;
import dev.usermedia.MediaStreamTrackVideoStats;
import dev.usermedia.app.internal.capture.Capture;
import dev.usermedia.app.internal.cli.CommandException;
import dev.usermedia.app.internal.cli.ExitCode;
import dev.usermedia.app.internal.cli.Interruption;
import dev.usermedia.app.internal.cli.Terminal;
import dev.usermedia.app.internal.output.OutputFile;
import dev.usermedia.codecs.RecorderOptions;
import dev.usermedia.codecs.RecorderResult;
import dev.usermedia.codecs.RecorderStats;
import dev.usermedia.codecs.StreamRecorder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** One recording, from open devices to a closed file. */
final class RecordingSession {
  private static final long LIVE_LINE_MS = 200;

  /** A recording that has no picture and no sound after so long has a source that hangs. */
  private static final long FIRST_FRAME_TIMEOUT_US = 10_000_000;

  /** A source that ends so shortly before its time has not ended early. */
  private static final long END_TOLERANCE_US = 100_000;

  private final Capture capture;
  private final MediaClock clock;
  private final OutputFile file;
  private final Optional<Duration> length;
  private final boolean quiet;
  private final Terminal terminal;
  private final long droppedBefore;

  RecordingSession(
      Capture capture,
      OutputFile file,
      Optional<Duration> length,
      boolean quiet,
      Terminal terminal) {
    this.capture = capture;
    this.clock = capture.context().clock();
    this.file = file;
    this.length = length;
    this.quiet = quiet;
    this.terminal = terminal;
    this.droppedBefore = droppedByDevice();
  }

  /**
   * Records until the time is over, the sources end or somebody interrupts.
   *
   * @throws CommandException if the file is not whole, or shorter than it was to be
   */
  ExitCode run(Interruption interruption, boolean overwrite) {
    try (StreamRecorder recorder = open(overwrite)) {
      recorder.start(new MediaStream(capture.tracks()), clock);
      length.ifPresent(it -> stopAfter(recorder, it));
      interruption.onRequest(() -> stop(recorder));
      capture.tracks().forEach(track -> track.onended(event -> stopIfOver(recorder)));
      stopIfOver(recorder); // one may have ended before its listener was there
      RecorderResult result = await(recorder);
      result.error().ifPresent(error -> fail(error, result.stats()));
      return conclude(result.stats(), interruption.isRequested());
    }
  }

  private StreamRecorder open(boolean overwrite) {
    try {
      return StreamRecorder.open(file.path(), RecorderOptions.defaults().withOverwrite(overwrite));
    } catch (DOMException e) {
      throw new CommandException(
          ExitCode.OUTPUT, e.name(), e.getMessage() + "; name another file", e);
    }
  }

  /** A device that ends, ends the recording; a file does once no other file goes on. */
  private void stopIfOver(StreamRecorder recorder) {
    List<MediaStreamTrack> ended = ended();
    boolean deviceEnded = ended.stream().anyMatch(track -> !capture.isFile(track));
    boolean filesEnded =
        !ended.isEmpty()
            && capture.tracks().stream().filter(capture::isFile).allMatch(ended::contains);
    if (deviceEnded || filesEnded) {
      stop(recorder);
    }
  }

  @SuppressWarnings("FutureReturnValueIgnored") // who awaits the recording sees how it ends
  private static void stopAfter(StreamRecorder recorder, Duration length) {
    recorder.stopAfterAsync(length);
  }

  @SuppressWarnings("FutureReturnValueIgnored") // the same
  private static void stop(StreamRecorder recorder) {
    recorder.stopAsync();
  }

  private List<MediaStreamTrack> ended() {
    return capture.tracks().stream()
        .filter(track -> track.readyState() == MediaStreamTrackState.ENDED)
        .toList();
  }

  private RecorderResult await(StreamRecorder recorder) {
    LiveLine line = new LiveLine();
    long startUs = clock.nowUs();
    boolean begun = false;
    while (true) {
      try {
        return quiet && begun
            ? recorder.result().get()
            : recorder.result().get(LIVE_LINE_MS, TimeUnit.MILLISECONDS);
      } catch (TimeoutException e) {
        RecorderStats stats = recorder.stats();
        begun = stats.elapsedUs() > 0;
        if (!begun && clock.nowUs() - startUs > FIRST_FRAME_TIMEOUT_US) {
          throw new CommandException(
              ExitCode.NOT_READABLE,
              "NotReadableError",
              labels(capture.tracks())
                  + " delivered nothing for 10 s; see whether it is plugged in and not in use");
        }
        if (!quiet) {
          terminal.live(line.update(stats, dropped(stats), clock.nowUs()));
        }
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return recorder.stop();
      } catch (ExecutionException e) {
        throw new IllegalStateException("a recording's result", e.getCause());
      }
    }
  }

  private ExitCode conclude(RecorderStats stats, boolean interrupted) {
    List<MediaStreamTrack> ended = ended();
    if (stats.elapsedUs() == 0) {
      throw interrupted
          ? new CommandException(
              ExitCode.FAILED,
              "AbortError",
              "interrupted before anything was recorded; there is no file")
          : new CommandException(
              ExitCode.NOT_READABLE,
              "NotReadableError",
              labels(ended.isEmpty() ? capture.tracks() : ended)
                  + " delivered nothing; there is no file");
    }
    if (!quiet) {
      terminal.print(summary(stats));
    }
    boolean early =
        length
            .map(it -> stats.elapsedUs() < it.toNanos() / 1000 - END_TOLERANCE_US)
            .orElseGet(() -> !ended.stream().allMatch(capture::isFile));
    if (interrupted || ended.isEmpty() || !early) {
      return ExitCode.OK;
    }
    throw new CommandException(
        ExitCode.ENDED_EARLY,
        "AbortError",
        labels(ended)
            + " ended after "
            + seconds(stats.elapsedUs())
            + length.map(it -> " of " + seconds(it.toNanos() / 1000)).orElse("")
            + "; "
            + file.path()
            + " is whole up to there");
  }

  /** Nothing half-written keeps the name of what was asked for. */
  private void fail(DOMException error, RecorderStats stats) {
    String kept;
    try {
      kept = keep(stats);
    } catch (IOException e) {
      error.addSuppressed(e);
      kept = file.path() + " is incomplete and cannot be renamed: " + OutputFile.reason(e);
    }
    throw new CommandException(
        ExitCode.OUTPUT, error.name(), error.getMessage() + "; " + kept, error);
  }

  private String keep(RecorderStats stats) throws IOException {
    if (!Files.isRegularFile(file.path())) {
      return "what " + file.path() + " received is incomplete";
    }
    if (stats.sizeBytes() == 0 || stats.elapsedUs() == 0) {
      Files.delete(file.path());
      return "nothing was recorded";
    }
    Path partial = file.keepAsPartial();
    return "what was recorded is kept as " + partial;
  }

  private String summary(RecorderStats stats) {
    long frames = video(stats).mapToLong(RecorderStats.Video::framesEncoded).sum();
    return file.path()
        + ": "
        + seconds(stats.elapsedUs())
        + (capture.video().isPresent()
            ? ", " + frames + " frames, " + dropped(stats) + " dropped"
            : "")
        + ", "
        + stats.sizeBytes()
        + " bytes";
  }

  /** Pictures that were lost since the recording began, by the device or the encoder. */
  private long dropped(RecorderStats stats) {
    return droppedByDevice()
        - droppedBefore
        + video(stats).mapToLong(RecorderStats.Video::framesDropped).sum();
  }

  private long droppedByDevice() {
    return capture.video().stream()
        .map(MediaStreamTrack::stats)
        .mapToLong(it -> it instanceof MediaStreamTrackVideoStats v ? v.droppedFrames() : 0)
        .sum();
  }

  private static Stream<RecorderStats.Video> video(RecorderStats stats) {
    return stats.tracks().stream()
        .filter(RecorderStats.Video.class::isInstance)
        .map(RecorderStats.Video.class::cast);
  }

  private static String labels(List<MediaStreamTrack> tracks) {
    return tracks.stream()
        .map(MediaStreamTrack::label)
        .distinct()
        .collect(Collectors.joining(" and "));
  }

  private static String seconds(long us) {
    return String.format(Locale.ROOT, "%.3f s", us / 1e6);
  }
}
