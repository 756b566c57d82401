package dev.usermedia.linux.internal.pulse;

import dev.usermedia.MediaClock;
import dev.usermedia.linux.internal.pulse.libpulse.PaOperation;
import dev.usermedia.linux.internal.pulse.libpulse.PaTimingInfo;
import java.lang.foreign.MemorySegment;

/**
 * Measures when the samples of a stream were captured: asks the server how old the newest one is
 * and takes the middle between question and answer as the time it spoke of. It asks when data just
 * came, since sources without a clock of their own are exact only then. (The library's own
 * interpolation was off by 300 ms in the first second and wandered by milliseconds after.)
 */
final class StreamTiming implements AutoCloseable {
  private static final long FIRST_INTERVAL_US = 10_000;
  private static final long INTERVAL_US = 50_000;
  private static final int FIRST_COUNT = 10;

  /** A slower answer tells too little; each that is refused makes the next more welcome. */
  private static final long ROUND_TRIP_US = 3_000;

  private final MemorySegment stream;
  private final int frameBytes;
  private final MediaClock clock;
  private final SampleClock samples;
  private MemorySegment question = MemorySegment.NULL;
  private long askedUs;
  private long acceptableUs = ROUND_TRIP_US;
  private int answers;

  StreamTiming(MemorySegment stream, int frameBytes, MediaClock clock, SampleClock samples) {
    this.stream = stream;
    this.frameBytes = frameBytes;
    this.clock = clock;
    this.samples = samples;
  }

  /** Data just came. */
  void dataCame() {
    long intervalUs = answers < FIRST_COUNT ? FIRST_INTERVAL_US : INTERVAL_US;
    if (question.equals(MemorySegment.NULL)
        && (answers == 0 || clock.nowUs() - askedUs >= intervalUs)) {
      askedUs = clock.nowUs();
      question = PaTimingInfo.update(stream);
    }
  }

  /**
   * Hands the answer, if one came, to the sample clock.
   *
   * @param position of the next sample that the client takes
   * @return as {@link SampleClock#measure}
   */
  long observe(long position) {
    if (question.equals(MemorySegment.NULL) || PaOperation.isRunning(question)) {
      return 0;
    }
    PaOperation.unref(question);
    question = MemorySegment.NULL;
    answers++;
    MemorySegment info = PaTimingInfo.get(stream);
    long roundTripUs = clock.nowUs() - askedUs;
    if (info.equals(MemorySegment.NULL) || !PaTimingInfo.isUsable(info)) {
      return 0;
    }
    if (roundTripUs > acceptableUs) {
      acceptableUs *= 2;
      return 0;
    }
    acceptableUs = ROUND_TRIP_US;
    return samples.measure(
        position + PaTimingInfo.queuedBytes(info) / frameBytes,
        askedUs + roundTripUs / 2 - PaTimingInfo.sourceLatencyUs(info));
  }

  @Override
  public void close() {
    if (!question.equals(MemorySegment.NULL)) {
      PaOperation.unref(question);
      question = MemorySegment.NULL;
    }
  }
}
