package dev.usermedia.webaudio.internal.dsp;

import static java.lang.foreign.ValueLayout.JAVA_FLOAT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.usermedia.frame.AudioData;
import dev.usermedia.frame.AudioDataBuffer;
import dev.usermedia.frame.AudioDataPool;
import dev.usermedia.frame.AudioLayout;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TrackReaderTest {
  private static final int OUTPUT_HZ = 48_000;
  private static final int QUANTUM = 128;
  private static final double TONE_HZ = 1_000;

  /**
   * A device's tone of some seconds as a graph reads it.
   *
   * @param deviceHz what the device says its rate is
   * @param actualHz at which its samples come by the clock
   * @param lateUs how long after their capture they come
   */
  private static float[] read(int deviceHz, double actualHz, long lateUs, int seconds) {
    TrackReader reader = new TrackReader(OUTPUT_HZ);
    float[] out = new float[seconds * OUTPUT_HZ / QUANTUM * QUANTUM];
    int chunk = deviceHz / 100;
    long written = 0;
    float[] quantum = new float[QUANTUM];
    try (AudioDataPool pool = new AudioDataPool(AudioLayout.f32Planar(deviceHz, 1), chunk, 1)) {
      for (int at = 0; at < out.length; at += QUANTUM) {
        long nowUs = (at + QUANTUM) * 1_000_000L / OUTPUT_HZ;
        for (; (written + chunk) / actualHz * 1e6 + lateUs <= nowUs; written += chunk) {
          AudioDataBuffer buffer = pool.acquire().orElseThrow();
          for (int i = 0; i < chunk; i++) {
            double phase = 2 * Math.PI * TONE_HZ * (written + i) / actualHz;
            buffer.plane(0).setAtIndex(JAVA_FLOAT, i, (float) Math.sin(phase));
          }
          try (AudioData data = buffer.publish(chunk, Math.round(written / actualHz * 1e6))) {
            reader.write(data);
          }
        }
        if (reader.begin(at * 1_000_000L / OUTPUT_HZ, QUANTUM) == 1) {
          reader.read(0, quantum, QUANTUM);
          reader.end(QUANTUM);
          System.arraycopy(quantum, 0, out, at, QUANTUM);
        }
      }
    }
    return out;
  }

  private static double peak(float[] samples) {
    double peak = 0;
    for (int i = OUTPUT_HZ; i < samples.length; i++) {
      peak = Math.max(peak, Math.abs(samples[i]));
    }
    return peak;
  }

  @ParameterizedTest
  @CsvSource({
    "48000, 48000",
    "48000, 48024",
    "48000, 47976",
    "44100, 44100",
    "16000, 16003.2",
    "96000, 95990"
  })
  void noSoundIsMissingOrHeardTwiceHoweverTheClocksDrift(int deviceHz, double actualHz) {
    float[] samples = read(deviceHz, actualHz, 0, 15);
    assertUnbroken(samples);
  }

  @Test
  void chunksThatAlwaysComeLateAreAwaited() {
    assertUnbroken(read(OUTPUT_HZ, OUTPUT_HZ, 120_000, 3));
  }

  /** Once begun, a sine has no corner: the second difference is small everywhere. */
  private static void assertUnbroken(float[] samples) {
    double omega = 2 * Math.PI * TONE_HZ / OUTPUT_HZ;
    double worst = 0;
    for (int i = OUTPUT_HZ; i < samples.length - 1; i++) {
      double curve = samples[i + 1] - 2.0 * samples[i] + samples[i - 1];
      worst = Math.max(worst, Math.abs(curve + omega * omega * samples[i]));
    }
    assertThat(worst).isLessThan(0.003);
    assertThat(peak(samples)).isEqualTo(1, within(0.01));
  }

  @Test
  void whileTheClocksAgreeSamplesPassAsTheyAre() {
    float[] samples = read(OUTPUT_HZ, OUTPUT_HZ, 0, 2);
    double delay = 0.03 * OUTPUT_HZ;
    double worst = 0;
    for (int i = OUTPUT_HZ; i < 2 * OUTPUT_HZ - QUANTUM; i++) {
      double phase = 2 * Math.PI * TONE_HZ * (i - delay) / OUTPUT_HZ;
      worst = Math.max(worst, Math.abs(samples[i] - Math.sin(phase)));
    }
    assertThat(worst).isLessThan(1e-5);
  }
}
