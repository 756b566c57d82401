package dev.usermedia;

/**
 * What a track's application knows of its content. Whoever handles the track chooses accordingly
 * between what it can keep and what it can give up.
 *
 * @see <a
 *     href="https://www.w3.org/TR/mst-content-hint/#extension-to-mediastreamtrack">MediaStreamTrack
 *     Content Hints</a>
 */
public enum ContentHint {
  /** Nothing is known. */
  NONE(""),
  /** Sound: people talk; intelligibility counts. */
  SPEECH("speech"),
  /** Sound: a machine listens to people. */
  SPEECH_RECOGNITION("speech-recognition"),
  /** Sound: nothing is to be taken for noise. */
  MUSIC("music"),
  /** Pictures: movement counts more than detail. */
  MOTION("motion"),
  /** Pictures: detail counts more than movement. */
  DETAIL("detail"),
  /** Pictures: text and line art, with sharp edges and even areas. */
  TEXT("text");

  private final String value;

  ContentHint(String value) {
    this.value = value;
  }

  /** The Web's string. */
  public String value() {
    return value;
  }

  /** Whether tracks of the kind may carry it. */
  boolean appliesTo(MediaKind kind) {
    return switch (this) {
      case NONE -> true;
      case SPEECH, SPEECH_RECOGNITION, MUSIC -> kind == MediaKind.AUDIO;
      case MOTION, DETAIL, TEXT -> kind == MediaKind.VIDEO;
    };
  }

  /** Whether pictures are to keep their edges. */
  boolean isOfDetail() {
    return this == DETAIL || this == TEXT;
  }

  @Override
  public String toString() {
    return value;
  }
}
