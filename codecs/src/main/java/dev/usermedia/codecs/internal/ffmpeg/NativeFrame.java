package dev.usermedia.codecs.internal.ffmpeg;

import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.foreign.MemorySegment;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.ffmpeg.global.avutil;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.IntPointer;
import org.bytedeco.javacpp.Loader;
import org.bytedeco.javacpp.PointerPointer;

/**
 * One AVFrame, kept and reused; its hot fields are read and written as memory, which makes no
 * objects and costs a nanosecond. Used by one thread at a time.
 */
public final class NativeFrame implements AutoCloseable {
  private static final long DATA = offset("data");
  private static final long LINE_SIZE = offset("linesize");
  private static final long EXTENDED_DATA = offset("extended_data");
  private static final long WIDTH = offset("width");
  private static final long HEIGHT = offset("height");
  private static final long SAMPLE_COUNT = offset("nb_samples");
  private static final long FORMAT = offset("format");
  private static final long PTS = offset("pts");
  private static final long BEST_EFFORT_TIMESTAMP = offset("best_effort_timestamp");
  private static final long DURATION = offset("duration");
  private static final long FLAGS = offset("flags");
  private static final long PICTURE_TYPE = offset("pict_type");
  private static final long QUALITY = offset("quality");
  private static final long BUFFER = offset("buf");
  private static final long COLOR_RANGE = offset("color_range");
  private static final long COLOR_PRIMARIES = offset("color_primaries");
  private static final long COLOR_TRANSFER = offset("color_trc");
  private static final long COLOR_MATRIX = offset("colorspace");

  private final AVFrame frame;
  private final MemorySegment struct;
  private final PointerPointer<BytePointer> planes;
  private final IntPointer lineSizes;
  private boolean closed;

  /** An empty frame. */
  public NativeFrame() {
    frame = avutil.av_frame_alloc();
    if (frame == null) {
      throw new OutOfMemoryError("av_frame_alloc");
    }
    struct = MemorySegment.ofAddress(frame.address()).reinterpret(Loader.sizeof(AVFrame.class));
    planes = new PointerPointer<>(new NativeAddress(frame.address() + DATA));
    lineSizes = new IntPointer(new NativeAddress(frame.address() + LINE_SIZE));
  }

  private static long offset(String field) {
    return Loader.offsetof(AVFrame.class, field);
  }

  /** The struct, for calls into FFmpeg; always the same object. */
  public AVFrame struct() {
    return frame;
  }

  /** The addresses of the planes as they are at any time; always the same object. */
  public PointerPointer<BytePointer> planes() {
    return planes;
  }

  /** The line sizes as they are at any time; always the same object. */
  public IntPointer lineSizes() {
    return lineSizes;
  }

  /** Where a plane begins, or 0. */
  public long data(int plane) {
    return struct.get(JAVA_LONG, DATA + 8L * plane);
  }

  /** Points a plane (of at most 8) somewhere; rows follow each other at the given distance. */
  public void data(int plane, long address, int lineSizeBytes) {
    struct.set(JAVA_LONG, DATA + 8L * plane, address);
    struct.set(JAVA_INT, LINE_SIZE + 4L * plane, lineSizeBytes);
  }

  /**
   * Bytes from one row of the plane to the next; negative for pictures that stand on their head.
   */
  public int lineSizeBytes(int plane) {
    return struct.get(JAVA_INT, LINE_SIZE + 4L * plane);
  }

  /** Where a channel's samples begin; for any number of channels. */
  public long channel(int channel) {
    return MemorySegment.ofAddress(struct.get(JAVA_LONG, EXTENDED_DATA) + 8L * channel)
        .reinterpret(8)
        .get(JAVA_LONG, 0);
  }

  public int width() {
    return struct.get(JAVA_INT, WIDTH);
  }

  public int height() {
    return struct.get(JAVA_INT, HEIGHT);
  }

  public void size(int width, int height) {
    struct.set(JAVA_INT, WIDTH, width);
    struct.set(JAVA_INT, HEIGHT, height);
  }

  /** An {@code AV_PIX_FMT} or {@code AV_SAMPLE_FMT}. */
  public int format() {
    return struct.get(JAVA_INT, FORMAT);
  }

  public void format(int format) {
    struct.set(JAVA_INT, FORMAT, format);
  }

  /** Samples of each channel. */
  public int sampleCount() {
    return struct.get(JAVA_INT, SAMPLE_COUNT);
  }

  public void sampleCount(int samples) {
    struct.set(JAVA_INT, SAMPLE_COUNT, samples);
  }

  /** Presentation time in the unit of whoever made the frame. */
  public long pts() {
    return struct.get(JAVA_LONG, PTS);
  }

  public void pts(long pts) {
    struct.set(JAVA_LONG, PTS, pts);
  }

  /** The decoder's guess at the presentation time, where packets had none or wrong ones. */
  public long bestEffortTimestamp() {
    return struct.get(JAVA_LONG, BEST_EFFORT_TIMESTAMP);
  }

  /** Duration in the unit of {@link #pts}; 0 if not known. */
  public long duration() {
    return struct.get(JAVA_LONG, DURATION);
  }

  public void duration(long duration) {
    struct.set(JAVA_LONG, DURATION, duration);
  }

  /** The {@code AV_FRAME_FLAG}s. */
  public int flags() {
    return struct.get(JAVA_INT, FLAGS);
  }

  /** What an encoder is to make of the picture: an {@code AV_PICTURE_TYPE}. */
  public void pictureType(int type) {
    struct.set(JAVA_INT, PICTURE_TYPE, type);
  }

  /** The quantizer that an encoder is to use, times {@code FF_QP2LAMBDA}. */
  public void quality(int lambda) {
    struct.set(JAVA_INT, QUALITY, lambda);
  }

  /** The address of the AVBufferRef in the first slot. */
  long buffer() {
    return struct.get(JAVA_LONG, BUFFER);
  }

  /** The {@code AVCOL} numbers. */
  public ColorTags colors() {
    return new ColorTags(
        struct.get(JAVA_INT, COLOR_PRIMARIES),
        struct.get(JAVA_INT, COLOR_TRANSFER),
        struct.get(JAVA_INT, COLOR_MATRIX),
        struct.get(JAVA_INT, COLOR_RANGE));
  }

  /** Whether these are the frame's {@link #colors}; makes no object. */
  public boolean hasColors(ColorTags tags) {
    return struct.get(JAVA_INT, COLOR_PRIMARIES) == tags.primaries()
        && struct.get(JAVA_INT, COLOR_TRANSFER) == tags.transfer()
        && struct.get(JAVA_INT, COLOR_MATRIX) == tags.matrix()
        && struct.get(JAVA_INT, COLOR_RANGE) == tags.range();
  }

  public void colors(ColorTags tags) {
    struct.set(JAVA_INT, COLOR_PRIMARIES, tags.primaries());
    struct.set(JAVA_INT, COLOR_TRANSFER, tags.transfer());
    struct.set(JAVA_INT, COLOR_MATRIX, tags.matrix());
    struct.set(JAVA_INT, COLOR_RANGE, tags.range());
  }

  /** Gives the frame memory of its own, for the format and size (or samples) that it has. */
  public void allocate() throws FFmpegException {
    FFmpegException.check(avutil.av_frame_get_buffer(frame, 0), "av_frame_get_buffer");
  }

  /** Lets the memory go and clears all fields. */
  public void unref() {
    avutil.av_frame_unref(frame);
  }

  @Override
  public void close() {
    if (!closed) {
      closed = true;
      avutil.av_frame_free(frame);
    }
  }
}
