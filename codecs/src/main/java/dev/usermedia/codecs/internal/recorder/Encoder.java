package dev.usermedia.codecs.internal.recorder;

import dev.usermedia.codecs.internal.ffmpeg.FFmpegException;
import dev.usermedia.codecs.internal.ffmpeg.NativeFrame;
import java.io.IOException;
import org.bytedeco.ffmpeg.avcodec.AVCodec;
import org.bytedeco.ffmpeg.avcodec.AVCodecContext;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avutil.AVDictionary;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.ffmpeg.global.avcodec;
import org.bytedeco.ffmpeg.global.avutil;
import org.jspecify.annotations.Nullable;

/** An encoder of FFmpeg's whose packets go to a muxer. Used by the thread of one lane. */
abstract sealed class Encoder implements AutoCloseable permits Vp8Encoder, OpusEncoder {
  private static final int AGAIN = -11; // AVERROR(EAGAIN)

  private final WebmMuxer muxer;
  private final AVCodec codec;
  private final AVPacket packet = avcodec.av_packet_alloc();
  private final AVCodecContext context;
  private final int track;
  private boolean closed;

  /** An encoder for the muxer's track of that number. */
  Encoder(String name, WebmMuxer muxer, int track) throws FFmpegException {
    this.muxer = muxer;
    this.track = track;
    codec = avcodec.avcodec_find_encoder_by_name(name);
    if (codec == null) {
      throw new FFmpegException("avcodec_find_encoder_by_name", "there is no encoder " + name);
    }
    context = avcodec.avcodec_alloc_context3(codec);
  }

  /** Opens the encoder and tells the muxer, which waits for the other tracks. */
  final void open() throws FFmpegException, IOException, InterruptedException {
    AVDictionary options = new AVDictionary(null);
    try {
      configure(context, options);
      FFmpegException.check(avcodec.avcodec_open2(context, codec, options), "avcodec_open2");
    } finally {
      avutil.av_dict_free(options);
    }
    opened(context);
    muxer.open(track, context);
  }

  /** Says how to encode; what is the codec's own goes to the options. */
  abstract void configure(AVCodecContext encoder, AVDictionary options);

  /** The encoder knows how it wants its frames. */
  void opened(AVCodecContext encoder) throws FFmpegException {}

  /** Encodes a frame. */
  final void send(NativeFrame frame) throws FFmpegException, IOException {
    send(frame.struct());
  }

  /** Encodes what the encoder still holds back; nothing can be sent after. */
  final void finish() throws FFmpegException, IOException {
    send((AVFrame) null);
    muxer.end(track);
  }

  private void send(@Nullable AVFrame frame) throws FFmpegException, IOException {
    FFmpegException.check(avcodec.avcodec_send_frame(context, frame), "avcodec_send_frame");
    while (true) {
      int result = avcodec.avcodec_receive_packet(context, packet);
      if (result == AGAIN || result == avutil.AVERROR_EOF) {
        return;
      }
      FFmpegException.check(result, "avcodec_receive_packet");
      long blockMs = toMilliseconds(packet);
      muxer.write(track, packet, blockMs);
    }
  }

  /**
   * Gives a packet of the encoder the muxer's times.
   *
   * @return the time of its block in the file
   */
  abstract long toMilliseconds(AVPacket packet);

  @Override
  public void close() {
    if (!closed) {
      closed = true;
      avcodec.av_packet_free(packet);
      avcodec.avcodec_free_context(context);
    }
  }
}
