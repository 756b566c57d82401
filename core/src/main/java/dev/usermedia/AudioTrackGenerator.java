package dev.usermedia;

import dev.usermedia.frame.AudioData;
import dev.usermedia.frame.AudioLayout;
import dev.usermedia.frame.AudioSampleFormat;
import dev.usermedia.streams.WritableStream;
import java.util.concurrent.CompletableFuture;

/**
 * A track of sound that the application makes: what {@link VideoTrackGenerator} is for pictures.
 * The Web has it inside of Web Audio's destinations only. What is written is delivered to the track
 * and its clones, at the rate and with the channels that their constraints say; without constraints
 * they get the very memory that was written. Closing the stream ends the tracks, with an event;
 * when the last track stops, the stream is closed.
 *
 * <p>Safe for use from any thread. Chunks are planar floats of −1…1, at least one sample long; they
 * are delivered one after the other, in the order in which they were written, on a thread of the
 * context. Each is to begin when the one before it ends; where it does not, sound is missing.
 */
public final class AudioTrackGenerator implements AutoCloseable {
  private final GeneratedFrames<AudioData> frames;
  private final WritableStream<AudioData> writable = new Planar();
  private final MediaStreamTrack track;

  /**
   * A generator whose tracks belong to a context.
   *
   * @param label what a person calls the source
   * @param expected what will be written, as the track's settings have it until something was; what
   *     is written may differ
   * @throws DOMException {@code InvalidStateError} if the context is closed
   */
  public AudioTrackGenerator(MediaContext context, String label, AudioLayout expected) {
    this(context, label, expected, false);
  }

  /**
   * The same, which may begin muted.
   *
   * @param muted whether it does
   * @throws DOMException {@code InvalidStateError} if the context is closed
   */
  public AudioTrackGenerator(
      MediaContext context, String label, AudioLayout expected, boolean muted) {
    GeneratedSoundSettings settings = new GeneratedSoundSettings(expected);
    this.frames =
        new GeneratedFrames<>(
            context,
            settings.device(),
            AudioData::clone,
            AudioData::close,
            feed ->
                data -> {
                  settings.delivered(data);
                  feed.deliver(data);
                });
    this.track =
        frames.track(
            context,
            MediaKind.AUDIO,
            label,
            settings.running(),
            settings,
            GeneratedSoundSettings.INITIAL,
            muted);
  }

  /** The stream that takes the sound. Always the same. */
  public WritableStream<AudioData> writable() {
    return writable;
  }

  /** The track. Always the same; more are made by {@link MediaStreamTrack#clone}. */
  public MediaStreamTrack track() {
    return track;
  }

  /** Whether what is written is dropped and the tracks are muted. */
  public boolean muted() {
    return frames.muted();
  }

  /** Mutes the tracks, or lets them go on; they are told on the event loop. */
  public void muted(boolean nowMuted) {
    frames.muted(nowMuted);
  }

  /** Closes {@link #writable}. */
  @Override
  public void close() {
    writable.close();
  }

  /** Lets in what the pipeline can mix and resample. */
  private final class Planar implements WritableStream<AudioData> {
    @Override
    public void write(AudioData data) {
      check(data);
      frames.write(data);
    }

    @Override
    public CompletableFuture<Void> writeAsync(AudioData data) {
      check(data);
      return frames.writeAsync(data);
    }

    @Override
    public CompletableFuture<Void> closed() {
      return frames.closed();
    }

    @Override
    public void close() {
      frames.close();
    }

    private static void check(AudioData data) {
      if (data.format() != AudioSampleFormat.F32_PLANAR) {
        data.close();
        throw new TypeError("sound of a track is f32-planar, not " + data.format().webName());
      }
    }
  }
}
