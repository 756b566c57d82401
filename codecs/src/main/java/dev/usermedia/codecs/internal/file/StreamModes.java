package dev.usermedia.codecs.internal.file;

import dev.usermedia.codecs.internal.ffmpeg.PixelFormats;
import dev.usermedia.frame.VideoPixelFormat;
import dev.usermedia.spi.AudioMode;
import dev.usermedia.spi.SourceKind;
import dev.usermedia.spi.VideoMode;
import java.util.Optional;
import org.bytedeco.ffmpeg.avcodec.AVCodecParameters;
import org.bytedeco.ffmpeg.avcodec.AVPacketSideData;
import org.bytedeco.ffmpeg.avformat.AVStream;
import org.bytedeco.ffmpeg.avutil.AVPixFmtDescriptor;
import org.bytedeco.ffmpeg.avutil.AVRational;
import org.bytedeco.ffmpeg.global.avcodec;
import org.bytedeco.ffmpeg.global.avformat;
import org.bytedeco.ffmpeg.global.avutil;
import org.bytedeco.javacpp.IntPointer;

/** What the streams of an input are as modes of a device: one for each. */
final class StreamModes {
  /** How long a chunk of sound may be, in seconds; as of other microphones. */
  private static final double SHORTEST_CHUNK_SECONDS = 0.005;

  private static final double LONGEST_CHUNK_SECONDS = 0.2;

  private StreamModes() {}

  /**
   * The mode of the picture stream, if it has one that can be known. Pictures keep the format that
   * they are decoded to where we have it; of others RGB stays RGB and all else becomes I420. The
   * size is that with square pixels, before rotation.
   */
  static Optional<VideoMode> video(MediaInput input) {
    return input.stream(SourceKind.CAMERA)
        .filter(stream -> stream.codecpar().width() > 0 && stream.codecpar().height() > 0)
        .filter(stream -> stream.codecpar().format() != avutil.AV_PIX_FMT_NONE)
        .map(stream -> video(input, stream));
  }

  private static VideoMode video(MediaInput input, AVStream stream) {
    AVCodecParameters parameters = stream.codecpar();
    int width = parameters.width();
    int height = parameters.height();
    double aspect = pixelAspect(input, stream);
    // as browsers do: one side grows, none shrinks
    if (aspect > 1) {
      width = Math.toIntExact(Math.round(width * aspect));
    } else {
      height = Math.toIntExact(Math.round(height / aspect));
    }
    return new VideoMode(format(parameters.format()), width, height, input.frameRate());
  }

  private static double pixelAspect(MediaInput input, AVStream stream) {
    AVRational ratio = avformat.av_guess_sample_aspect_ratio(input.context(), stream, null);
    boolean known = ratio.num() > 0 && ratio.den() > 0;
    double aspect = known ? (double) ratio.num() / ratio.den() : 1;
    return aspect > 1.0 / MAX_PIXEL_ASPECT && aspect < MAX_PIXEL_ASPECT ? aspect : 1;
  }

  /** Beyond this the file must be wrong. */
  private static final double MAX_PIXEL_ASPECT = 16;

  private static VideoPixelFormat format(int nativeFormat) {
    return PixelFormats.fromNative(nativeFormat)
        .orElseGet(
            () -> {
              AVPixFmtDescriptor description = avutil.av_pix_fmt_desc_get(nativeFormat);
              long flags = description.flags();
              boolean rgb =
                  (flags & (avutil.AV_PIX_FMT_FLAG_RGB | avutil.AV_PIX_FMT_FLAG_PAL)) != 0;
              if (!rgb) {
                return VideoPixelFormat.I420;
              }
              return (flags & avutil.AV_PIX_FMT_FLAG_ALPHA) != 0
                  ? VideoPixelFormat.RGBA
                  : VideoPixelFormat.RGBX;
            });
  }

  /** The mode of the sound stream, if it has one that can be known. */
  static Optional<AudioMode> audio(MediaInput input) {
    return input.stream(SourceKind.MICROPHONE)
        .map(AVStream::codecpar)
        .filter(p -> p.sample_rate() > 0 && p.ch_layout().nb_channels() > 0)
        .map(
            p ->
                new AudioMode(
                    p.sample_rate(),
                    p.ch_layout().nb_channels(),
                    sampleSizeBits(p),
                    SHORTEST_CHUNK_SECONDS,
                    LONGEST_CHUNK_SECONDS));
  }

  private static int sampleSizeBits(AVCodecParameters parameters) {
    int raw = parameters.bits_per_raw_sample();
    return raw > 0 ? raw : 8 * avutil.av_get_bytes_per_sample(parameters.format());
  }

  /**
   * Clockwise degrees that the pictures are to be turned by before they are shown, to the nearest
   * quarter. A mirror in the same place of the file is not followed.
   */
  static int rotation(AVStream stream) {
    AVCodecParameters parameters = stream.codecpar();
    AVPacketSideData matrix =
        avcodec.av_packet_side_data_get(
            parameters.coded_side_data(),
            parameters.nb_coded_side_data(),
            avcodec.AV_PKT_DATA_DISPLAYMATRIX);
    if (matrix == null) {
      return 0;
    }
    double counterclockwise = avutil.av_display_rotation_get(new IntPointer(matrix.data()));
    return Double.isNaN(counterclockwise)
        ? 0
        : Math.floorMod(-Math.round(counterclockwise / 90) * 90, 360);
  }
}
