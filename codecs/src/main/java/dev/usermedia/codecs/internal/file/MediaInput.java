package dev.usermedia.codecs.internal.file;

import dev.usermedia.codecs.internal.ffmpeg.FFmpeg;
import dev.usermedia.codecs.internal.ffmpeg.FFmpegException;
import dev.usermedia.spi.SourceException;
import dev.usermedia.spi.SourceKind;
import java.util.Optional;
import java.util.OptionalLong;
import org.bytedeco.ffmpeg.avcodec.AVCodec;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avformat.AVFormatContext;
import org.bytedeco.ffmpeg.avformat.AVStream;
import org.bytedeco.ffmpeg.avutil.AVDictionary;
import org.bytedeco.ffmpeg.avutil.AVRational;
import org.bytedeco.ffmpeg.global.avcodec;
import org.bytedeco.ffmpeg.global.avformat;
import org.bytedeco.ffmpeg.global.avutil;

/**
 * An open file or URL: its picture stream and its sound stream, the best of each where there are
 * several. Used by one thread at a time.
 */
final class MediaInput implements AutoCloseable {
  /** Damaged places in a row that are passed over before the rest is given up. */
  private static final int MAX_DAMAGES = 1000;

  /** More is the time base of a file that does not know its rate. */
  private static final double MAX_FRAME_RATE = 1000;

  private static final double USUAL_FRAME_RATE = 25;

  private final InputInterrupt interrupt;
  private final AVFormatContext context;
  private final boolean mayLeap;
  private final int pictureIndex;
  private final int soundIndex;
  private final Optional<AVStream> pictures;
  private final Optional<AVStream> sound;
  private final Optional<SourceKind> camera = Optional.of(SourceKind.CAMERA);
  private final Optional<SourceKind> microphone = Optional.of(SourceKind.MICROPHONE);

  private MediaInput(AVFormatContext context, InputInterrupt interrupt) {
    this.context = context;
    this.interrupt = interrupt;
    mayLeap = (context.iformat().flags() & avformat.AVFMT_TS_DISCONT) != 0;
    pictureIndex = best(avutil.AVMEDIA_TYPE_VIDEO, -1);
    soundIndex = best(avutil.AVMEDIA_TYPE_AUDIO, pictureIndex);
    pictures = stream(pictureIndex);
    sound = stream(soundIndex);
    for (int i = 0; i < context.nb_streams(); i++) {
      if (i != pictureIndex && i != soundIndex) {
        context.streams(i).discard(avcodec.AVDISCARD_ALL);
      }
    }
  }

  /**
   * Opens the input and looks at its streams.
   *
   * @throws SourceException saying in one line why that failed
   */
  static MediaInput open(FileAddress address, InputInterrupt interrupt) throws SourceException {
    address.check();
    try {
      FFmpeg.load();
      return open(address.target(), interrupt);
    } catch (FFmpegException e) {
      throw Failure.of(address, e);
    }
  }

  private static MediaInput open(String target, InputInterrupt interrupt) throws FFmpegException {
    if (!target.startsWith("rtsp:")) {
      return open(target, interrupt, "");
    }
    try {
      // FFmpeg would begin with UDP: pictures come damaged, and a firewall costs ten seconds
      return open(target, interrupt, "prefer_tcp");
    } catch (FFmpegException e) {
      if (e.code() != avutil.AVERROR_HTTP_BAD_REQUEST()) {
        throw e;
      }
      return open(target, interrupt, ""); // what servers that know UDP only say
    }
  }

  private static MediaInput open(String target, InputInterrupt interrupt, String rtspFlags)
      throws FFmpegException {
    AVFormatContext context = avformat.avformat_alloc_context();
    if (context == null) {
      throw new OutOfMemoryError("avformat_alloc_context");
    }
    interrupt.install(context);
    interrupt.waitsFromNow();
    AVDictionary options = new AVDictionary(null);
    try {
      if (!rtspFlags.isEmpty()) {
        avutil.av_dict_set(options, "rtsp_flags", rtspFlags, 0);
      }
      FFmpegException.check( // frees the context if it fails
          avformat.avformat_open_input(context, target, null, options), "avformat_open_input");
    } finally {
      avutil.av_dict_free(options);
    }
    try {
      FFmpegException.check(
          avformat.avformat_find_stream_info(context, (AVDictionary) null),
          "avformat_find_stream_info");
      return new MediaInput(context, interrupt);
    } catch (FFmpegException | RuntimeException e) {
      avformat.avformat_close_input(context);
      throw e;
    }
  }

  private int best(int mediaType, int related) {
    int index = avformat.av_find_best_stream(context, mediaType, -1, related, (AVCodec) null, 0);
    // the cover of a song is no video
    return index >= 0
            && (context.streams(index).disposition() & avformat.AV_DISPOSITION_ATTACHED_PIC) != 0
        ? -1
        : index;
  }

  private Optional<AVStream> stream(int index) {
    return index < 0 ? Optional.empty() : Optional.of(context.streams(index));
  }

  /** The stream that a camera or a microphone shows. */
  Optional<AVStream> stream(SourceKind kind) {
    return kind.isVideo() ? pictures : sound;
  }

  AVFormatContext context() {
    return context;
  }

  /** Pictures a second of the picture stream, on average; a guess where the input does not say. */
  double frameRate() {
    AVStream stream = pictures.orElseThrow();
    for (AVRational rate : new AVRational[] {stream.avg_frame_rate(), stream.r_frame_rate()}) {
      double perSecond = rate.den() == 0 ? 0 : (double) rate.num() / rate.den();
      if (perSecond > 0 && perSecond <= MAX_FRAME_RATE) {
        return perSecond;
      }
    }
    return USUAL_FRAME_RATE;
  }

  /** The time of the input's beginning, in its own nanoseconds. */
  long startNs() {
    long startUs = context.start_time();
    return startUs == avutil.AV_NOPTS_VALUE ? 0 : startUs * 1000;
  }

  /**
   * Where the sound ends, in the input's own nanoseconds, in the one family of formats that knows
   * it better than its packets do: what an encoder padded the last of them with is not heard.
   */
  OptionalLong soundEndNs() {
    if (sound.isEmpty() || !context.iformat().name().getString().startsWith("mov,")) {
      return OptionalLong.empty();
    }
    AVStream stream = sound.get();
    boolean known = stream.duration() > 0 && stream.start_time() != avutil.AV_NOPTS_VALUE;
    return known
        ? OptionalLong.of(
            TimeBase.of(stream.time_base()).toNanos(stream.start_time() + stream.duration()))
        : OptionalLong.empty();
  }

  /** Whether times may leap, as where broadcasts were cut together. */
  boolean mayLeap() {
    return mayLeap;
  }

  /**
   * Reads the next packet, waiting for the network if need be.
   *
   * @return the kind of device whose stream it belongs to; empty at the end
   */
  Optional<SourceKind> read(AVPacket packet) throws FFmpegException {
    for (int damages = 0; ; ) {
      interrupt.waitsFromNow();
      int result = avformat.av_read_frame(context, packet);
      if (result == avutil.AVERROR_EOF) {
        checkEnd();
        return Optional.empty();
      }
      if ((result == avutil.AVERROR_INVALIDDATA || result == avutil.AVERROR_EAGAIN())
          && ++damages < MAX_DAMAGES) {
        continue;
      }
      FFmpegException.check(result, "av_read_frame");
      if (packet.stream_index() == pictureIndex) {
        return camera;
      }
      if (packet.stream_index() == soundIndex) {
        return microphone;
      }
      avcodec.av_packet_unref(packet);
    }
  }

  /** Some formats report a connection that broke, or a disk that failed, as the end. */
  private void checkEnd() throws FFmpegException {
    int error = context.pb() == null ? 0 : context.pb().error();
    if (error != avutil.AVERROR_EOF) {
      FFmpegException.check(error, "avio_read");
    }
  }

  @Override
  public void close() {
    if (!context.isNull()) {
      avformat.avformat_close_input(context); // and sets it to null
    }
  }
}
