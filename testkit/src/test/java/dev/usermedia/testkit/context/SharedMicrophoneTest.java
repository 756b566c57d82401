package dev.usermedia.testkit.context;

import static dev.usermedia.testkit.context.ContextFixture.listen;
import static java.lang.foreign.ValueLayout.JAVA_FLOAT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.usermedia.MediaStreamTrack;
import dev.usermedia.MediaStreamTrackAudioStats;
import dev.usermedia.constraints.ConstrainDouble;
import dev.usermedia.constraints.ConstrainULong;
import dev.usermedia.constraints.MediaStreamConstraints;
import dev.usermedia.constraints.MediaTrackConstraints;
import dev.usermedia.frame.AudioData;
import dev.usermedia.testkit.pattern.AudioPattern;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** Tracks of one microphone that differ in rate and channels. */
class SharedMicrophoneTest {
  /** A chunk, and the samples of its first channel. */
  private static final class Heard {
    final int rateHz;
    final int channels;
    final long timestampUs;
    final float[] first;
    final long address;

    Heard(AudioData data) {
      rateHz = data.sampleRateHz();
      channels = data.numberOfChannels();
      timestampUs = data.timestampUs();
      first = data.plane(0).asSlice(0, 4L * data.numberOfFrames()).toArray(JAVA_FLOAT);
      address = data.plane(0).address();
    }

    long address() {
      return address;
    }
  }

  private static MediaTrackConstraints exactly(int rateHz, int channels) {
    return MediaTrackConstraints.builder()
        .sampleRate(ConstrainULong.exact(rateHz))
        .channelCount(ConstrainULong.exact(channels))
        .latency(ConstrainDouble.exact(0.01))
        .build();
  }

  private static MediaStreamTrack microphone(ContextFixture fixture, int rateHz, int channels) {
    return fixture
        .open(MediaStreamConstraints.builder().audio(exactly(rateHz, channels)).build())
        .getAudioTracks()
        .getFirst();
  }

  /** That all of it is of this kind, without gap or overlap, and answers it in one piece. */
  private static float[] seamless(List<Heard> chunks, int rateHz, int channels) {
    float[] all = new float[chunks.stream().mapToInt(chunk -> chunk.first.length).sum()];
    int at = 0;
    long beginsUs = chunks.getFirst().timestampUs;
    for (Heard chunk : chunks) {
      assertThat(chunk.rateHz).isEqualTo(rateHz);
      assertThat(chunk.channels).isEqualTo(channels);
      assertThat(chunk.timestampUs)
          .isCloseTo(beginsUs + at * 1_000_000L / rateHz, within(1_000_000L / rateHz));
      System.arraycopy(chunk.first, 0, all, at, chunk.first.length);
      at += chunk.first.length;
    }
    return all;
  }

  private static void carriesBeeps(List<Heard> chunks, int rateHz, int channels) {
    List<AudioPattern.Beep> beeps =
        AudioPattern.find(
            seamless(chunks, rateHz, channels), rateHz, chunks.getFirst().timestampUs);
    assertThat(beeps).hasSizeGreaterThanOrEqualTo(2);
    for (AudioPattern.Beep beep : beeps.subList(0, 2)) {
      assertThat(beep.second()).isPresent();
      assertThat(beep.ptsUs())
          .as("beep where the clock's second begins")
          .isCloseTo(beep.second().getAsLong() * 1_000_000, within(500L));
    }
  }

  @Test
  void oneHearsStereoAndOneMonoOfALowerRateAtTheSameTimes() {
    try (ContextFixture fixture = new ContextFixture()) {
      MediaStreamTrack full = microphone(fixture, 48_000, 2);
      MediaStreamTrack speech = microphone(fixture, 16_000, 1);
      List<Heard> stereo = listen(full, Heard::new);
      List<Heard> mono = listen(speech, Heard::new);
      fixture.clock.advanceUs(3_000_000);
      carriesBeeps(stereo, 48_000, 2);
      carriesBeeps(mono, 16_000, 1);
      assertThat(full.getSettings().sampleRate()).hasValue(48_000);
      assertThat(full.getSettings().channelCount()).hasValue(2);
      assertThat(speech.getSettings().sampleRate()).hasValue(16_000);
      assertThat(speech.getSettings().channelCount()).hasValue(1);
      assertThat(speech.getCapabilities()).isEqualTo(full.getCapabilities());
    }
  }

  @Test
  void theTrackThatCameFirstKeepsItsRateWhenTheMicrophoneGrows() {
    try (ContextFixture fixture = new ContextFixture()) {
      MediaStreamTrack speech = microphone(fixture, 16_000, 1);
      List<Heard> mono = listen(speech, Heard::new);
      fixture.clock.advanceUs(500_000);
      MediaStreamTrack full = microphone(fixture, 48_000, 2);
      List<Heard> stereo = listen(full, Heard::new);
      int before = mono.size();
      fixture.clock.advanceUs(3_000_000);
      carriesBeeps(stereo, 48_000, 2);
      seamless(mono, 16_000, 1);
      // of two channels, one of them at half the level, so beeps from here on are less loud
      carriesBeeps(mono.subList(before, mono.size()), 16_000, 1);
    }
  }

  @Test
  void constraintsOnOneTrackLeaveEverySampleOfTheOtherAsItWas() {
    try (ContextFixture fixture = new ContextFixture();
        ContextFixture alone = new ContextFixture()) {
      MediaStreamTrack full = microphone(fixture, 48_000, 2);
      List<Heard> stereo = listen(full, Heard::new);
      MediaStreamTrack changing = microphone(fixture, 44_100, 2);
      List<Heard> changed = listen(changing, Heard::new);
      List<Heard> expected = listen(microphone(alone, 48_000, 2), Heard::new);
      for (int rateHz : new int[] {16_000, 48_000, 44_100}) {
        fixture.clock.advanceUs(500_000);
        alone.clock.advanceUs(500_000);
        changing.applyConstraints(exactly(rateHz, 1));
        assertThat(changing.getSettings().sampleRate()).hasValue(rateHz);
        fixture.clock.advanceUs(20_000);
        alone.clock.advanceUs(20_000);
        assertThat(changed.getLast().rateHz).isEqualTo(rateHz);
        assertThat(changed.getLast().channels).isEqualTo(1);
      }
      assertThat(seamless(stereo, 48_000, 2)).containsExactly(seamless(expected, 48_000, 2));
    }
  }

  @Test
  void tracksOfEqualSettingsShareTheMemoryAndOneConversion() {
    try (ContextFixture fixture = new ContextFixture()) {
      MediaStreamTrack full = microphone(fixture, 48_000, 2);
      MediaStreamTrack speech = microphone(fixture, 16_000, 1);
      List<Heard> one = listen(speech, Heard::new);
      List<Heard> other = listen(microphone(fixture, 16_000, 1), Heard::new);
      List<Heard> clone = listen(full.clone(), Heard::new);
      List<Heard> stereo = listen(full, Heard::new);
      fixture.clock.advanceUs(300_000);
      assertThat(one).hasSizeGreaterThan(20);
      assertThat(one.stream().map(Heard::address).toList())
          .isEqualTo(other.stream().map(Heard::address).toList());
      assertThat(stereo.stream().map(Heard::address).toList())
          .isEqualTo(clone.stream().map(Heard::address).toList());
    }
  }

  @Test
  void aDisabledTrackIsSilentAtItsOwnRate() {
    try (ContextFixture fixture = new ContextFixture()) {
      microphone(fixture, 48_000, 2);
      MediaStreamTrack speech = microphone(fixture, 16_000, 1);
      speech.enabled(false);
      List<Heard> mono = listen(speech, Heard::new);
      fixture.clock.advanceUs(1_000_000);
      assertThat(seamless(mono, 16_000, 1)).containsOnly(0);
      assertThat(mono.stream().mapToInt(chunk -> chunk.first.length).sum())
          .isCloseTo(16_000, within(320));
    }
  }

  @Test
  void statisticsCountTheTracksOwnSamplesAndTheTimeThatConversionTakes() {
    try (ContextFixture fixture = new ContextFixture()) {
      microphone(fixture, 48_000, 2);
      MediaStreamTrack speech = microphone(fixture, 16_000, 1);
      MediaStreamTrackAudioStats stats = (MediaStreamTrackAudioStats) speech.stats();
      fixture.clock.advanceUs(500_000); // nobody listens
      long unheard = stats.deliveredFrames();
      assertThat(unheard).isCloseTo(8_000, within(320L));
      List<Heard> mono = listen(speech, Heard::new);
      fixture.clock.advanceUs(500_000);
      assertThat(stats.deliveredFrames() - unheard)
          .isEqualTo(mono.stream().mapToInt(chunk -> chunk.first.length).sum());
      assertThat(stats.deliveredFramesDuration())
          .isCloseTo(stats.deliveredFrames() / 16.0, within(1.0));
      assertThat(stats.latency()).isCloseTo(13.6, within(0.2));
    }
  }

  @Test
  void afterAGapTheSoundIsWhereItBelongs() {
    try (ContextFixture fixture = new ContextFixture()) {
      microphone(fixture, 48_000, 2);
      MediaStreamTrack speech = microphone(fixture, 16_000, 1);
      List<Heard> mono = listen(speech, Heard::new);
      fixture.clock.advanceUs(300_000);
      fixture.clock.jumpUs(2_000_000); // the device keeps half a second for a late thread
      fixture.clock.advanceUs(2_500_000);
      int gap = 1;
      while (mono.get(gap).timestampUs - mono.get(gap - 1).timestampUs < 100_000) {
        gap++;
      }
      seamless(mono.subList(0, gap), 16_000, 1);
      carriesBeeps(mono.subList(gap, mono.size()), 16_000, 1);
      MediaStreamTrackAudioStats stats = (MediaStreamTrackAudioStats) speech.stats();
      assertThat(stats.totalFramesDuration()).isCloseTo(4_800, within(30.0));
    }
  }

  @Test
  void theLatencySettingHasTheTimeThatConversionTakes() throws Exception {
    try (ContextFixture fixture = new ContextFixture()) {
      MediaStreamTrack speech = microphone(fixture, 16_000, 1);
      assertThat(speech.getSettings().latency()).hasValue(0.01);
      LinkedBlockingQueue<Double> told = new LinkedBlockingQueue<>();
      var _ =
          speech.onconfigurationchange(e -> told.add(speech.getSettings().latency().orElseThrow()));
      MediaStreamTrack full = microphone(fixture, 48_000, 2);
      assertThat(told.poll(20, TimeUnit.SECONDS)).isCloseTo(0.0136, within(1e-4));
      assertThat(full.getSettings().latency()).hasValue(0.01);
      assertThat(microphone(fixture, 16_000, 1).getSettings().latency().orElseThrow())
          .isCloseTo(0.0136, within(1e-4));
    }
  }

  @Test
  void whatConversionHeldBackIsHeardBeforeTheEndOfTheDevice() throws Exception {
    try (ContextFixture fixture = new ContextFixture()) {
      MediaStreamTrack full = microphone(fixture, 48_000, 2);
      MediaStreamTrack speech = microphone(fixture, 16_000, 1);
      List<Heard> stereo = listen(full, Heard::new);
      List<Heard> mono = listen(speech, Heard::new);
      CompletableFuture<Integer> ended = new CompletableFuture<>();
      var _ =
          speech.onended(e -> ended.complete(mono.stream().mapToInt(it -> it.first.length).sum()));
      fixture.clock.advanceUs(300_000);
      fixture.driver.unplug("microphone");
      int heard = ContextFixture.await(ended);
      assertThat(heard * 3)
          .isCloseTo(stereo.stream().mapToInt(it -> it.first.length).sum(), within(3));
      seamless(mono, 16_000, 1);
    }
  }
}
