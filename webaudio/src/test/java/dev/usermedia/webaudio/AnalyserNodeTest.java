package dev.usermedia.webaudio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.within;

import dev.usermedia.DOMException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class AnalyserNodeTest {
  private static final int BINS = 1_024;

  @RegisterExtension final Offline offline = new Offline();

  /** A sine in the very middle of the 64th frequency. */
  private AnalyserNode hears(float amplitude) {
    OfflineAudioContext context = offline.context(1, 4_096);
    OscillatorNode oscillator = context.createOscillator();
    oscillator.frequency().value(64 * Offline.RATE_HZ / (2 * BINS));
    GainNode gain = context.createGain();
    gain.gain().value(amplitude);
    AnalyserNode analyser = context.createAnalyser();
    oscillator.connect(gain).connect(analyser);
    oscillator.start();
    var _ = context.startRendering();
    return analyser;
  }

  @Test
  void theSpectrumOfASineIsThatOfItsWindow() {
    AnalyserNode analyser = hears(0.5f);
    analyser.smoothingTimeConstant(0);
    float[] levels = new float[BINS];
    analyser.getFloatFrequencyData(levels);
    // half of the amplitude, times the window's mean of 0.42 and, beside it, half of 0.5
    assertThat((double) levels[64]).isEqualTo(20 * Math.log10(0.25 * 0.42), within(0.01));
    assertThat((double) levels[63]).isEqualTo(20 * Math.log10(0.25 * 0.25), within(0.01));
    assertThat((double) levels[65]).isEqualTo(20 * Math.log10(0.25 * 0.25), within(0.01));
    assertThat((double) levels[66]).isEqualTo(20 * Math.log10(0.25 * 0.04), within(0.01));
    assertThat(levels[80]).isLessThan(-100);
  }

  @Test
  void withinAQuantumTheSpectrumIsSmoothedOnce() {
    AnalyserNode analyser = hears(0.5f);
    float[] levels = new float[BINS];
    analyser.getFloatFrequencyData(levels);
    double once = 20 * Math.log10(0.2 * 0.25 * 0.42);
    assertThat((double) levels[64]).isEqualTo(once, within(0.01));
    analyser.getFloatFrequencyData(levels);
    assertThat((double) levels[64]).isEqualTo(once, within(0.01));
  }

  @Test
  void bytesAreBetweenTheTwoLevels() {
    AnalyserNode analyser = hears(0.5f);
    analyser.smoothingTimeConstant(0);
    analyser.maxDecibels(0);
    byte[] bytes = new byte[BINS];
    analyser.getByteFrequencyData(bytes);
    double level = 20 * Math.log10(0.25 * 0.42);
    assertThat(bytes[64] & 0xff).isEqualTo((int) Math.floor(255.0 / 100 * (level + 100)));
    assertThat(bytes[500]).isZero();
    analyser.maxDecibels(-40);
    analyser.getByteFrequencyData(bytes);
    assertThat(bytes[64] & 0xff).isEqualTo(255);
  }

  @Test
  void theLatestSamplesAreTold() {
    AnalyserNode analyser = hears(0.5f);
    float[] samples = new float[2 * BINS];
    analyser.getFloatTimeDomainData(samples);
    assertThat(Sound.rms(samples, 0, samples.length)).isEqualTo(0.5 / Math.sqrt(2), within(1e-4));
    byte[] bytes = new byte[2 * BINS];
    analyser.getByteTimeDomainData(bytes);
    for (int i = 0; i < bytes.length; i++) {
      assertThat(bytes[i] & 0xff).isEqualTo((int) Math.floor(128 * (1 + samples[i])));
    }
  }

  @Test
  void sizesAreNearbyPowersOfTwoAndLevelsInOrder() {
    AnalyserNode analyser = offline.context(1, 128).createAnalyser();
    for (int size : new int[] {0, 16, 100, 65_536}) {
      assertThatExceptionOfType(DOMException.class)
          .isThrownBy(() -> analyser.fftSize(size))
          .matches(e -> e.name().equals("IndexSizeError"));
    }
    analyser.fftSize(32_768);
    assertThat(analyser.frequencyBinCount()).isEqualTo(16_384);
    assertThatExceptionOfType(DOMException.class).isThrownBy(() -> analyser.minDecibels(-30));
    assertThatExceptionOfType(DOMException.class)
        .isThrownBy(() -> analyser.smoothingTimeConstant(1.01));
  }
}
