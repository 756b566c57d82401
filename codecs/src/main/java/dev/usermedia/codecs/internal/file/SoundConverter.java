package dev.usermedia.codecs.internal.file;

import dev.usermedia.codecs.internal.ffmpeg.FFmpegException;
import dev.usermedia.codecs.internal.ffmpeg.NativeFrame;
import dev.usermedia.frame.AudioDataBuffer;
import dev.usermedia.frame.AudioLayout;
import java.lang.foreign.MemorySegment;
import org.bytedeco.ffmpeg.avutil.AVChannelLayout;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.ffmpeg.global.avutil;
import org.bytedeco.ffmpeg.global.swresample;
import org.bytedeco.ffmpeg.swresample.SwrContext;

/**
 * Makes decoded sound into planar floats; and, where a stream changes in its midst, into the rate
 * and the number of channels that it began with. Used by one thread.
 */
final class SoundConverter implements AutoCloseable {
  /** All memory, to copy from an address without making an object for it. */
  private static final MemorySegment MEMORY = MemorySegment.NULL.reinterpret(Long.MAX_VALUE);

  private final AudioLayout layout;
  private final long[] addresses;
  private final NativeFrame decoded;
  private final AVChannelLayout decodedChannels;
  private final NativeFrame planar = new NativeFrame();
  private final AVChannelLayout planarChannels = planar.struct().ch_layout();
  private final SwrContext resampler = swresample.swr_alloc();

  /**
   * A converter.
   *
   * @param decoded where the decoder puts its sound
   */
  SoundConverter(AudioLayout layout, NativeFrame decoded) {
    if (resampler == null) {
      throw new OutOfMemoryError("swr_alloc");
    }
    this.layout = layout;
    this.addresses = new long[layout.numberOfChannels()];
    this.decoded = decoded;
    this.decodedChannels = decoded.struct().ch_layout();
  }

  /**
   * Takes the sound that was decoded.
   *
   * @return how many samples of each channel came of it
   */
  int convert() throws FFmpegException {
    int count = takeDecoded();
    for (int channel = 0; count > 0 && channel < addresses.length; channel++) {
      addresses[channel] = planar.channel(channel);
    }
    return count;
  }

  private int takeDecoded() throws FFmpegException {
    planar.unref();
    AVFrame from = decoded.struct();
    AVFrame to = planar.struct();
    boolean sameChannels = decodedChannels.nb_channels() == layout.numberOfChannels();
    if (decoded.format() == avutil.AV_SAMPLE_FMT_FLTP
        && from.sample_rate() == layout.sampleRateHz()
        && sameChannels) {
      avutil.av_frame_move_ref(to, from);
      return planar.sampleCount();
    }
    planar.format(avutil.AV_SAMPLE_FMT_FLTP);
    to.sample_rate(layout.sampleRateHz());
    if (sameChannels) {
      FFmpegException.check(
          avutil.av_channel_layout_copy(planarChannels, decodedChannels), "av_channel_layout_copy");
    } else {
      avutil.av_channel_layout_default(planarChannels, layout.numberOfChannels());
    }
    int result = swresample.swr_convert_frame(resampler, to, from);
    if (result == avutil.AVERROR_INPUT_CHANGED) {
      swresample.swr_close(resampler);
      result = swresample.swr_convert_frame(resampler, to, from);
    }
    FFmpegException.check(result, "swr_convert_frame");
    return planar.sampleCount();
  }

  /** Copies samples of what was converted last into the chunk. */
  void copy(int first, int count, AudioDataBuffer chunk, int at) {
    for (int channel = 0; channel < layout.numberOfChannels(); channel++) {
      MemorySegment.copy(
          MEMORY,
          addresses[channel] + (long) Float.BYTES * first,
          chunk.plane(channel),
          (long) Float.BYTES * at,
          (long) Float.BYTES * count);
    }
  }

  @Override
  public void close() {
    swresample.swr_free(resampler);
    planar.close();
  }
}
