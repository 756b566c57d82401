package dev.usermedia.webaudio;

/**
 * Whether a context renders.
 *
 * @see <a href="https://webaudio.github.io/web-audio-api/#dom-audiocontextstate">Web Audio API,
 *     AudioContextState</a>
 */
public enum AudioContextState {
  SUSPENDED("suspended"),
  RUNNING("running"),
  CLOSED("closed");

  private final String value;

  AudioContextState(String value) {
    this.value = value;
  }

  /** The name in the specification. */
  public String value() {
    return value;
  }
}
