package dev.usermedia.codecs.internal.file;

import static java.lang.foreign.ValueLayout.JAVA_INT_UNALIGNED;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteOrder;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.global.avcodec;
import org.bytedeco.ffmpeg.global.avutil;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.SizeTPointer;

/** Compressed media of one stream and its place on the time line; kept and reused. */
final class MediaPacket implements AutoCloseable {
  private static final int SKIP_DATA_BYTES = 8;
  private static final ValueLayout.OfInt LITTLE_ENDIAN =
      JAVA_INT_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);

  private final AVPacket packet;

  /** When it begins and ends on the time line; what a decoder drops of it is left out. */
  long startNs;

  long endNs;

  /** Where a stream says that it ends, on the time line: the rest of that packet is padding. */
  long limitNs;

  /** To be added to the stream's times in nanoseconds for a place on the time line. */
  long originNs;

  int sizeBytes;
  boolean key;

  /** Instead of media: the end of a pass through the input. */
  boolean endOfPass;

  /** No pass follows. */
  boolean last;

  MediaPacket() {
    packet = avcodec.av_packet_alloc();
    if (packet == null) {
      throw new OutOfMemoryError("av_packet_alloc");
    }
  }

  /** The struct, for calls into FFmpeg. */
  AVPacket struct() {
    return packet;
  }

  /**
   * Notes about the media that was read what the time line needs.
   *
   * @param originNs to be added to the stream's times
   * @param fallbackStartNs when it begins if it does not say so
   * @param limitNs where the stream says that it ends, on the time line
   * @param usualNs how long the packet before was
   */
  void describe(
      TimeBase timeBase,
      int sampleRateHz,
      long originNs,
      long fallbackStartNs,
      long limitNs,
      long usualNs) {
    this.originNs = originNs;
    this.limitNs = limitNs;
    long pts = packet.pts() == avutil.AV_NOPTS_VALUE ? packet.dts() : packet.pts();
    startNs = pts == avutil.AV_NOPTS_VALUE ? fallbackStartNs : timeBase.toNanos(pts) + originNs;
    endNs = startNs + timeBase.toNanos(packet.duration());
    sizeBytes = packet.size();
    key = (packet.flags() & avcodec.AV_PKT_FLAG_KEY) != 0;
    endOfPass = false;
    if (sampleRateHz > 0 && packet.side_data_elems() > 0) {
      leaveOutPadding(sampleRateHz, usualNs);
    }
    if (startNs < limitNs && limitNs < endNs) {
      endNs = limitNs;
    }
    if ((packet.flags() & avcodec.AV_PKT_FLAG_DISCARD) != 0) {
      endNs = startNs;
    }
  }

  /**
   * What an encoder put before and after the sound to fill its blocks is not heard. Some formats
   * have taken it off the packet's duration as well.
   */
  private void leaveOutPadding(int sampleRateHz, long usualNs) {
    try (SizeTPointer size = new SizeTPointer(1)) {
      BytePointer data =
          avcodec.av_packet_get_side_data(packet, avcodec.AV_PKT_DATA_SKIP_SAMPLES, size);
      if (data != null && size.get() >= SKIP_DATA_BYTES) {
        MemorySegment skips = MemorySegment.ofAddress(data.address()).reinterpret(SKIP_DATA_BYTES);
        long before = Integer.toUnsignedLong(skips.get(LITTLE_ENDIAN, 0));
        long after = Integer.toUnsignedLong(skips.get(LITTLE_ENDIAN, 4));
        long wholeNs = Math.max(endNs - startNs, usualNs);
        endNs = Math.min(endNs, startNs + wholeNs - TimeBase.ofSamples(after, sampleRateHz));
        startNs = Math.min(endNs, startNs + TimeBase.ofSamples(before, sampleRateHz));
      }
    }
  }

  /** Makes it the mark at the end of a pass. */
  void describeEndOfPass(long atNs, boolean last) {
    startNs = atNs;
    endNs = atNs;
    sizeBytes = 0;
    key = false;
    endOfPass = true;
    this.last = last;
  }

  void unref() {
    avcodec.av_packet_unref(packet);
  }

  @Override
  public void close() {
    avcodec.av_packet_free(packet);
  }
}
