package dev.usermedia.codecs.internal.file;

import dev.usermedia.codecs.internal.ffmpeg.FFmpegException;
import dev.usermedia.codecs.internal.ffmpeg.NativeFrame;
import java.util.Objects;
import org.bytedeco.ffmpeg.avcodec.AVCodec;
import org.bytedeco.ffmpeg.avcodec.AVCodecContext;
import org.bytedeco.ffmpeg.avcodec.AVCodecParameters;
import org.bytedeco.ffmpeg.avformat.AVStream;
import org.bytedeco.ffmpeg.avutil.AVDictionary;
import org.bytedeco.ffmpeg.global.avcodec;
import org.bytedeco.ffmpeg.global.avutil;
import org.jspecify.annotations.Nullable;

/**
 * FFmpeg's decoder for one stream, opened on demand: it may have threads of its own. Used by one
 * thread at a time.
 */
final class StreamDecoder implements AutoCloseable {
  /** From here on one core may be too slow; below, more threads cost more than they save. */
  private static final double MAX_PIXELS_PER_SECOND_OF_ONE_CORE = 1280 * 720 * 60.0;

  private static final int AUTOMATIC = 0;

  /** What came of asking for a frame. */
  enum Result {
    FRAME,
    NEEDS_PACKET,
    END
  }

  private final AVCodecParameters parameters = avcodec.avcodec_parameters_alloc();
  private final TimeBase timeBase;
  private final int threads;
  private @Nullable AVCodecContext opened;

  /** The decoder of a stream, which may go away. */
  StreamDecoder(AVStream stream, double frameRate) throws FFmpegException {
    FFmpegException.check(
        avcodec.avcodec_parameters_copy(parameters, stream.codecpar()), "avcodec_parameters_copy");
    timeBase = TimeBase.of(stream.time_base());
    double pixelsPerSecond = (double) parameters.width() * parameters.height() * frameRate;
    threads = pixelsPerSecond > MAX_PIXELS_PER_SECOND_OF_ONE_CORE ? AUTOMATIC : 1;
  }

  /** Opens the decoder that FFmpeg prefers, unless it is open. */
  void open() throws FFmpegException {
    if (opened != null) {
      return;
    }
    AVCodec codec = avcodec.avcodec_find_decoder(parameters.codec_id());
    if (codec == null) {
      throw new FFmpegException("avcodec_find_decoder", "no decoder for " + name(parameters));
    }
    AVCodecContext context = avcodec.avcodec_alloc_context3(codec);
    if (context == null) {
      throw new OutOfMemoryError("avcodec_alloc_context3");
    }
    try {
      FFmpegException.check(
          avcodec.avcodec_parameters_to_context(context, parameters),
          "avcodec_parameters_to_context");
      context.pkt_timebase().num(timeBase.numerator());
      context.pkt_timebase().den(timeBase.denominator());
      context.thread_count(threads);
      FFmpegException.check(
          avcodec.avcodec_open2(context, codec, (AVDictionary) null), "avcodec_open2");
    } catch (FFmpegException e) {
      avcodec.avcodec_free_context(context);
      throw e;
    }
    opened = context;
  }

  private AVCodecContext context() {
    return Objects.requireNonNull(opened, "the decoder is not open");
  }

  /** The name of a stream's codec, such as {@code "h264"}. */
  static String name(AVCodecParameters parameters) {
    return avcodec.avcodec_get_name(parameters.codec_id()).getString();
  }

  /**
   * Hands the decoder what it needs.
   *
   * @param packet the next, or null at the end: the decoder then gives what it still has
   * @throws FFmpegException if it can make nothing of the packet; it is ready for the next
   */
  void send(@Nullable MediaPacket packet) throws FFmpegException {
    FFmpegException.check(
        avcodec.avcodec_send_packet(context(), packet == null ? null : packet.struct()),
        "avcodec_send_packet");
  }

  /**
   * Asks for the next picture or piece of sound.
   *
   * @throws FFmpegException if what was sent is damaged; the decoder is ready for more
   */
  Result receive(NativeFrame frame) throws FFmpegException {
    int result = avcodec.avcodec_receive_frame(context(), frame.struct());
    if (result == avutil.AVERROR_EAGAIN()) {
      return Result.NEEDS_PACKET;
    }
    if (result == avutil.AVERROR_EOF) {
      return Result.END;
    }
    FFmpegException.check(result, "avcodec_receive_frame");
    return Result.FRAME;
  }

  /** Forgets what was sent, to go on elsewhere or after the end. */
  void flush() {
    avcodec.avcodec_flush_buffers(context());
  }

  @Override
  public void close() {
    if (opened != null) {
      avcodec.avcodec_free_context(opened);
      opened = null;
    }
    if (!parameters.isNull()) {
      avcodec.avcodec_parameters_free(parameters); // and sets it to null
    }
  }
}
