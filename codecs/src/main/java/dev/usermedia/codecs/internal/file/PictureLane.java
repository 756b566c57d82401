package dev.usermedia.codecs.internal.file;

import dev.usermedia.codecs.internal.ffmpeg.FFmpegException;
import dev.usermedia.codecs.internal.ffmpeg.PictureImport;
import dev.usermedia.spi.SourceKind;
import dev.usermedia.spi.VideoMode;
import java.util.List;
import java.util.stream.Stream;
import org.bytedeco.ffmpeg.avformat.AVStream;

/** The pictures of an input. Those that are as the mode says are handed out where they lie. */
final class PictureLane extends Lane {
  /** Decoded ahead. */
  private static final int AHEAD = 6;

  /** Pictures that may be ready and with consumers; what comes on top is lost. */
  private static final int MAX_PICTURES = 32;

  private final PictureImport lender;
  private final PictureConverter converter;
  private final long usualDurationNs;
  private long lastStartNs = Long.MIN_VALUE;
  private long endNs;

  private PictureLane(
      FileAddress address,
      AVStream stream,
      StreamDecoder decoder,
      PacketQueue packets,
      ReadyQueue ready,
      VideoMode mode,
      PictureImport lender,
      PictureConverter converter) {
    super(address, stream, decoder, packets, ready);
    this.lender = lender;
    this.converter = converter;
    this.usualDurationNs = Math.round(TimeBase.NANOS_PER_SECOND / mode.maxFrameRate());
  }

  static PictureLane open(
      FileAddress address, MediaInput input, PacketQueue packets, VideoMode mode, Object monitor)
      throws FFmpegException {
    AVStream stream = input.stream(SourceKind.CAMERA).orElseThrow();
    StreamDecoder decoder = new StreamDecoder(stream, mode.maxFrameRate());
    int rotation = StreamModes.rotation(stream);
    PictureImport lender = new PictureImport(rotation);
    List<PictureSlot> slots = Stream.generate(() -> new PictureSlot(lender)).limit(AHEAD).toList();
    return new PictureLane(
        address,
        stream,
        decoder,
        packets,
        new ReadyQueue(monitor, slots),
        mode,
        lender,
        new PictureConverter(mode, rotation, MAX_PICTURES));
  }

  @Override
  String what() {
    return "video";
  }

  @Override
  long unitsIn(long packetNs) {
    return 1;
  }

  @Override
  long endNs() {
    return endNs;
  }

  @Override
  boolean goOn() {
    return false; // a picture is placed at once
  }

  @Override
  void place(long presentNs) throws FFmpegException {
    long startNs = startNs();
    long durationNs = durationNs() > 0 ? durationNs() : usualDurationNs;
    endNs = Math.max(endNs, startNs + durationNs);
    if (isBeforeJoining(startNs + durationNs, presentNs)) {
      return;
    }
    if (Timeline.toMicros(startNs) <= Timeline.toMicros(lastStartNs)) {
      lose(1); // the time of another picture, or one that is over
      return;
    }
    lastStartNs = startNs;
    PictureSlot slot = (PictureSlot) ready.take();
    slot.startNs = startNs;
    slot.endNs = startNs + durationNs;
    try {
      fill(slot);
    } catch (FFmpegException e) {
      ready.giveBack(slot);
      throw e;
    }
    put(slot);
  }

  private void fill(PictureSlot slot) throws FFmpegException {
    PictureConverter.noteFullRange(decoded);
    if (!converter.isAsTheModeSays(decoded)) {
      converter.convert(decoded).ifPresentOrElse(slot::fill, slot::markMissing);
    } else if (lender.inUse() < MAX_PICTURES) {
      slot.lend(decoded);
    } else {
      slot.markMissing();
    }
  }

  @Override
  void reset() {
    lastStartNs = Long.MIN_VALUE;
  }

  @Override
  void seam() {}

  @Override
  void finish() {}

  @Override
  public void close() {
    super.close();
    lender.close();
    converter.close();
  }
}
