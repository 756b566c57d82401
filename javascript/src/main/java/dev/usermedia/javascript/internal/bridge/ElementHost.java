package dev.usermedia.javascript.internal.bridge;

import dev.usermedia.DOMException;
import dev.usermedia.Delivery;
import dev.usermedia.Registration;
import dev.usermedia.javascript.internal.picture.ShownTrack;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import org.graalvm.polyglot.HostAccess.Export;
import org.graalvm.polyglot.Value;

/** What media elements need of the room behind. Used on the script's thread only. */
public final class ElementHost {
  private final Executor loop;
  private final Trees trees;
  private final Held.All held;

  ElementHost(Executor loop, Trees trees, Held.All held) {
    this.loop = loop;
    this.trees = trees;
    this.held = held;
  }

  /**
   * Shows a video track once told to follow it.
   *
   * @param changed called in a task of its own after a picture of another size, or one that was
   *     wanted
   */
  @Export
  public VideoHost video(TrackHost track, Value changed) {
    AtomicBoolean queued = new AtomicBoolean();
    Runnable announce =
        () -> {
          if (queued.compareAndSet(false, true)) {
            loop.execute(
                () -> {
                  queued.set(false);
                  changed.executeVoid();
                });
          }
        };
    return held.add(new VideoHost(new ShownTrack(track.track(), announce), trees));
  }

  /** Calls back in a task once an audio track delivers; the result takes that back. */
  @Export
  public SoundHost firstSound(TrackHost track, Value heard) {
    AtomicBoolean told = new AtomicBoolean();
    Registration sink;
    try {
      sink =
          track
              .track()
              .addAudioSink(
                  Delivery.direct(),
                  _ -> {
                    if (told.compareAndSet(false, true)) {
                      loop.execute(heard::executeVoid);
                    }
                  });
    } catch (DOMException _) {
      sink = () -> {}; // it has ended and is silent for ever
    }
    return new SoundHost(sink);
  }

  /** Listens to a track. */
  public static final class SoundHost {
    private final Registration sink;

    SoundHost(Registration sink) {
      this.sink = sink;
    }

    @Export
    public void close() {
      sink.close();
    }
  }
}
