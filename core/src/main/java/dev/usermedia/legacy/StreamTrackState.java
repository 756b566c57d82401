package dev.usermedia.legacy;

/**
 * The stages of a track that could be made before its source was opened.
 *
 * @deprecated {@link dev.usermedia.MediaStreamTrackState}: tracks are born live
 */
@Deprecated
public enum StreamTrackState {
  /** Not opened yet. */
  NEW("new"),
  /** Its source delivers, or may again. */
  LIVE("live"),
  /** For good. */
  ENDED("ended");

  private final String value;

  StreamTrackState(String value) {
    this.value = value;
  }

  /** The Web's string. */
  public String value() {
    return value;
  }
}
