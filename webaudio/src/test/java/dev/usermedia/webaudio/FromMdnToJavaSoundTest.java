package dev.usermedia.webaudio;

import static org.assertj.core.api.Assertions.assertThat;

import dev.usermedia.Delivery;
import dev.usermedia.MediaContext;
import dev.usermedia.MediaStream;
import dev.usermedia.MediaStreamTrack;
import dev.usermedia.constraints.MediaStreamConstraints;
import dev.usermedia.testkit.ManualClock;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What docs/guide/from-mdn-to-java.md shows of Web Audio, between the marks. */
class FromMdnToJavaSoundTest {
  private static final long PATIENCE_SECONDS = 30;

  private final ManualClock clock = new ManualClock();
  private final MediaContext context = MediaContext.builder().fakeDevices().clock(clock).build();

  @AfterEach
  void close() {
    context.close();
  }

  @Test
  void metersAMicrophone() {
    MediaStream stream =
        context.mediaDevices().getUserMedia(MediaStreamConstraints.builder().audio(true).build());
    // region meter
    AudioContext audio = new AudioContext(context);
    AnalyserNode analyser = audio.createAnalyser();
    audio.createMediaStreamSource(stream).connect(analyser);
    float[] samples = new float[analyser.fftSize()];
    // endregion
    clock.awaitWaiters(2);
    clock.advanceUs(90_000);
    float beep = level(analyser, samples);
    clock.advanceUs(800_000);
    assertThat(beep).isBetween(0.45f, 0.55f);
    assertThat(level(analyser, samples)).isBetween(0.2f, 0.3f); // the bits behind the beep
  }

  private static float level(AnalyserNode analyser, float[] samples) {
    float level = 0;
    // region level
    analyser.getFloatTimeDomainData(samples);
    for (float sample : samples) {
      level = Math.max(level, Math.abs(sample));
    }
    // endregion
    return level;
  }

  @Test
  void mixesATrackOfAToneAndAMicrophone() throws Exception {
    MediaStream microphone =
        context.mediaDevices().getUserMedia(MediaStreamConstraints.builder().audio(true).build());
    AudioContext audio = new AudioContext(context);
    // region mix
    OscillatorNode tone = audio.createOscillator();
    GainNode soft = audio.createGain();
    soft.gain().value(0.1f);
    MediaStreamAudioDestinationNode mix = audio.createMediaStreamDestination();
    tone.connect(soft).connect(mix);
    audio.createMediaStreamSource(microphone).connect(mix);
    tone.start();
    MediaStreamTrack track = mix.stream().getAudioTracks().getFirst();
    // endregion
    CountDownLatch chunks = new CountDownLatch(20);
    var _ = track.addAudioSink(Delivery.direct(), data -> chunks.countDown());
    clock.awaitWaiters(2);
    clock.advanceUs(500_000);
    assertThat(chunks.await(PATIENCE_SECONDS, TimeUnit.SECONDS)).isTrue();
  }
}
