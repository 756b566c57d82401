package dev.usermedia.codecs.internal.recorder;

import static java.lang.foreign.ValueLayout.JAVA_FLOAT;

import dev.usermedia.codecs.internal.ffmpeg.FFmpegException;
import dev.usermedia.codecs.internal.ffmpeg.NativeFrame;
import java.io.IOException;
import java.lang.foreign.MemorySegment;
import org.bytedeco.ffmpeg.avcodec.AVCodecContext;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avutil.AVDictionary;
import org.bytedeco.ffmpeg.global.avutil;

/**
 * Opus by libopus. Takes sound in pieces of any length and encodes it in packets of 20 ms; the
 * first sample that it is given is the file's time 0, to the sample: the encoder's own delay is
 * declared to the muxer as CodecDelay, and what it pads the last packet with as DiscardPadding.
 */
final class OpusEncoder extends Encoder {
  static final int SAMPLE_RATE_HZ = 48_000;

  private static final int SAMPLES_PER_MS = SAMPLE_RATE_HZ / 1_000;

  private final int channels;
  private final long bitsPerSecond;
  private final NativeFrame frame = new NativeFrame();
  private int packetSamples;
  private int delaySamples;
  private int filled;
  private long written;

  OpusEncoder(WebmMuxer muxer, int track, int channels, long bitsPerSecond) throws FFmpegException {
    super("libopus", muxer, track);
    this.channels = channels;
    this.bitsPerSecond = bitsPerSecond;
  }

  @Override
  void configure(AVCodecContext encoder, AVDictionary options) {
    encoder.sample_rate(SAMPLE_RATE_HZ);
    encoder.sample_fmt(avutil.AV_SAMPLE_FMT_FLT);
    avutil.av_channel_layout_default(encoder.ch_layout(), channels);
    encoder.time_base().num(1);
    encoder.time_base().den(SAMPLE_RATE_HZ);
    encoder.bit_rate(bitsPerSecond);
    avutil.av_dict_set(options, "application", "audio", 0);
  }

  @Override
  void opened(AVCodecContext encoder) throws FFmpegException {
    packetSamples = encoder.frame_size();
    delaySamples = encoder.initial_padding();
    frame.format(avutil.AV_SAMPLE_FMT_FLT);
    frame.sampleCount(packetSamples);
    frame.struct().sample_rate(SAMPLE_RATE_HZ);
    avutil.av_channel_layout_default(frame.struct().ch_layout(), channels);
    frame.allocate();
  }

  int channels() {
    return channels;
  }

  /** Samples of each channel taken so far: where on the file's time line the next one will lie. */
  long written() {
    return written;
  }

  /** Takes so many samples of each channel, interleaved floats. */
  void write(MemorySegment samples, long count) throws FFmpegException, IOException {
    long sampleBytes = JAVA_FLOAT.byteSize() * channels;
    for (long done = 0; done < count; ) {
      if (filled == 0) {
        FFmpegException.check(
            avutil.av_frame_make_writable(frame.struct()), "av_frame_make_writable");
      }
      long piece = Math.min(count - done, packetSamples - filled);
      MemorySegment target =
          MemorySegment.ofAddress(frame.data(0)).reinterpret(packetSamples * sampleBytes);
      MemorySegment.copy(
          samples, done * sampleBytes, target, filled * sampleBytes, piece * sampleBytes);
      done += piece;
      filled += (int) piece;
      written += piece;
      if (filled == packetSamples) {
        encode();
      }
    }
  }

  /** Encodes what does not fill a packet, and what the encoder holds back. */
  void end() throws FFmpegException, IOException {
    if (filled > 0) {
      frame.sampleCount(filled);
      encode();
    }
    finish();
  }

  private void encode() throws FFmpegException, IOException {
    frame.pts(written - filled);
    filled = 0;
    send(frame);
  }

  /**
   * The muxer adds the encoder's delay in whole milliseconds. Rounding after that sum rather than
   * before keeps blocks of 20 ms 20 ms apart.
   */
  @Override
  long toMilliseconds(AVPacket packet) {
    long blockMs = rounded(packet.pts() + delaySamples);
    packet.pts(blockMs - rounded(delaySamples));
    packet.dts(packet.pts());
    packet.duration(rounded(packet.duration()));
    return blockMs;
  }

  private static long rounded(long samples) {
    return Math.floorDiv(samples + SAMPLES_PER_MS / 2, SAMPLES_PER_MS);
  }

  @Override
  public void close() {
    frame.close();
    super.close();
  }
}
