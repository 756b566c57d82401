package dev.usermedia.codecs.internal.photo;

import dev.usermedia.codecs.internal.ffmpeg.FFmpeg;
import dev.usermedia.codecs.internal.ffmpeg.FFmpegException;
import dev.usermedia.codecs.internal.ffmpeg.NativeFrame;
import dev.usermedia.codecs.internal.ffmpeg.PictureScaler;
import dev.usermedia.codecs.internal.ffmpeg.PictureShape;
import dev.usermedia.codecs.internal.ffmpeg.UprightPicture;
import dev.usermedia.frame.VideoColorSpace;
import dev.usermedia.frame.VideoFrame;
import org.bytedeco.ffmpeg.avcodec.AVCodec;
import org.bytedeco.ffmpeg.avcodec.AVCodecContext;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avutil.AVDictionary;
import org.bytedeco.ffmpeg.global.avcodec;
import org.bytedeco.ffmpeg.global.avutil;

/**
 * One picture through one of FFmpeg's encoders for still pictures.
 *
 * @param codec the encoder's name
 * @param pixelFormat what it is given, an {@code AV_PIX_FMT}
 * @param colors what the file's format takes the numbers for
 * @param quantizer the encoder's scale of loss, from 1; 0 where it has none
 * @param options the encoder's own options, such as {@code "pred=mixed"}
 */
public record StillEncoder(
    String codec, int pixelFormat, VideoColorSpace colors, int quantizer, String options) {
  /** JPEG's own colours (JFIF): BT.601 in the full range. */
  private static final VideoColorSpace JFIF =
      new VideoColorSpace("bt709", "iec61966-2-1", "smpte170m", true);

  private static final int MAX_QUANTIZER = 31;

  /** PNG, with or without transparency. */
  public static StillEncoder png(boolean alpha) {
    int format = alpha ? avutil.AV_PIX_FMT_RGBA : avutil.AV_PIX_FMT_RGB24;
    return new StillEncoder("png", format, VideoColorSpace.SRGB, 0, "pred=mixed");
  }

  /**
   * JPEG.
   *
   * @param quality from 0 to 1, meant as the Independent JPEG Group's percentage
   */
  public static StillEncoder jpeg(double quality) {
    // the percentage by which that scales its table, times what makes FFmpeg's table as coarse
    double percent = quality * 100;
    double scale = percent < 50 ? 50 / Math.max(percent, 1) : (100 - percent) / 50;
    int quantizer = Math.clamp(Math.round(14 * scale), 1, MAX_QUANTIZER);
    return new StillEncoder("mjpeg", avutil.AV_PIX_FMT_YUV420P, JFIF, quantizer, "");
  }

  /** Encodes what of the frame is to be seen, as it is to be seen. */
  public byte[] encode(VideoFrame frame) throws FFmpegException {
    FFmpeg.load();
    try (UprightPicture source = new UprightPicture();
        NativeFrame target = new NativeFrame()) {
      NativeFrame shown = source.show(frame.clone());
      PictureShape from = PictureShape.of(shown);
      PictureShape to = PictureShape.of(pixelFormat, from.width(), from.height(), colors);
      target.format(to.format());
      target.size(to.width(), to.height());
      target.colors(to.colors());
      target.allocate();
      target.pts(0);
      target.quality(quantizer * avutil.FF_QP2LAMBDA);
      try (PictureScaler scaler = new PictureScaler(from, to, true)) {
        scaler.scale(shown, target);
      }
      return encode(target);
    }
  }

  private byte[] encode(NativeFrame picture) throws FFmpegException {
    AVCodec encoder = avcodec.avcodec_find_encoder_by_name(codec);
    if (encoder == null) {
      throw new FFmpegException("avcodec_find_encoder_by_name", "there is no encoder " + codec);
    }
    AVCodecContext context = avcodec.avcodec_alloc_context3(encoder);
    AVPacket packet = avcodec.av_packet_alloc();
    AVDictionary dictionary = new AVDictionary(null);
    try {
      configure(context, picture);
      FFmpegException.check(
          avutil.av_dict_parse_string(dictionary, options, "=", ",", 0), "av_dict_parse_string");
      FFmpegException.check(avcodec.avcodec_open2(context, encoder, dictionary), "avcodec_open2");
      FFmpegException.check(
          avcodec.avcodec_send_frame(context, picture.struct()), "avcodec_send_frame");
      // some encoders hold a picture back until there are no more
      FFmpegException.check(avcodec.avcodec_send_frame(context, null), "avcodec_send_frame");
      FFmpegException.check(
          avcodec.avcodec_receive_packet(context, packet), "avcodec_receive_packet");
      byte[] bytes = new byte[packet.size()];
      packet.data().get(bytes);
      return bytes;
    } finally {
      avutil.av_dict_free(dictionary);
      avcodec.av_packet_free(packet);
      avcodec.avcodec_free_context(context);
    }
  }

  private void configure(AVCodecContext context, NativeFrame picture) {
    context.width(picture.width());
    context.height(picture.height());
    context.pix_fmt(pixelFormat);
    context.color_primaries(picture.colors().primaries());
    context.color_trc(picture.colors().transfer());
    context.colorspace(picture.colors().matrix());
    context.color_range(picture.colors().range());
    context.time_base().num(1);
    context.time_base().den(1);
    context.sample_aspect_ratio().num(1);
    context.sample_aspect_ratio().den(1);
    context.thread_count(1);
    // no name of the program in the file
    context.flags(context.flags() | avcodec.AV_CODEC_FLAG_BITEXACT);
    if (quantizer > 0) {
      context.flags(context.flags() | avcodec.AV_CODEC_FLAG_QSCALE);
      context.qmin(1);
      context.global_quality(quantizer * avutil.FF_QP2LAMBDA);
    }
  }
}
