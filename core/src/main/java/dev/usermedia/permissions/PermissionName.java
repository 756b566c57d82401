package dev.usermedia.permissions;

import dev.usermedia.MediaKind;

/**
 * The powerful features of this library.
 *
 * @see <a href="https://www.w3.org/TR/mediacapture-streams/#permissions-integration">Media Capture
 *     and Streams, Permissions Integration</a>
 */
public enum PermissionName {
  CAMERA("camera"),
  MICROPHONE("microphone"),
  DISPLAY_CAPTURE("display-capture"),
  SPEAKER_SELECTION("speaker-selection"),
  /** Of Window Management: what screens there are. */
  WINDOW_MANAGEMENT("window-management");

  private final String value;

  PermissionName(String value) {
    this.value = value;
  }

  /** The name on the Web. */
  public String value() {
    return value;
  }

  /** The permission that {@code getUserMedia} needs for a kind of track. */
  public static PermissionName of(MediaKind kind) {
    return kind == MediaKind.AUDIO ? MICROPHONE : CAMERA;
  }
}
