package dev.usermedia.codecs.internal.file;

import dev.usermedia.codecs.internal.ffmpeg.FFmpegException;
import dev.usermedia.spi.SourceException;
import dev.usermedia.spi.SourceKind;
import java.util.Optional;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avformat.AVStream;
import org.bytedeco.ffmpeg.global.avutil;

/**
 * The packets of an input on one rising time line that begins at 0, pass after pass. A pass begins
 * where the longer of the streams ended in the one before. Each pass opens the input again: not
 * every format can go back to exactly where it began. Used by one thread at a time.
 */
final class Reel implements AutoCloseable {
  /** Leaps within a format that knows them, as the ffmpeg program tells them from pauses. */
  private static final long LEAP_NS = 10 * TimeBase.NANOS_PER_SECOND;

  static final long NO_LIMIT = Long.MAX_VALUE;

  private final FileAddress address;
  private final InputInterrupt interrupt;
  private MediaInput input;
  private final Track pictures;
  private final Track sound;

  /** Where 0 of the input's own time lies on the time line, in this pass. */
  private long originNs;

  /** To be added to the input's own times since they leapt in this pass. */
  private long leapsNs;

  private boolean empty = true;
  private long firstNs;
  private long endNs;

  /** Opens the input; this may wait for a network. */
  Reel(FileAddress address, InputInterrupt interrupt) throws SourceException {
    this.address = address;
    this.interrupt = interrupt;
    input = MediaInput.open(address, interrupt);
    originNs = -input.startNs();
    pictures = new Track(input, SourceKind.CAMERA);
    sound = new Track(input, SourceKind.MICROPHONE);
  }

  /** What there is to know of one of the streams while it is read. */
  private static final class Track {
    final TimeBase timeBase;
    final int sampleRateHz;
    final long usualDurationNs;
    final long startNs; // in the input's own time, as the next
    final long limitNs;
    long endNs; // on the time line
    long lastDurationNs;

    Track(MediaInput input, SourceKind kind) {
      Optional<AVStream> stream = input.stream(kind);
      timeBase = stream.map(s -> TimeBase.of(s.time_base())).orElse(new TimeBase(1, 1));
      sampleRateHz = stream.map(s -> s.codecpar().sample_rate()).orElse(0);
      usualDurationNs =
          kind.isVideo() && stream.isPresent()
              ? Math.round(TimeBase.NANOS_PER_SECOND / input.frameRate())
              : 0;
      startNs =
          stream
              .filter(s -> s.start_time() != avutil.AV_NOPTS_VALUE)
              .map(s -> timeBase.toNanos(s.start_time()))
              .orElse(Long.MIN_VALUE / 2);
      limitNs = kind.isVideo() ? NO_LIMIT : input.soundEndNs().orElse(NO_LIMIT);
    }
  }

  MediaInput input() {
    return input;
  }

  /**
   * Reads the next packet.
   *
   * @return the kind of device whose stream it belongs to; empty at the end of the pass
   */
  Optional<SourceKind> read(MediaPacket packet) throws FFmpegException {
    Optional<SourceKind> kind = input.read(packet.struct());
    if (kind.isEmpty()) {
      packet.describeEndOfPass(endNs, !address.loop());
      return kind;
    }
    Track track = kind.get().isVideo() ? pictures : sound;
    if (input.mayLeap()) {
      undoLeaps(packet.struct(), track);
    }
    long limitNs = track.limitNs == NO_LIMIT ? NO_LIMIT : track.limitNs + originNs;
    packet.describe(
        track.timeBase, track.sampleRateHz, originNs, track.endNs, limitNs, track.lastDurationNs);
    track.lastDurationNs = track.timeBase.toNanos(packet.struct().duration());
    if (packet.endNs == packet.startNs) {
      packet.endNs += track.usualDurationNs;
    }
    if (leapsNs == 0) { // what comes before a stream's start is for the decoder only
      packet.startNs = Math.max(packet.startNs, Math.min(packet.endNs, track.startNs + originNs));
    }
    track.endNs = packet.endNs;
    if (packet.endNs > packet.startNs) {
      firstNs = empty ? packet.startNs : Math.min(firstNs, packet.startNs);
      endNs = empty ? packet.endNs : Math.max(endNs, packet.endNs);
      empty = false;
    }
    return kind;
  }

  /** After a leap the time line goes on where it was. */
  private void undoLeaps(AVPacket packet, Track track) {
    long dts = packet.dts() == avutil.AV_NOPTS_VALUE ? packet.pts() : packet.dts();
    if (dts == avutil.AV_NOPTS_VALUE) {
      return;
    }
    long offNs = track.timeBase.toNanos(dts) + leapsNs + originNs - endNs;
    if (!empty && Math.abs(offNs) > LEAP_NS) {
      leapsNs -= offNs;
    }
    if (leapsNs != 0) { // the decoder is to see it too: it holds packets from before
      long ticks = track.timeBase.fromNanos(leapsNs);
      packet.dts(dts + ticks);
      if (packet.pts() != avutil.AV_NOPTS_VALUE) {
        packet.pts(packet.pts() + ticks);
      }
    }
  }

  /** Whether the pass has had anything so far. */
  boolean isEmpty() {
    return empty;
  }

  /**
   * Begins another pass, after the end of one.
   *
   * @throws SourceException if the input cannot be opened any more, or is another by now
   */
  void beginAgain() throws SourceException {
    input.close();
    MediaInput again = MediaInput.open(address, interrupt);
    input = again;
    for (SourceKind kind : new SourceKind[] {SourceKind.CAMERA, SourceKind.MICROPHONE}) {
      Track before = kind.isVideo() ? pictures : sound;
      Track now = new Track(again, kind);
      if (!now.timeBase.equals(before.timeBase) || now.sampleRateHz != before.sampleRateHz) {
        throw Failure.of(
            SourceException.Kind.FAILED,
            "avformat_open_input",
            address.display(),
            address.display() + " was replaced by another file while it was played");
      }
      before.endNs = endNs;
    }
    originNs += endNs - firstNs;
    leapsNs = 0;
    empty = true;
  }

  @Override
  public void close() {
    input.close();
  }
}
