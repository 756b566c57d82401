package dev.usermedia.codecs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.usermedia.MediaContext;
import dev.usermedia.codecs.internal.recorder.Judge;
import dev.usermedia.testkit.ManualClock;
import dev.usermedia.webaudio.AudioContext;
import dev.usermedia.webaudio.GainNode;
import dev.usermedia.webaudio.MediaStreamAudioDestinationNode;
import dev.usermedia.webaudio.OscillatorNode;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A tone of a Web Audio graph, recorded and judged by another decoder. */
@Tag("ffmpeg")
class WebAudioRecordingTest {
  private static final int RATE_HZ = 48_000;
  private static final double TONE_HZ = 660;
  private static final int STEPS = 2_000;

  @TempDir Path directory;

  private final ManualClock clock = new ManualClock();

  @Test
  void aToneIsRecordedAtItsFrequencyAndLevelWithoutAGap() {
    Path file = directory.resolve("tone.webm");
    try (MediaContext media = MediaContext.builder().systemDrivers(false).clock(clock).build();
        AudioContext context = new AudioContext(media);
        StreamRecorder recorder = StreamRecorder.open(file, RecorderOptions.defaults())) {
      OscillatorNode tone = context.createOscillator();
      tone.frequency().value((float) TONE_HZ);
      GainNode gain = context.createGain();
      gain.gain().value(0.25f);
      MediaStreamAudioDestinationNode destination = context.createMediaStreamDestination();
      destination.channelCount(1); // the judge mixes stereo louder
      tone.connect(gain).connect(destination);
      tone.start();
      clock.awaitWaiters(1);
      clock.advanceUs(200_000);
      recorder.start(destination.stream(), clock);

      CompletableFuture<RecorderResult> result = recorder.stopAfterAsync(Duration.ofSeconds(3));
      for (int i = 0; !result.isDone(); i++) {
        assertThat(i).as("steps of the clock").isLessThan(STEPS);
        clock.advanceUs(20_000);
        result.copy().completeOnTimeout(null, 20, TimeUnit.MILLISECONDS).join();
      }
      assertThat(result.join().error()).isEmpty();
    }

    Judge judge = new Judge(file);
    assertThat(judge.complaints()).isEmpty();
    float[] sound = judge.sound();
    assertThat(sound.length / (double) RATE_HZ).isEqualTo(3, within(0.1));
    // each tenth of a second between the first and the last, so that a gap anywhere shows
    for (int from = 9_600; from + 9_600 < sound.length; from += 4_800) {
      assertThat(amplitude(sound, from, from + 4_800))
          .as("from sample %d", from)
          .isEqualTo(0.25, within(0.01));
    }
  }

  /** 66 whole periods in a tenth of a second. */
  private static double amplitude(float[] samples, int from, int to) {
    double cosine = 0;
    double sine = 0;
    for (int i = from; i < to; i++) {
      double angle = 2 * Math.PI * TONE_HZ * i / RATE_HZ;
      cosine += samples[i] * Math.cos(angle);
      sine += samples[i] * Math.sin(angle);
    }
    return 2 * Math.hypot(cosine, sine) / (to - from);
  }
}
