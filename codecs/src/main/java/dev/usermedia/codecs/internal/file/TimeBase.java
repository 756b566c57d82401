package dev.usermedia.codecs.internal.file;

import org.bytedeco.ffmpeg.avutil.AVRational;
import org.bytedeco.ffmpeg.global.avutil;

/** The unit of a stream's times: so many seconds in so many. */
record TimeBase(int numerator, int denominator) {
  static final long NANOS_PER_SECOND = 1_000_000_000;

  static TimeBase of(AVRational seconds) {
    return new TimeBase(seconds.num(), seconds.den());
  }

  /** Nanoseconds of a time in this unit, rounded to the nearest. */
  long toNanos(long ticks) {
    return avutil.av_rescale(ticks, numerator * NANOS_PER_SECOND, denominator);
  }

  /** A time in this unit, rounded to the nearest. */
  long fromNanos(long nanos) {
    return avutil.av_rescale(nanos, denominator, numerator * NANOS_PER_SECOND);
  }

  /** Nanoseconds that so many samples take. */
  static long ofSamples(long samples, int sampleRateHz) {
    return avutil.av_rescale(samples, NANOS_PER_SECOND, sampleRateHz);
  }

  /** Samples in so many nanoseconds, rounded to the nearest. */
  static long toSamples(long nanos, int sampleRateHz) {
    return avutil.av_rescale(nanos, sampleRateHz, NANOS_PER_SECOND);
  }
}
