package dev.usermedia.codecs.internal.file;

import dev.usermedia.MediaClock;
import dev.usermedia.codecs.internal.ffmpeg.FFmpegException;
import dev.usermedia.spi.SourceDevice;
import dev.usermedia.spi.SourceException;
import dev.usermedia.spi.SourceKind;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * One input being played, for at most one camera and one microphone, which see the same time line:
 * the second to come joins at the present. The first opens the input, the last to go closes it.
 *
 * <p>Methods may be called from any thread. The monitor guards what is ready and who is here; it is
 * a leaf, and nothing that can wait is called while it is held.
 */
final class Playback {
  /**
   * How long a release waits for the decode thread; a call that FFmpeg cannot end goes on alone.
   */
  private static final Duration FAREWELL = Duration.ofMillis(200);

  private final FileAddress address;
  private final List<SourceDevice> devices;
  private final MediaClock clock;
  private final Duration patience;
  private final Consumer<Playback> gone;
  private final Timeline timeline = new Timeline();

  /** Held while the input is opened, which may wait for a network. */
  private final Object opening = new Object();

  private final Object monitor = new Object();
  private final Set<SourceKind> claimed = EnumSet.noneOf(SourceKind.class);
  private @Nullable Decoding decoding; // set once, under both locks
  private @Nullable Thread thread;
  private boolean closed;

  /**
   * A playback that nobody sees yet.
   *
   * @param devices what the input is shown as
   * @param patience how long the network may be silent
   * @param gone told when nobody sees it any more
   */
  Playback(
      FileAddress address,
      List<SourceDevice> devices,
      MediaClock clock,
      Duration patience,
      Consumer<Playback> gone) {
    this.address = address;
    this.devices = devices;
    this.clock = clock;
    this.patience = patience;
    this.gone = gone;
  }

  FileAddress address() {
    return address;
  }

  MediaClock clock() {
    return clock;
  }

  Timeline timeline() {
    return timeline;
  }

  /**
   * Takes the stream for a source, which releases it when it is done.
   *
   * @return whether this playback can show the device: it is not over, and nobody else has it
   */
  boolean claim(SourceDevice device, MediaClock sourceClock) {
    synchronized (monitor) {
      return !closed
          && clock.equals(sourceClock)
          && devices.contains(device)
          && !isOver()
          && claimed.add(device.kind());
    }
  }

  private boolean isOver() {
    Decoding opened = decoding;
    return opened != null
        && claimed.stream().allMatch(kind -> opened.lane(kind).ready.cause() != null);
  }

  /**
   * Opens what was claimed.
   *
   * @return what is ready of its stream
   * @throws SourceException if the input cannot be opened; it is still to be released
   */
  ReadyQueue open(SourceKind kind) throws SourceException {
    synchronized (opening) {
      Decoding opened = decoding;
      if (opened == null) {
        opened = new Decoding(address, devices, clock, timeline, patience, monitor);
        synchronized (monitor) {
          decoding = opened;
        }
      }
      Lane lane = opened.lane(kind);
      try {
        lane.open();
      } catch (FFmpegException e) {
        throw Failure.of(address, e);
      }
      return lane.ready;
    }
  }

  /** Has what was opened of the sound cut into chunks so long. */
  void cutSound(double chunkSeconds) {
    synchronized (monitor) {
      if (Objects.requireNonNull(decoding).lane(SourceKind.MICROPHONE) instanceof SoundLane lane) {
        lane.cut(chunkSeconds);
      }
    }
  }

  /** Begins to decode what was opened. */
  void start(SourceKind kind) {
    synchronized (monitor) {
      Decoding opened = Objects.requireNonNull(decoding);
      opened.lane(kind).ready.want();
      if (thread == null) {
        thread =
            Thread.ofPlatform()
                .name("usermedia file-decode " + address.label())
                .daemon()
                .start(opened);
      }
    }
  }

  /** A source is done; nothing of its stream is in use any more. */
  void release(SourceKind kind) {
    Thread decoder;
    Decoding opened;
    synchronized (monitor) {
      claimed.remove(kind);
      if (!claimed.isEmpty() || closed) {
        return;
      }
      closed = true;
      decoder = thread;
      opened = decoding;
    }
    gone.accept(this);
    if (opened == null) {
      return;
    }
    opened.stop();
    if (decoder == null) {
      opened.close();
    } else {
      bidFarewell(decoder);
    }
  }

  private void bidFarewell(Thread decoder) {
    boolean interrupted = false;
    long deadline = System.nanoTime() + FAREWELL.toNanos();
    for (long left = FAREWELL.toNanos(); left > 0; left = deadline - System.nanoTime()) {
      try {
        if (decoder.join(Duration.ofNanos(left))) {
          break;
        }
      } catch (InterruptedException e) {
        interrupted = true;
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
