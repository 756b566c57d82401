package dev.usermedia.webaudio;

/**
 * How channels are mixed to fewer or more.
 *
 * @see <a href="https://webaudio.github.io/web-audio-api/#enumdef-channelinterpretation">Web Audio
 *     API, ChannelInterpretation</a>
 */
public enum ChannelInterpretation {
  SPEAKERS("speakers"),
  DISCRETE("discrete");

  private final String value;

  ChannelInterpretation(String value) {
    this.value = value;
  }

  /** The name in the specification. */
  public String value() {
    return value;
  }
}
