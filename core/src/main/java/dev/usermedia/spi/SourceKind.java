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
    return this == CAMERA || isDisplay();
  }

  /** Whether the device is what a screen shows. */
  public boolean isDisplay() {
    return this == SCREEN || this == WINDOW;
  }
}
