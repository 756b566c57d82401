package dev.usermedia.webaudio.internal.graph;

/**
 * How the inputs of a node are mixed.
 *
 * @param count the node's {@code channelCount}
 * @param mode the node's {@code channelCountMode}
 * @param speakers whether channels are speakers, rather than discrete
 */
public record ChannelRules(int count, Mode mode, boolean speakers) {
  /** What the count means. */
  public enum Mode {
    MAX,
    CLAMPED_MAX,
    EXPLICIT
  }

  /** Of parameters: one channel, mixed as speakers. */
  static final ChannelRules MONO = new ChannelRules(1, Mode.EXPLICIT, true);

  /** The channels that connections are mixed to, of which the widest has so many. */
  int channels(int widest) {
    return switch (mode) {
      case MAX -> widest;
      case CLAMPED_MAX -> Math.min(widest, count);
      case EXPLICIT -> count;
    };
  }
}
