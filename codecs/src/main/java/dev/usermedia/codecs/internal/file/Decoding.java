package dev.usermedia.codecs.internal.file;

import dev.usermedia.MediaClock;
import dev.usermedia.codecs.internal.ffmpeg.FFmpegException;
import dev.usermedia.spi.AudioMode;
import dev.usermedia.spi.SourceDevice;
import dev.usermedia.spi.SourceException;
import dev.usermedia.spi.SourceKind;
import dev.usermedia.spi.VideoMode;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The work of a playback's decode thread: reads an open input and decodes each stream that a source
 * wants, a little ahead. Sound goes first, as it is cheap and its gaps are heard.
 *
 * <p>Everything here is used by the decode thread only, but for what the monitor guards.
 */
final class Decoding implements Runnable {
  /** Read for one stream while looking for packets of the other; more is not interleaved at all. */
  private static final long MAX_WAITING_BYTES = 32L << 20;

  /** What a decoder of sound needs before its output is whole; a picture needs its key only. */
  private static final long SOUND_PREROLL_NS = 200_000_000;

  private final FileAddress address;
  private final MediaClock clock;
  private final Timeline timeline;
  private final Object monitor;
  private final InputInterrupt interrupt;
  private final Reel reel;
  private final PacketPool pool = new PacketPool();
  private final Map<SourceKind, PacketQueue> packets = new EnumMap<>(SourceKind.class);
  private final Map<SourceKind, Lane> lanes = new EnumMap<>(SourceKind.class);
  private boolean readToTheEnd;
  private @Nullable SourceException failure;
  private boolean stopped; // guarded by monitor

  /**
   * Opens the input.
   *
   * @param devices what it is to be shown as: the streams to decode
   * @param patience how long the network may be silent
   * @param monitor of what is ready
   */
  Decoding(
      FileAddress address,
      List<SourceDevice> devices,
      MediaClock clock,
      Timeline timeline,
      Duration patience,
      Object monitor)
      throws SourceException {
    this.address = address;
    this.clock = clock;
    this.timeline = timeline;
    this.monitor = monitor;
    interrupt = new InputInterrupt(patience);
    try {
      reel = new Reel(address, interrupt);
    } catch (SourceException e) {
      interrupt.close();
      throw e;
    }
    try {
      for (SourceDevice device : devices) {
        PacketQueue queue = new PacketQueue(pool, device.kind().isVideo() ? 0 : SOUND_PREROLL_NS);
        packets.put(device.kind(), queue);
        lanes.put(device.kind(), openLane(device, queue));
      }
    } catch (FFmpegException e) {
      close();
      throw Failure.of(address, e);
    } catch (SourceException e) {
      close();
      throw e;
    }
  }

  private Lane openLane(SourceDevice device, PacketQueue queue)
      throws FFmpegException, SourceException {
    MediaInput input = reel.input();
    if (input.stream(device.kind()).isEmpty()) {
      throw changed();
    }
    return switch (device.modes().getFirst()) {
      case VideoMode mode -> PictureLane.open(address, input, queue, mode, monitor);
      case AudioMode mode -> SoundLane.open(address, input, queue, mode, monitor);
    };
  }

  private SourceException changed() {
    return Failure.of(
        SourceException.Kind.FAILED,
        "avformat_open_input",
        address.display(),
        address.display() + " is not what it was when it was added; add it again");
  }

  /** The stream for a kind of device; what it has ready may be used by other threads. */
  Lane lane(SourceKind kind) {
    return Objects.requireNonNull(lanes.get(kind));
  }

  /** Has the thread end, which frees everything. */
  void stop() {
    interrupt.interrupt();
    synchronized (monitor) {
      stopped = true;
      monitor.notifyAll();
    }
  }

  @Override
  public void run() {
    try {
      for (Lane lane = awaitWork(); lane != null; lane = awaitWork()) {
        work(lane);
      }
    } finally {
      close();
    }
  }

  private void work(Lane lane) {
    try {
      if (!lane.step(presentNs())) {
        readFor(lane);
      }
    } catch (SourceException e) {
      fail(e);
    } catch (FFmpegException e) {
      fail(Failure.of(address, e));
    } catch (RuntimeException | Error e) {
      System.getLogger(Decoding.class.getName())
          .log(System.Logger.Level.ERROR, "playing " + address.display(), e);
      SourceException.Kind kind = SourceException.Kind.FAILED;
      fail(Failure.of(kind, "decode", address.display(), address.display() + ": " + e));
    }
  }

  private void fail(SourceException e) {
    failure = e;
    lanes.values().forEach(lane -> lane.end(e));
  }

  /** The stream to work on next; null once the thread is to end. */
  private @Nullable Lane awaitWork() {
    synchronized (monitor) {
      while (!stopped) {
        boolean mayRead = mayRead();
        Lane sound = lanes.get(SourceKind.MICROPHONE);
        if (sound != null && sound.hasWork(mayRead)) {
          return sound;
        }
        Lane pictures = lanes.get(SourceKind.CAMERA);
        if (pictures != null && pictures.hasWork(mayRead)) {
          return pictures;
        }
        try {
          monitor.wait();
        } catch (InterruptedException e) {
          stopped = true; // nobody has this thread but its playback
        }
      }
      return null;
    }
  }

  /** Whether there is nothing that would pile up if more were read. */
  private boolean mayRead() {
    for (Map.Entry<SourceKind, Lane> entry : lanes.entrySet()) {
      ReadyQueue ready = entry.getValue().ready;
      PacketQueue queue = Objects.requireNonNull(packets.get(entry.getKey()));
      if (ready.isWanted() && queue.waitingBytes() > MAX_WAITING_BYTES) {
        // if its source is held up for long, it must not hold up the other
        ready.dropBefore(presentNs() - FileSource.MAX_LATE_NS);
        return readToTheEnd || failure != null;
      }
    }
    return true;
  }

  private long presentNs() {
    return timeline.toMediaNs(clock.nowUs());
  }

  private void readFor(Lane lane) throws FFmpegException, SourceException {
    if (failure != null) {
      throw failure;
    }
    if (readToTheEnd) {
      lane.endOfInput();
      return;
    }
    MediaPacket packet = pool.take();
    Optional<SourceKind> kind;
    try {
      kind = reel.read(packet);
    } catch (FFmpegException e) {
      pool.giveBack(packet);
      throw e;
    }
    if (kind.isEmpty()) {
      endPass(packet);
      return;
    }
    PacketQueue queue = packets.get(kind.get());
    if (queue == null) { // a stream that is no device, having no decoder
      pool.giveBack(packet);
    } else {
      queue.add(packet);
    }
    tidy();
  }

  private void endPass(MediaPacket mark) throws SourceException {
    for (PacketQueue queue : packets.values()) {
      MediaPacket copy = pool.take();
      copy.describeEndOfPass(mark.startNs, mark.last);
      queue.add(copy);
    }
    readToTheEnd = mark.last;
    pool.giveBack(mark);
    if (!readToTheEnd) {
      if (reel.isEmpty()) {
        throw Failure.of(
            SourceException.Kind.FAILED,
            "av_read_frame",
            address.display(),
            address.display() + ": there is nothing in it to repeat");
      }
      reel.beginAgain();
    }
  }

  /** Lets go the packets that lie behind the present. */
  private void tidy() {
    long presentNs = presentNs();
    for (Map.Entry<SourceKind, PacketQueue> entry : packets.entrySet()) {
      if (!lane(entry.getKey()).ready.isWanted()) {
        entry.getValue().passBy(presentNs);
      }
      entry.getValue().forget(presentNs);
    }
  }

  /** Frees everything; for the thread's end, or if it was never started. */
  void close() {
    lanes.values().forEach(Lane::close);
    packets.values().forEach(PacketQueue::close);
    pool.close();
    reel.close();
    interrupt.close();
  }
}
