package dev.usermedia;

/**
 * Moves the focus when an application that captures a window asks for it: part of a host that has
 * windows. Called on a thread of its own, which it may block.
 *
 * @see CaptureController#setFocusBehavior
 */
@FunctionalInterface
public interface DisplayFocus {
  /**
   * Gives the focus to the capturing application or to what it captures.
   *
   * @param behavior {@code FOCUS_CAPTURING_APPLICATION} or {@code FOCUS_CAPTURED_SURFACE}
   * @param captured the window that is captured
   */
  void focus(CaptureStartFocusBehavior behavior, DisplaySurface captured);
}
