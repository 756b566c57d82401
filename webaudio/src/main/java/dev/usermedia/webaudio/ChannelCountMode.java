package dev.usermedia.webaudio;

/**
 * To how many channels the connections of an input are mixed.
 *
 * @see <a href="https://webaudio.github.io/web-audio-api/#enumdef-channelcountmode">Web Audio API,
 *     ChannelCountMode</a>
 */
public enum ChannelCountMode {
  MAX("max"),
  CLAMPED_MAX("clamped-max"),
  EXPLICIT("explicit");

  private final String value;

  ChannelCountMode(String value) {
    this.value = value;
  }

  /** The name in the specification. */
  public String value() {
    return value;
  }
}
