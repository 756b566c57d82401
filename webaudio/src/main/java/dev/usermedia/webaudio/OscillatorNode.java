package dev.usermedia.webaudio;

import dev.usermedia.DOMException;
import dev.usermedia.webaudio.internal.graph.OscillatorProcessor;

/**
 * A periodic wave, without what of it would be above half of the sample rate.
 *
 * @see <a href="https://webaudio.github.io/web-audio-api/#OscillatorNode">Web Audio API,
 *     OscillatorNode</a>
 */
public final class OscillatorNode extends AudioScheduledSourceNode {
  private static final float USUAL_HZ = 440;

  /** So that two to the power of so many octaves is a float. */
  private static final float MOST_CENTS = (float) (1200 * Math.log(Float.MAX_VALUE) / Math.log(2));

  private final AudioParam frequency;
  private final AudioParam detune;
  private final OscillatorProcessor processor;
  private OscillatorType type = OscillatorType.SINE;

  /** A sine of 440 Hz that was not started. */
  public OscillatorNode(BaseAudioContext context) {
    this(
        context,
        AudioParam.of(context, USUAL_HZ, -context.sampleRate() / 2, context.sampleRate() / 2),
        AudioParam.of(context, 0, -MOST_CENTS, MOST_CENTS));
  }

  private OscillatorNode(BaseAudioContext context, AudioParam frequency, AudioParam detune) {
    this(
        context,
        frequency,
        detune,
        new OscillatorProcessor(
            frequency.processor(), detune.processor(), context.wave(OscillatorType.SINE)));
  }

  private OscillatorNode(
      BaseAudioContext context,
      AudioParam frequency,
      AudioParam detune,
      OscillatorProcessor processor) {
    super(context, processor);
    this.frequency = frequency;
    this.detune = detune;
    this.processor = processor;
  }

  public synchronized OscillatorType type() {
    return type;
  }

  /**
   * Goes on with another wave.
   *
   * @throws DOMException {@code InvalidStateError} for {@code CUSTOM}: that is what {@link
   *     #setPeriodicWave} makes it
   */
  public synchronized void type(OscillatorType newType) {
    if (newType == OscillatorType.CUSTOM) {
      throw new DOMException("setPeriodicWave makes a custom wave", "InvalidStateError");
    }
    type = newType;
    var wave = context().wave(newType);
    context().graph().send(() -> processor.wave(wave));
  }

  /** In hertz. */
  public AudioParam frequency() {
    return frequency;
  }

  /** By how much it is higher, in cents: hundredths of a semitone. */
  public AudioParam detune() {
    return detune;
  }

  /** Goes on with a wave of one's own. */
  public synchronized void setPeriodicWave(PeriodicWave periodicWave) {
    type = OscillatorType.CUSTOM;
    context().graph().send(() -> processor.wave(periodicWave.table()));
  }
}
