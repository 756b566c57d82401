package dev.usermedia.codecs.internal.recorder;

import dev.usermedia.codecs.internal.ffmpeg.ColorTags;
import dev.usermedia.codecs.internal.ffmpeg.FFmpegException;
import dev.usermedia.codecs.internal.ffmpeg.NativeFrame;
import java.io.IOException;
import org.bytedeco.ffmpeg.avcodec.AVCodecContext;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avutil.AVDictionary;
import org.bytedeco.ffmpeg.global.avutil;

/** VP8 by libvpx, in real time: no look-ahead, so that each picture is a packet at once. */
final class Vp8Encoder extends Encoder {
  /**
   * Negative numbers fix the speed, so that the same pictures make the same file; positive ones
   * follow the load of the machine.
   */
  private static final int CPU_USED = -8;

  /** A viewer who seeks lands on a key picture. */
  private static final int KEY_INTERVAL_MS = 3_000;

  private final int width;
  private final int height;
  private final ColorTags colors;
  private final long bitsPerSecond;
  private final int threads;
  private long nextKeyMs;

  /**
   * An encoder of I420 pictures.
   *
   * @param threads how many to encode with; 0 for what the size needs
   */
  Vp8Encoder(
      WebmMuxer muxer,
      int track,
      int width,
      int height,
      ColorTags colors,
      long bitsPerSecond,
      int threads)
      throws FFmpegException {
    super("libvpx", muxer, track);
    this.width = width;
    this.height = height;
    this.colors = colors;
    this.bitsPerSecond = bitsPerSecond;
    this.threads = threads == 0 ? threadsFor(width * height) : threads;
  }

  @Override
  void configure(AVCodecContext encoder, AVDictionary options) {
    encoder.width(width);
    encoder.height(height);
    encoder.pix_fmt(avutil.AV_PIX_FMT_YUV420P);
    encoder.color_primaries(colors.primaries());
    encoder.color_trc(colors.transfer());
    encoder.colorspace(colors.matrix());
    encoder.color_range(colors.range());
    encoder.time_base().num(1);
    encoder.time_base().den(1_000);
    encoder.bit_rate(bitsPerSecond);
    encoder.gop_size(Integer.MAX_VALUE); // key pictures are asked for by time
    encoder.thread_count(threads);
    avutil.av_dict_set(options, "deadline", "realtime", 0);
    avutil.av_dict_set_int(options, "cpu-used", CPU_USED, 0);
    avutil.av_dict_set_int(options, "lag-in-frames", 0, 0);
    avutil.av_dict_set_int(options, "auto-alt-ref", 0, 0);
  }

  /** One thread keeps up with 720p four times over; more only cost synchronising. */
  private static int threadsFor(int pixels) {
    int wanted = pixels <= 1280 * 720 ? 1 : pixels <= 1920 * 1080 ? 2 : 4;
    return Math.min(wanted, Runtime.getRuntime().availableProcessors());
  }

  /**
   * Encodes a picture.
   *
   * @param ms its time, greater than that of the one before
   * @param durationMs how long it is probably to be shown
   */
  void encode(NativeFrame picture, long ms, long durationMs) throws FFmpegException, IOException {
    picture.pts(ms);
    picture.duration(durationMs);
    boolean key = ms >= nextKeyMs;
    picture.pictureType(key ? avutil.AV_PICTURE_TYPE_I : avutil.AV_PICTURE_TYPE_NONE);
    if (key) {
      nextKeyMs = ms + KEY_INTERVAL_MS;
    }
    send(picture);
  }

  @Override
  long toMilliseconds(AVPacket packet) {
    return packet.pts();
  }
}
