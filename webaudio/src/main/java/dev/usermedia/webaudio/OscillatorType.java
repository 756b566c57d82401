package dev.usermedia.webaudio;

/**
 * The shape of an oscillator's wave.
 *
 * @see <a href="https://webaudio.github.io/web-audio-api/#enumdef-oscillatortype">Web Audio API,
 *     OscillatorType</a>
 */
public enum OscillatorType {
  SINE("sine"),
  SQUARE("square"),
  SAWTOOTH("sawtooth"),
  TRIANGLE("triangle"),
  CUSTOM("custom");

  private final String value;

  OscillatorType(String value) {
    this.value = value;
  }

  /** The name in the specification. */
  public String value() {
    return value;
  }
}
