package dev.usermedia.app.internal.capture;

import dev.usermedia.MediaContext;
import dev.usermedia.MediaStreamTrack;
import dev.usermedia.app.internal.options.SourceRequest;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** Open devices. Closing it lets them go. */
public final class Capture implements AutoCloseable {
  private final MediaContext context;
  private final Opened opened;

  /** The tracks, with whether they play a file, which ends. */
  record Opened(
      Optional<MediaStreamTrack> video,
      boolean videoIsFile,
      Optional<MediaStreamTrack> audio,
      boolean audioIsFile) {}

  private Capture(MediaContext context, Opened opened) {
    this.context = context;
    this.opened = opened;
  }

  /**
   * Opens what is asked for.
   *
   * @param notes told what else a person should know
   * @throws RuntimeException as {@link dev.usermedia.app.internal.cli.Failure} has words for; then
   *     nothing is open
   */
  public static Capture open(SourceRequest request, Consumer<String> notes) {
    ChosenSurface surface = new ChosenSurface();
    MediaContext context = Contexts.forCapture(request, surface);
    try {
      return new Capture(context, new Opener(context, surface, notes).open(request));
    } catch (Throwable failure) {
      context.close();
      throw failure;
    }
  }

  public MediaContext context() {
    return context;
  }

  public Optional<MediaStreamTrack> video() {
    return opened.video();
  }

  public Optional<MediaStreamTrack> audio() {
    return opened.audio();
  }

  /** All tracks. */
  public List<MediaStreamTrack> tracks() {
    return Stream.concat(video().stream(), audio().stream()).toList();
  }

  /** Whether the track plays a file or URL. */
  public boolean isFile(MediaStreamTrack track) {
    return track.kind().equals("video") ? opened.videoIsFile() : opened.audioIsFile();
  }

  @Override
  public void close() {
    context.close();
  }
}
