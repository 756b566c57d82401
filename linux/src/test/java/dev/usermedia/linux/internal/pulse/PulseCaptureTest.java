package dev.usermedia.linux.internal.pulse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.usermedia.MediaClock;
import dev.usermedia.frame.AudioData;
import dev.usermedia.frame.AudioLayout;
import dev.usermedia.linux.internal.pulse.RecordedSound.Chunk;
import dev.usermedia.spi.Source;
import dev.usermedia.spi.SourceException;
import dev.usermedia.spi.SourceOutput;
import dev.usermedia.testkit.lab.Playback;
import dev.usermedia.testkit.lab.PulseSession;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** What is played is what is delivered, and when. */
class PulseCaptureTest extends PulseTestSupport {
  private static final int RATE_HZ = 48_000;

  /** A step of a 16-bit microphone. */
  private static final double STEP = 1.0 / 32_768;

  @Test
  void noSampleIsLostOrRepeatedOrMovedToAnotherChannel() throws Exception {
    PulseSession.Microphone microphone = session.addMicrophone("front", RATE_HZ, 2);
    RecordedSound sound = new RecordedSound();
    // Left counts up by one step a sample, right down: any break shows, whatever its place.
    Playback.Signal staircase = (frame, channel) -> stair(channel == 0 ? frame : -frame) * STEP;
    try (Source source = open("front");
        Playback _ = session.play(microphone, staircase)) {
      source.start(settings(RATE_HZ, 2, LATENCY_SECONDS), sound);
      sound.skipUntilLoud(0, 0.1);
      List<Chunk> chunks = sound.take(5.0);

      assertThat(chunks).allSatisfy(chunk -> assertThat(chunk.lostBefore()).isZero());
      assertThat(breaks(RecordedSound.channel(chunks, 0), 1)).isEmpty();
      assertThat(breaks(RecordedSound.channel(chunks, 1), -1)).isEmpty();
    }
  }

  @Test
  void eachChannelHasItsOwnToneAtItsOwnLevel() throws Exception {
    PulseSession.Microphone microphone = session.addMicrophone("front", RATE_HZ, 2);
    RecordedSound sound = new RecordedSound();
    Playback.Signal left = Playback.Signal.tone(440, 0.5, RATE_HZ);
    Playback.Signal right = Playback.Signal.tone(1_000, 0.25, RATE_HZ);
    Playback.Signal both = (frame, channel) -> (channel == 0 ? left : right).at(frame, channel);
    try (Source source = open("front");
        Playback _ = session.play(microphone, both)) {
      source.start(settings(RATE_HZ, 2, LATENCY_SECONDS), sound);
      sound.skipUntilLoud(0, 0.1);
      sound.take(0.2);
      List<Chunk> chunks = sound.take(1.0);

      assertThat(level(chunks, 0, 440)).isCloseTo(0.5, within(0.002));
      assertThat(level(chunks, 0, 1_000)).isLessThan(0.001);
      assertThat(level(chunks, 1, 1_000)).isCloseTo(0.25, within(0.002));
      assertThat(level(chunks, 1, 440)).isLessThan(0.001);
    }
  }

  @Test
  void monoIsTheMeanOfAllChannels() throws Exception {
    PulseSession.Microphone microphone = session.addMicrophone("front", RATE_HZ, 2);
    RecordedSound sound = new RecordedSound();
    Playback.Signal left = Playback.Signal.tone(440, 0.8, RATE_HZ);
    try (Source source = open("front");
        Playback _ = session.play(microphone, (frame, c) -> c == 0 ? left.at(frame, c) : 0)) {
      source.start(settings(RATE_HZ, 1, LATENCY_SECONDS), sound);
      sound.skipUntilLoud(0, 0.1);
      sound.take(0.2);
      assertThat(level(sound.take(0.5), 0, 440)).isCloseTo(0.4, within(0.002));
    }
  }

  @Test
  void anotherRateIsConvertedWithTheSameToneAndLevel() throws Exception {
    PulseSession.Microphone microphone = session.addMicrophone("front", RATE_HZ, 1);
    RecordedSound sound = new RecordedSound();
    try (Source source = open("front");
        Playback _ = session.play(microphone, Playback.Signal.tone(440, 0.5, RATE_HZ))) {
      source.start(settings(16_000, 2, 0.02), sound);
      sound.skipUntilLoud(0, 0.1);
      sound.take(0.2);
      List<Chunk> chunks = sound.take(1.0);
      assertThat(chunks.getFirst().layout().sampleRateHz()).isEqualTo(16_000);
      assertThat(chunks.getFirst().frames()).isEqualTo(320);
      assertThat(level(chunks, 0, 440)).isCloseTo(0.5, within(0.005));
      assertThat(level(chunks, 1, 440)).isCloseTo(0.5, within(0.005));
    }
  }

  @Test
  void timestampsAreThoseAtWhichTheToneWasPlayed() throws Exception {
    PulseSession.Microphone microphone = session.addMicrophone("front", RATE_HZ, 1);
    RecordedSound sound = new RecordedSound();
    float[] burst = new float[RATE_HZ / 10];
    for (int i = 0; i < burst.length; i++) {
      burst[i] = (float) (0.5 * Math.cos(2 * Math.PI * 1_000 * i / RATE_HZ));
    }
    try (Source source = open("front");
        Playback line = session.line(microphone)) {
      source.start(settings(RATE_HZ, 1, LATENCY_SECONDS), sound);
      List<Long> errorsUs = new ArrayList<>();
      for (int round = 0; round < 7; round++) {
        sound.take(0.3); // what the burst before left, and then silence
        long playedUs = MediaClock.system().nowUs();
        line.write(burst);
        errorsUs.add(onsetUs(sound) - playedUs);
      }
      errorsUs.sort(null);
      assertThat(errorsUs.getFirst()).as("%s", errorsUs).isGreaterThan(-20_000);
      // The player itself is late now and then where much else runs.
      assertThat(errorsUs.get(errorsUs.size() / 2)).as("%s", errorsUs).isBetween(-5_000L, 20_000L);
    }
  }

  @Test
  void timestampsFollowOneAnotherWithoutJitter() throws Exception {
    session.addMicrophone("front", RATE_HZ, 2);
    RecordedSound sound = new RecordedSound();
    try (Source source = open("front")) {
      source.start(settings(RATE_HZ, 2, LATENCY_SECONDS), sound);
      sound.take(0.5);
      List<Chunk> chunks = sound.take(3.0);
      for (int i = 1; i < chunks.size(); i++) {
        assertThat(chunks.get(i).timestampUs())
            .isCloseTo(chunks.get(i - 1).endUs(), within(1_000L));
        assertThat(chunks.get(i).arrivedUs()).isGreaterThan(chunks.get(i).endUs() - 20_000);
      }
      long earliestUs =
          chunks.stream().mapToLong(c -> c.arrivedUs() - c.endUs()).min().orElseThrow();
      assertThat(earliestUs).isLessThan(20_000);
    }
  }

  @Test
  void whatTheServerHadToDropIsCountedAndLeavesAGapInTime() throws Exception {
    session.addMicrophone("wide", 96_000, 8); // fills the server's 4 MiB in 1.4 s
    CountDownLatch first = new CountDownLatch(1);
    RecordedSound sound = new RecordedSound();
    SourceOutput stalled =
        new SourceOutput() {
          @Override
          public void audio(AudioData data) {
            sound.audio(data);
            if (first.getCount() > 0) {
              first.countDown();
              stall(4_000_000);
            }
          }

          @Override
          public void lost(long count) {
            sound.lost(count);
          }
        };
    try (Source source = open("wide")) {
      source.start(settings(96_000, 8, LATENCY_SECONDS), stalled);
      List<Chunk> chunks = sound.take(6.0); // almost three of them are what was kept
      List<Chunk> gaps = chunks.stream().filter(chunk -> chunk.lostBefore() > 0).toList();
      assertThat(gaps).isNotEmpty();
      double missing = gaps.stream().mapToLong(Chunk::lostBefore).sum() / 96_000.0;
      double heard = chunks.stream().mapToLong(Chunk::frames).sum() / 96_000.0;
      double passed = (chunks.getLast().endUs() - chunks.getFirst().timestampUs()) / 1e6;
      assertThat(missing).isBetween(0.5, 4.0);
      assertThat(heard + missing).isCloseTo(passed, within(0.05));
      // and the time that is told is the time of day again
      Chunk last = chunks.getLast();
      assertThat(last.arrivedUs() - last.endUs()).isBetween(-20_000L, 200_000L);
    }
  }

  private static void stall(long us) {
    try {
      MediaClock.system().awaitUs(MediaClock.system().nowUs() + us);
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  @Test
  void aReconfigurationLosesAndRepeatsNoMoreThanTimesAreUncertain() throws Exception {
    PulseSession.Microphone microphone = session.addMicrophone("front", RATE_HZ, 1);
    RecordedSound sound = new RecordedSound();
    Playback.Signal staircase = (frame, channel) -> stair(frame) * STEP;
    try (Source source = open("front");
        Playback _ = session.play(microphone, staircase)) {
      source.start(settings(RATE_HZ, 1, LATENCY_SECONDS), sound);
      sound.skipUntilLoud(0, 0.1);
      sound.take(1.0);
      source.reconfigure(settings(RATE_HZ, 1, 0.05));
      Chunk before = sound.take();
      Chunk after = sound.take();
      while (after.frames() != RATE_HZ / 20) {
        before = after;
        after = sound.take();
      }
      // To within what the two streams' times are known to.
      assertThat(after.timestampUs()).isCloseTo(before.endUs(), within(5_000L));
      long step =
          stepOf(after.samples().getFirst()[0])
              - stepOf(before.samples().getFirst()[before.frames() - 1]);
      int uncertain = RATE_HZ / 200;
      assertThat(Math.floorMod(step + uncertain, STAIRS)).isLessThan(2 * uncertain);
    }
  }

  @Test
  void reconfigurationsThatOvertakeOneAnotherEndInTheLast() throws Exception {
    session.addMicrophone("front", RATE_HZ, 2);
    RecordedSound sound = new RecordedSound();
    try (Source source = open("front")) {
      source.start(settings(RATE_HZ, 2, LATENCY_SECONDS), sound);
      source.reconfigure(settings(44_100, 2, LATENCY_SECONDS));
      source.reconfigure(settings(16_000, 2, LATENCY_SECONDS));
      source.reconfigure(settings(RATE_HZ, 1, LATENCY_SECONDS));
      while (!sound.take().layout().equals(AudioLayout.f32Planar(RATE_HZ, 1))) {
        assertThat(sound.end).isNotDone();
      }
      assertThat(sound.take(0.5))
          .allSatisfy(c -> assertThat(c.layout().numberOfChannels()).isEqualTo(1));
    }
  }

  @Test
  void aConsumerMayReconfigureFromWithinADelivery() throws Exception {
    session.addMicrophone("front", RATE_HZ, 2);
    RecordedSound sound = new RecordedSound();
    AtomicInteger heard = new AtomicInteger();
    try (Source source = open("front")) {
      SourceOutput changing =
          new SourceOutput() {
            @Override
            public void audio(AudioData data) {
              sound.audio(data);
              if (heard.incrementAndGet() == 3) {
                try {
                  source.reconfigure(settings(RATE_HZ, 1, LATENCY_SECONDS));
                } catch (SourceException e) {
                  sound.ended(e);
                }
              }
            }
          };
      source.start(settings(RATE_HZ, 2, LATENCY_SECONDS), changing);
      while (sound.take().layout().numberOfChannels() == 2) {
        assertThat(sound.end).isNotDone();
      }
    }
  }

  private static final int STAIRS = 60_000;

  /** A count that starts anew before 16 bits overflow. */
  private static long stair(long frame) {
    return (long) Math.floorMod(frame, STAIRS) - STAIRS / 2;
  }

  private static long stepOf(float sample) {
    return Math.round(sample / STEP);
  }

  /** Where the staircase does not go on by one step. */
  private static List<String> breaks(float[] samples, int direction) {
    List<String> breaks = new ArrayList<>();
    for (int i = 1; i < samples.length; i++) {
      long step = stepOf(samples[i]) - stepOf(samples[i - 1]);
      if (Math.floorMod(step, STAIRS) != Math.floorMod(direction, STAIRS)) {
        breaks.add(step + " at " + i);
      }
    }
    return breaks;
  }

  /** When a burst begins. */
  private static long onsetUs(RecordedSound sound) throws InterruptedException {
    Chunk chunk = sound.skipUntilLoud(0, 0.1);
    int at = 0;
    while (Math.abs(chunk.samples().getFirst()[at]) < 0.1) {
      at++;
    }
    return chunk.timestampUs() + chunk.layout().durationUs(at);
  }

  /** Amplitude of a frequency in a channel, over a whole number of its periods. */
  private static double level(List<Chunk> chunks, int channel, double frequencyHz) {
    float[] samples = RecordedSound.channel(chunks, channel);
    int rate = chunks.getFirst().layout().sampleRateHz();
    int length = (int) (Math.floor(samples.length * 10.0 / rate) * rate / 10);
    double re = 0;
    double im = 0;
    for (int i = 0; i < length; i++) {
      re += samples[i] * Math.cos(2 * Math.PI * frequencyHz * i / rate);
      im += samples[i] * Math.sin(2 * Math.PI * frequencyHz * i / rate);
    }
    return 2 * Math.hypot(re, im) / length;
  }
}
