package dev.usermedia.webaudio;

/**
 * What is preferred: soon or seldom.
 *
 * @see <a href="https://webaudio.github.io/web-audio-api/#enumdef-audiocontextlatencycategory">Web
 *     Audio API, AudioContextLatencyCategory</a>
 */
public enum AudioContextLatencyCategory {
  BALANCED("balanced"),
  INTERACTIVE("interactive"),
  PLAYBACK("playback");

  private final String value;

  AudioContextLatencyCategory(String value) {
    this.value = value;
  }

  /** The name in the specification. */
  public String value() {
    return value;
  }
}
