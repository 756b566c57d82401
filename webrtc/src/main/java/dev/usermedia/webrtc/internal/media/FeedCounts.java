package dev.usermedia.webrtc.internal.media;

/**
 * The pictures of a feed.
 *
 * @param given those that the encoder was given, in all
 * @param framerate those that the track has, per second
 */
public record FeedCounts(long given, double framerate) {
  /** None. */
  public static final FeedCounts NONE = new FeedCounts(0, 0);
}
