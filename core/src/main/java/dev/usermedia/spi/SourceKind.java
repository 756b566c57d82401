package dev.usermedia.spi;

/** What a driver's device captures or plays. */
public enum SourceKind {
  CAMERA,
  MICROPHONE,
  /** A whole display surface. */
  SCREEN,
  /** One window. */
  WINDOW,
  /** An audio output. */
  SPEAKER;

  /** Whether the device delivers pictures. */
  public boolean isVideo() {
    return this == CAMERA || this == SCREEN || this == WINDOW;
  }
}
