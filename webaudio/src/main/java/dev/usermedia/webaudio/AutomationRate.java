package dev.usermedia.webaudio;

/**
 * How often a parameter has a new value: for each sample, or each render quantum.
 *
 * @see <a href="https://webaudio.github.io/web-audio-api/#enumdef-automationrate">Web Audio API,
 *     AutomationRate</a>
 */
public enum AutomationRate {
  A_RATE("a-rate"),
  K_RATE("k-rate");

  private final String value;

  AutomationRate(String value) {
    this.value = value;
  }

  /** The name in the specification. */
  public String value() {
    return value;
  }
}
