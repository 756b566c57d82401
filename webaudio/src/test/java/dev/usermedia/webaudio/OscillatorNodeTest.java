package dev.usermedia.webaudio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.within;

import dev.usermedia.DOMException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class OscillatorNodeTest {
  private static final int SECOND = 48_000;

  @RegisterExtension final Offline offline = new Offline();

  private float[] tone(OscillatorType type, float hertz) {
    OfflineAudioContext context = offline.context(1, SECOND);
    OscillatorNode oscillator = context.createOscillator();
    oscillator.type(type);
    oscillator.frequency().value(hertz);
    oscillator.connect(context.destination());
    oscillator.start();
    return context.startRendering().getChannelData(0);
  }

  @Test
  void aSineIsTheSineOfItsFrequencyFromThePhaseZero() {
    float[] samples = tone(OscillatorType.SINE, 440);
    double worst = 0;
    for (int i = 0; i < samples.length; i++) {
      worst = Math.max(worst, Math.abs(samples[i] - Math.sin(2 * Math.PI * 440 * i / SECOND)));
    }
    assertThat(worst).isLessThan(1e-5);
  }

  /** 4 kHz: only 1, 3 and 5 are below half of the rate, and whatever folds back is elsewhere. */
  @ParameterizedTest
  @EnumSource(names = {"SQUARE", "SAWTOOTH", "TRIANGLE"})
  void nothingOfAWaveIsAboveHalfOfTheSampleRateOrFoldedBack(OscillatorType type) {
    float[] samples = tone(type, 4_100);
    double power = 0;
    for (int partial = 1; partial <= 5; partial++) {
      double amplitude = Sound.amplitude(samples, 0, SECOND, 4_100.0 * partial, SECOND);
      power += amplitude * amplitude / 2;
    }
    double rms = Sound.rms(samples, 0, SECOND);
    assertThat(rms * rms - power).as("power beside the partials").isLessThan(rms * rms * 1e-5);
  }

  @Test
  void aSquaresPartialsAreAsItsSeriesSays() {
    float[] samples = tone(OscillatorType.SQUARE, 100);
    double first = Sound.amplitude(samples, 0, SECOND, 100, SECOND);
    for (int partial = 3; partial < 20; partial += 2) {
      assertThat(Sound.amplitude(samples, 0, SECOND, 100 * partial, SECOND))
          .isEqualTo(first / partial, within(1e-3));
      assertThat(Sound.amplitude(samples, 0, SECOND, 100 * (partial - 1), SECOND)).isLessThan(1e-4);
    }
  }

  @Test
  void detuneIsInCentsAndStartAndStopAreToTheSample() {
    OfflineAudioContext context = offline.context(1, SECOND);
    OscillatorNode oscillator = context.createOscillator();
    oscillator.frequency().value(500);
    oscillator.detune().value(1200);
    oscillator.connect(context.destination());
    oscillator.start(0.25);
    oscillator.stop(0.75);
    float[] samples = context.startRendering().getChannelData(0);
    assertThat(Sound.amplitude(samples, SECOND / 4, SECOND * 3 / 4, 1000, SECOND))
        .isEqualTo(1, within(1e-4));
    assertThat(Sound.rms(samples, 0, SECOND / 4)).isZero();
    assertThat(Sound.rms(samples, SECOND * 3 / 4, SECOND)).isZero();
    assertThat(samples[SECOND / 4 + 1]).isNotZero();
    assertThat(samples[SECOND * 3 / 4 - 1]).isNotZero();
  }

  @Test
  void aWaveOfOnesOwnHasItsPartialsAndIsCustom() {
    OfflineAudioContext context = offline.context(1, SECOND);
    OscillatorNode oscillator = context.createOscillator();
    oscillator.setPeriodicWave(
        new PeriodicWave(new float[] {0, 0.25f, 0}, new float[] {0, 0, 0.5f}, true));
    oscillator.frequency().value(300);
    oscillator.connect(context.destination());
    oscillator.start();
    float[] samples = context.startRendering().getChannelData(0);
    assertThat(oscillator.type()).isEqualTo(OscillatorType.CUSTOM);
    assertThat(samples[0]).isEqualTo(0.25f, within(1e-4f));
    assertThat(Sound.amplitude(samples, 0, SECOND, 300, SECOND)).isEqualTo(0.25, within(1e-4));
    assertThat(Sound.amplitude(samples, 0, SECOND, 600, SECOND)).isEqualTo(0.5, within(1e-4));
    assertThatExceptionOfType(DOMException.class)
        .isThrownBy(() -> oscillator.type(OscillatorType.CUSTOM))
        .matches(e -> e.name().equals("InvalidStateError"));
  }

  @Test
  void anOscillatorIsStartedOnceAndStoppedOnlyThen() {
    OscillatorNode oscillator = offline.context(1, 128).createOscillator();
    assertThatExceptionOfType(DOMException.class).isThrownBy(oscillator::stop);
    oscillator.start();
    assertThatExceptionOfType(DOMException.class)
        .isThrownBy(oscillator::start)
        .matches(e -> e.name().equals("InvalidStateError"));
  }
}
