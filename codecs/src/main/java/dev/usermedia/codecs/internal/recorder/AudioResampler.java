package dev.usermedia.codecs.internal.recorder;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_FLOAT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import dev.usermedia.codecs.internal.ffmpeg.FFmpegException;
import dev.usermedia.codecs.internal.ffmpeg.NativeAddress;
import dev.usermedia.frame.AudioData;
import dev.usermedia.frame.AudioLayout;
import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import org.bytedeco.ffmpeg.avutil.AVChannelLayout;
import org.bytedeco.ffmpeg.global.avutil;
import org.bytedeco.ffmpeg.global.swresample;
import org.bytedeco.ffmpeg.swresample.SwrContext;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.PointerPointer;
import org.jspecify.annotations.Nullable;

/**
 * Turns sound of one layout into interleaved floats at 48 kHz, a little stretched or squeezed where
 * {@link #compensate} says so. Used by the thread of one lane, which also closes it.
 */
final class AudioResampler implements AutoCloseable {
  /** Where the results go, valid until the next call. */
  @FunctionalInterface
  interface Output {
    void write(MemorySegment samples, long count) throws FFmpegException, IOException;
  }

  private static final int PIECE_SAMPLES = 4_800;

  /** Output samples that a compensation is spread over; finer than 3 parts per million. */
  private static final int COMPENSATION_SAMPLES = 10 * OpusEncoder.SAMPLE_RATE_HZ;

  private final AudioLayout layout;
  private final Output output;
  private final Arena arena = Arena.ofConfined();
  private final SwrContext context;
  private final MemorySegment silence;
  private final MemorySegment inputs;
  private final MemorySegment made;
  private final PointerPointer<BytePointer> inputPlanes;
  private final PointerPointer<BytePointer> madePlane;

  AudioResampler(AudioLayout layout, int channels, Output output) throws FFmpegException {
    this.layout = layout;
    this.output = output;
    context = swresample.swr_alloc();
    setLayout("in_chlayout", layout.numberOfChannels());
    setLayout("out_chlayout", channels);
    avutil.av_opt_set_int(context, "in_sample_rate", layout.sampleRateHz(), 0);
    avutil.av_opt_set_int(context, "out_sample_rate", OpusEncoder.SAMPLE_RATE_HZ, 0);
    avutil.av_opt_set_sample_fmt(context, "in_sample_fmt", nativeFormat(layout), 0);
    avutil.av_opt_set_sample_fmt(context, "out_sample_fmt", avutil.AV_SAMPLE_FMT_FLT, 0);
    // also between equal rates: it cannot be begun in the middle without a jump
    avutil.av_opt_set_int(context, "flags", swresample.SWR_FLAG_RESAMPLE, 0);
    int result = swresample.swr_init(context);
    if (result < 0) {
      swresample.swr_free(context);
      throw new FFmpegException("swr_init", result);
    }
    silence = arena.allocate(layout.planeBytes(PIECE_SAMPLES), 64);
    inputs = arena.allocate(ADDRESS, layout.planeCount());
    inputPlanes = new PointerPointer<>(NativeAddress.of(inputs));
    made = arena.allocate(JAVA_FLOAT, (long) channels * PIECE_SAMPLES);
    MemorySegment madeAddress = arena.allocateFrom(ADDRESS, made);
    madePlane = new PointerPointer<>(NativeAddress.of(madeAddress));
  }

  private void setLayout(String option, int channels) throws FFmpegException {
    try (AVChannelLayout layout = new AVChannelLayout()) {
      avutil.av_channel_layout_default(layout, channels);
      FFmpegException.check(
          avutil.av_opt_set_chlayout(context, option, layout, 0), "av_opt_set_chlayout");
    }
  }

  private static int nativeFormat(AudioLayout layout) {
    return switch (layout.format()) {
      case F32_PLANAR -> avutil.AV_SAMPLE_FMT_FLTP;
      case F32 -> avutil.AV_SAMPLE_FMT_FLT;
      case S16 -> avutil.AV_SAMPLE_FMT_S16;
    };
  }

  AudioLayout layout() {
    return layout;
  }

  /** Takes the chunk but for so many samples of each channel at its beginning. */
  void push(AudioData data, int skip) throws FFmpegException, IOException {
    long offset = layout.planeBytes(skip);
    for (int plane = 0; plane < layout.planeCount(); plane++) {
      inputs.set(JAVA_LONG, 8L * plane, data.plane(plane).address() + offset);
    }
    convert(inputPlanes, data.numberOfFrames() - skip);
  }

  /** Takes so many samples of silence, counted at the input's rate. */
  void pushSilence(long count) throws FFmpegException, IOException {
    for (int plane = 0; plane < layout.planeCount(); plane++) {
      inputs.set(JAVA_LONG, 8L * plane, silence.address());
    }
    for (long left = count; left > 0; left -= PIECE_SAMPLES) {
      convert(inputPlanes, (int) Math.min(left, PIECE_SAMPLES));
    }
  }

  /** Writes what is still held back. */
  void flush() throws FFmpegException, IOException {
    convert(null, 0);
  }

  private void convert(@Nullable PointerPointer<BytePointer> planes, int count)
      throws FFmpegException, IOException {
    int samples = converted(planes, count);
    while (samples > 0) {
      output.write(made, samples);
      // what did not fit was kept inside
      samples = samples < PIECE_SAMPLES ? 0 : converted(planes, 0);
    }
  }

  private int converted(@Nullable PointerPointer<BytePointer> planes, int count)
      throws FFmpegException {
    return FFmpegException.check(
        swresample.swr_convert(context, madePlane, PIECE_SAMPLES, planes, count), "swr_convert");
  }

  /** Output samples of each channel, and parts of one, still to come of what was pushed. */
  double pending() {
    return swresample.swr_get_delay(context, OpusEncoder.SAMPLE_RATE_HZ * 1_000L) / 1_000.0;
  }

  /** Makes the sound longer from now on by so much of its length, or shorter if negative. */
  void compensate(double stretch) throws FFmpegException {
    FFmpegException.check(
        swresample.swr_set_compensation(
            context, (int) Math.round(stretch * COMPENSATION_SAMPLES), COMPENSATION_SAMPLES),
        "swr_set_compensation");
  }

  @Override
  public void close() {
    swresample.swr_free(context);
    arena.close();
  }
}
