package dev.usermedia.webaudio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.usermedia.DOMException;
import java.util.function.Consumer;
import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Each schedule against the formula of the specification. */
class AudioParamTest {
  private static final int SECOND = 48_000;

  @RegisterExtension final Offline offline = new Offline();

  private float[] values(Consumer<AudioParam> schedule) {
    OfflineAudioContext context = offline.context(1, SECOND);
    ConstantSourceNode source = context.createConstantSource();
    schedule.accept(source.offset());
    source.connect(context.destination());
    source.start();
    return context.startRendering().getChannelData(0);
  }

  private static void assertFollows(float[] values, DoubleUnaryOperator formula) {
    int worst = 0;
    double error = 0;
    for (int i = 0; i < values.length; i++) {
      double off = Math.abs(values[i] - formula.applyAsDouble(i / (double) SECOND));
      if (!(off <= error)) {
        worst = i;
        error = off;
      }
    }
    assertThat(error).as("off at sample %d, which is %f", worst, values[worst]).isLessThan(2e-5);
  }

  @Test
  void rampsGoFromTheEventBeforeAndStayWhereTheyEnd() {
    float[] values =
        values(
            offset ->
                offset
                    .setValueAtTime(0.5f, 0.1)
                    .linearRampToValueAtTime(2, 0.5)
                    .exponentialRampToValueAtTime(0.25f, 0.9));
    assertFollows(
        values,
        t ->
            t < 0.1
                ? 1
                : t < 0.5
                    ? 0.5 + 1.5 * (t - 0.1) / 0.4
                    : t < 0.9 ? 2 * Math.pow(0.125, (t - 0.5) / 0.4) : 0.25);
  }

  @Test
  void aRampWithoutAnEventBeforeGoesFromTheValueNow() {
    assertFollows(
        values(offset -> offset.linearRampToValueAtTime(0, 0.5)), t -> Math.max(0, 1 - 2 * t));
  }

  @Test
  void aTargetIsApproachedFromTheValueThatThereIs() {
    float[] values =
        values(
            offset ->
                offset
                    .setValueAtTime(0, 0)
                    .setTargetAtTime(1, 0.2, 0.1)
                    .setTargetAtTime(0, 0.6, 0.05));
    double reached = 1 - Math.exp(-4);
    assertFollows(
        values,
        t ->
            t < 0.2
                ? 0
                : t < 0.6 ? 1 - Math.exp(-(t - 0.2) / 0.1) : reached * Math.exp(-(t - 0.6) / 0.05));
  }

  @Test
  void aCurveIsFollowedInStraightLinesAndItsLastValueStays() {
    float[] values =
        values(offset -> offset.setValueCurveAtTime(new float[] {0, 1, 0.5f}, 0.25, 0.5));
    assertFollows(
        values, t -> t < 0.25 ? 1 : t < 0.5 ? (t - 0.25) * 4 : t < 0.75 ? 1 - (t - 0.5) * 2 : 0.5);
  }

  @Test
  void whatIsCancelledDoesNotHappen() {
    float[] values =
        values(
            offset ->
                offset
                    .setValueAtTime(0.5f, 0.1)
                    .setValueAtTime(2, 0.5)
                    .setValueAtTime(3, 0.7)
                    .cancelScheduledValues(0.5));
    assertFollows(values, t -> t < 0.1 ? 1 : 0.5);
  }

  @Test
  void whatIsCancelledAndHeldStopsOnItsWay() {
    float[] ramp =
        values(
            offset ->
                offset
                    .setValueAtTime(0, 0)
                    .linearRampToValueAtTime(1, 1)
                    .cancelAndHoldAtTime(0.25));
    assertFollows(ramp, t -> Math.min(t, 0.25));
    float[] curve =
        values(
            offset ->
                offset.setValueCurveAtTime(new float[] {0, 1}, 0, 1).cancelAndHoldAtTime(0.5));
    assertFollows(curve, t -> Math.min(t, 0.5));
    float[] target = values(offset -> offset.setTargetAtTime(0, 0, 0.5).cancelAndHoldAtTime(0.5));
    assertFollows(target, t -> Math.exp(-Math.min(t, 0.5) / 0.5));
  }

  @Test
  void soundThatIsConnectedIsAddedToTheValue() {
    OfflineAudioContext context = offline.context(1, SECOND);
    ConstantSourceNode source = context.createConstantSource();
    OscillatorNode tremolo = context.createOscillator();
    tremolo.frequency().value(10);
    tremolo.connect(source.offset());
    source.connect(context.destination());
    source.start();
    tremolo.start();
    assertFollows(
        context.startRendering().getChannelData(0), t -> 1 + Math.sin(2 * Math.PI * 10 * t));
  }

  @Test
  void ofAKRateEachQuantumHasOneValue() {
    float[] values =
        values(
            offset -> {
              offset.automationRate(AutomationRate.K_RATE);
              offset.setValueAtTime(0, 0).linearRampToValueAtTime(1, 1);
            });
    assertFollows(values, t -> Math.floor(Math.round(t * SECOND) / 128.0) * 128 / SECOND);
  }

  @Test
  void theValueIsToldAsSetAndThenAsRendered() {
    OfflineAudioContext context = offline.context(1, SECOND);
    GainNode gain = context.createGain();
    gain.gain().value(0.5f);
    assertThat(gain.gain().value()).isEqualTo(0.5f);
    gain.gain().linearRampToValueAtTime(2, 0.5);
    gain.connect(context.destination());
    var _ = context.startRendering();
    assertThat(gain.gain().value()).isEqualTo(2);
  }

  @Test
  void nothingElseHappensDuringACurve() {
    AudioParam offset = offline.context(1, 128).createConstantSource().offset();
    offset.setValueCurveAtTime(new float[] {0, 1}, 1, 1);
    assertThatExceptionOfType(DOMException.class)
        .isThrownBy(() -> offset.setValueAtTime(1, 1.5))
        .matches(e -> e.name().equals("NotSupportedError"));
    assertThatExceptionOfType(DOMException.class)
        .isThrownBy(() -> offset.setValueCurveAtTime(new float[] {0, 1}, 0.5, 1));
    offset.setValueAtTime(1, 2);
  }

  @Test
  void timesAreFiniteAndNotNegativeAndRatesOfSomeAreForGood() {
    AudioBufferSourceNode source = offline.context(1, 128).createBufferSource();
    AudioParam rate = source.playbackRate();
    assertThatIllegalArgumentException().isThrownBy(() -> rate.setValueAtTime(1, -1));
    assertThatIllegalArgumentException().isThrownBy(() -> rate.setValueAtTime(1, Double.NaN));
    assertThatIllegalArgumentException().isThrownBy(() -> rate.exponentialRampToValueAtTime(0, 1));
    assertThatExceptionOfType(DOMException.class)
        .isThrownBy(() -> rate.automationRate(AutomationRate.A_RATE))
        .matches(e -> e.name().equals("InvalidStateError"));
  }
}
