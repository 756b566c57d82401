package dev.usermedia.app.internal.photo;

import dev.usermedia.Delivery;
import dev.usermedia.MediaStreamTrack;
import dev.usermedia.MediaStreamTrackState;
import dev.usermedia.Registration;
import dev.usermedia.app.internal.cli.CommandException;
import dev.usermedia.app.internal.cli.ExitCode;
import dev.usermedia.frame.VideoFrame;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Waits for a picture. */
final class FirstFrame {
  private static final int TIMEOUT_SECONDS = 10;

  private FirstFrame() {}

  /**
   * The first picture that the track delivers from now on; the caller closes it.
   *
   * @throws CommandException {@code NotReadableError} if the track ends before, or delivers nothing
   */
  static VideoFrame of(MediaStreamTrack track) {
    CompletableFuture<VideoFrame> first = new CompletableFuture<>();
    try (Registration _ = track.onended(event -> fail(first, track, "has ended"));
        Registration _ = track.addVideoSink(Delivery.direct(), frame -> keep(first, frame))) {
      if (track.readyState() == MediaStreamTrackState.ENDED) {
        fail(first, track, "has ended");
      }
      return first.get(TIMEOUT_SECONDS, TimeUnit.SECONDS);
    } catch (TimeoutException e) {
      fail(first, track, "delivered nothing for " + TIMEOUT_SECONDS + " s");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      fail(first, track, "was not waited for");
    } catch (ExecutionException e) {
      throw (CommandException) e.getCause();
    }
    // A picture may have come at the last moment, before the sink was taken away.
    return switch (first.state()) {
      case SUCCESS -> first.resultNow();
      default -> throw (CommandException) first.exceptionNow();
    };
  }

  private static void keep(CompletableFuture<VideoFrame> first, VideoFrame frame) {
    if (!first.isDone()) {
      VideoFrame kept = frame.clone();
      if (!first.complete(kept)) {
        kept.close();
      }
    }
  }

  private static void fail(
      CompletableFuture<VideoFrame> first, MediaStreamTrack track, String what) {
    first.completeExceptionally(
        new CommandException(
            ExitCode.NOT_READABLE,
            "NotReadableError",
            track.label() + " " + what + "; see whether it is plugged in and not in use"));
  }
}
