package dev.usermedia.legacy;

import dev.usermedia.DOMException;
import dev.usermedia.MediaContext;
import dev.usermedia.MediaStream;
import dev.usermedia.constraints.MediaStreamConstraints;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import java.util.function.Consumer;

/**
 * {@code getUserMedia} with callbacks, as {@code navigator} had it. Safe for use from any thread;
 * callbacks are called on the context's event loop, in a task of their own, unless the context was
 * closed before.
 *
 * @see <a href="https://www.w3.org/TR/2013/WD-mediacapture-streams-20130903/#navigatorusermedia">
 *     Media Capture and Streams of September 2013, NavigatorUserMedia</a>
 * @deprecated {@link dev.usermedia.MediaDevices#getUserMediaAsync} answers a future
 */
@Deprecated
public final class NavigatorUserMedia {
  private final MediaContext context;

  /** The navigator of a context. */
  public NavigatorUserMedia(MediaContext context) {
    this.context = context;
  }

  /** Opens what is asked for and tells one of the two; never throws. */
  public void getUserMedia(
      MediaStreamConstraints constraints,
      NavigatorUserMediaSuccessCallback successCallback,
      NavigatorUserMediaErrorCallback errorCallback) {
    open(constraints, successCallback::handle, errorCallback);
  }

  /**
   * Opens sources for tracks that are new and tells one of the two. The tracks become live and are
   * told so before the callback is called; on failure they stay new.
   *
   * @throws DOMException {@code InvalidStateError} if a track is not new; {@code NotSupportedError}
   *     if there is none
   */
  public void getUserMedia(
      Optional<AudioStreamTrack> audio,
      Optional<VideoStreamTrack> video,
      NavigatorUserMediaSuccessCallback successCallback,
      NavigatorUserMediaErrorCallback errorCallback) {
    if (audio.isEmpty() && video.isEmpty()) {
      throw new DOMException("getUserMedia needs a track", "NotSupportedError");
    }
    open(
        constraints(audio, video),
        stream -> {
          audio.ifPresent(track -> track.bind(context, stream.getAudioTracks().getFirst()));
          video.ifPresent(track -> track.bind(context, stream.getVideoTracks().getFirst()));
          context.eventLoop().execute(() -> successCallback.handle(stream));
        },
        error -> {
          audio.ifPresent(StreamTrack::cancelBinding);
          video.ifPresent(StreamTrack::cancelBinding);
          errorCallback.handle(error);
        });
  }

  /** Those of both tracks, which nobody else opens from here on. */
  private static MediaStreamConstraints constraints(
      Optional<AudioStreamTrack> audio, Optional<VideoStreamTrack> video) {
    MediaStreamConstraints.Builder constraints = MediaStreamConstraints.builder();
    audio.ifPresent(track -> constraints.audio(track.beginBinding()));
    try {
      video.ifPresent(track -> constraints.video(track.beginBinding()));
    } catch (DOMException e) {
      audio.ifPresent(StreamTrack::cancelBinding);
      throw e;
    }
    return constraints.build();
  }

  private void open(
      MediaStreamConstraints constraints,
      Consumer<MediaStream> opened,
      NavigatorUserMediaErrorCallback failed) {
    var _ =
        context
            .mediaDevices()
            .getUserMediaAsync(constraints)
            .whenComplete(
                (stream, failure) ->
                    context
                        .eventLoop()
                        .execute(
                            () -> {
                              if (failure == null) {
                                opened.accept(stream);
                              } else {
                                failed.handle(NavigatorUserMediaError.of(root(failure)));
                              }
                            }));
  }

  private static Throwable root(Throwable failure) {
    return failure instanceof CompletionException && failure.getCause() != null
        ? failure.getCause()
        : failure;
  }
}
