package dev.usermedia.codecs.internal.file;

import dev.usermedia.codecs.internal.ffmpeg.FFmpegException;
import dev.usermedia.codecs.internal.ffmpeg.NativeFrame;
import dev.usermedia.spi.SourceException;
import org.bytedeco.ffmpeg.avformat.AVStream;
import org.bytedeco.ffmpeg.global.avutil;
import org.jspecify.annotations.Nullable;

/**
 * One stream from its packets to what is ready for its source. Used by the decode thread, but for
 * {@link #ready}.
 */
abstract sealed class Lane implements AutoCloseable permits PictureLane, SoundLane {
  /** What is decoded, for the capture thread. */
  final ReadyQueue ready;

  /** What the decoder gave last; empty in between. */
  final NativeFrame decoded = new NativeFrame();

  private final FileAddress address;
  private final TimeBase timeBase;
  private final StreamDecoder decoder;
  private final PacketQueue packets;

  private int reader;
  private boolean joining;
  private boolean hungry;
  private long originNs;
  private long limitNs = Reel.NO_LIMIT;
  private long damageUnits = 1;
  private boolean lastPass;
  private boolean over;
  private boolean damageTold;
  private boolean passHadFrames;
  private @Nullable FFmpegException lastDamage;

  Lane(
      FileAddress address,
      AVStream stream,
      StreamDecoder decoder,
      PacketQueue packets,
      ReadyQueue ready) {
    this.address = address;
    this.timeBase = TimeBase.of(stream.time_base());
    this.decoder = decoder;
    this.packets = packets;
    this.ready = ready;
  }

  /**
   * Whether a step would lead anywhere.
   *
   * @param mayRead whether another packet could be read if there is none
   */
  final boolean hasWork(boolean mayRead) {
    if (!ready.isWanted() || !ready.hasRoom()) {
      return false;
    }
    if (ready.reader() != reader) {
      return true;
    }
    return !over && (!hungry || !packets.isEmpty() || mayRead);
  }

  /**
   * Does a little: at most one thing becomes ready. To be called when there is room for it.
   *
   * @param presentNs the present on the time line; somebody who joins is served from there
   * @return false if a packet must be read first
   */
  final boolean step(long presentNs) {
    if (ready.reader() != reader) {
      join(presentNs);
    }
    if (goOn()) {
      return true;
    }
    try {
      switch (decoder.receive(decoded)) {
        case FRAME -> {
          passHadFrames = true;
          place(presentNs);
        }
        case END -> endPass();
        case NEEDS_PACKET -> {
          return feed();
        }
      }
    } catch (FFmpegException e) {
      damaged(e);
    } finally {
      decoded.unref();
    }
    return true;
  }

  /** Makes the stream ready to be decoded, before a source wants it. */
  final void open() throws FFmpegException {
    decoder.open();
  }

  private void join(long presentNs) {
    reader = ready.reader();
    joining = presentNs > Timeline.NOT_BEGUN;
    over = false;
    hungry = false;
    passHadFrames = joining; // or this pass may be over before it has one
    decoder.flush();
    packets.forget(presentNs);
    packets.rewind();
    reset();
  }

  private boolean feed() throws FFmpegException {
    MediaPacket packet = packets.take();
    hungry = packet == null;
    if (packet == null) {
      return false;
    }
    if (packet.endOfPass) {
      lastPass = packet.last;
      decoder.send(null);
    } else {
      originNs = packet.originNs;
      limitNs = packet.limitNs;
      damageUnits = unitsIn(packet.endNs - packet.startNs);
      decoder.send(packet);
    }
    return true;
  }

  private void endPass() {
    decoder.flush();
    if (!passHadFrames) {
      String why = lastDamage == null ? "it has none" : lastDamage.getMessage();
      end(
          SourceException.Kind.FAILED,
          "avcodec_receive_frame",
          "nothing of its " + what() + " could be decoded: " + why);
    } else if (lastPass) {
      endOfInput();
    } else {
      passHadFrames = false;
      seam();
    }
  }

  /** The input has no more. */
  final void endOfInput() {
    finish();
    end(
        SourceException.Kind.NOT_FOUND,
        "av_read_frame",
        "its " + what() + " has ended; with #loop at the end of the address it is repeated");
  }

  private void end(SourceException.Kind kind, String operation, String message) {
    String input = address.display();
    end(Failure.of(kind, operation, input, input + ": " + message));
  }

  /** Nothing more will come. */
  final void end(SourceException why) {
    over = true;
    ready.end(endNs(), why, reader);
  }

  /** Something could not be decoded; the decoder goes on behind it. */
  private void damaged(FFmpegException cause) {
    if (joining) {
      return; // it lacks what came before
    }
    lastDamage = cause;
    System.getLogger(Lane.class.getName())
        .log(
            damageTold ? System.Logger.Level.DEBUG : System.Logger.Level.WARNING,
            "{0}: damaged {1}: {2}",
            address.display(),
            what(),
            cause.getMessage());
    damageTold = true;
    lose(damageUnits);
    seam();
  }

  /** Counts what cannot be delivered. */
  final void lose(long units) {
    ready.lose(units, reader);
  }

  final void put(Slot slot) {
    ready.put(slot, reader);
  }

  /** The time of what was decoded, on the time line; as good as the input knows it. */
  final long startNs() {
    long pts = decoded.bestEffortTimestamp();
    return pts == avutil.AV_NOPTS_VALUE ? endNs() : timeBase.toNanos(pts) + originNs;
  }

  /** Where the stream says that it ends, on the time line. */
  final long limitNs() {
    return limitNs;
  }

  final long durationNs() {
    return timeBase.toNanos(decoded.duration());
  }

  /**
   * Whether what was decoded lies before the present at which a source joins. Answers no from the
   * first that does not.
   */
  final boolean isBeforeJoining(long endNs, long presentNs) {
    joining = joining && endNs <= presentNs;
    return joining;
  }

  /** A word for the stream. */
  abstract String what();

  /** Pictures, or samples, in so long a packet. */
  abstract long unitsIn(long durationNs);

  /** The end of what is ready, on the time line. */
  abstract long endNs();

  /** Puts some of what is left of what was decoded; false if nothing is left. */
  abstract boolean goOn();

  /** Makes something of what was decoded. */
  abstract void place(long presentNs) throws FFmpegException;

  /** Another source takes over: forgets what is under way. */
  abstract void reset();

  /** What follows may not join on to what was before. */
  abstract void seam();

  /** The last was decoded. */
  abstract void finish();

  @Override
  public void close() {
    ready.close();
    decoder.close();
    decoded.close();
  }
}
