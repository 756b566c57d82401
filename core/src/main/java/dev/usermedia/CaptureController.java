package dev.usermedia;

import dev.usermedia.spi.SourceDevice;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What an application may say about one capture of a display, besides its tracks. Goes with one
 * call of {@code getDisplayMedia}, successful or not. Safe for use from any thread.
 *
 * @see <a href="https://www.w3.org/TR/screen-capture/#capturecontroller">Screen Capture,
 *     CaptureController</a>
 */
public final class CaptureController {
  /** How long after the capture started the focus may still be moved; the text advises a second. */
  private static final long LONGEST_DECISION_US = 1_000_000;

  /** Guards the slots below; a leaf. */
  private final Object lock = new Object();

  /** [[IsBound]]. */
  private boolean bound;

  /** [[Source]] and [[DisplaySurfaceType]]. */
  private @Nullable Session session;

  /** [[FocusChangeDisabled]]. */
  private boolean focusChangeDisabled;

  /** [[FocusDecisionFinalized]]. */
  private boolean focusDecisionFinalized;

  /** [[FocusBehavior]]. */
  private @Nullable CaptureStartFocusBehavior focusBehavior;

  /** A controller of no capture yet. */
  public CaptureController() {}

  /**
   * A capture that began.
   *
   * @param link leads to its source
   * @param device of the driver that captures the surface
   * @param startedUs when it began, by the context's clock
   */
  record Session(
      MediaContext context,
      TrackLink link,
      DisplaySurface surface,
      SourceDevice device,
      long startedUs) {
    /** Whether it is a window: the focus of a whole monitor cannot be moved. */
    boolean canBeFocused() {
      return !surface.displaySurface().equals("monitor");
    }

    boolean isLate() {
      return context.clock().nowUs() - startedUs > LONGEST_DECISION_US;
    }

    void focus(CaptureStartFocusBehavior behavior) {
      Optional<DisplayFocus> host = context.settings().displayFocus();
      try {
        if (host.isPresent()) {
          host.get().focus(behavior, surface);
        } else if (behavior == CaptureStartFocusBehavior.FOCUS_CAPTURED_SURFACE) {
          context.inventory().focus(device);
        }
      } catch (RuntimeException failure) {
        context.loop().report(failure);
      }
    }
  }

  /**
   * Says where the focus is to be once the capture has started. May be called before the capture,
   * and until the task after the one that completed {@code getDisplayMediaAsync}: by whoever is
   * called by its future, but hardly by another thread.
   *
   * @throws DOMException {@code InvalidStateError} if the capture has ended, is not of a window, or
   *     the focus was decided already
   * @see <a href="https://www.w3.org/TR/screen-capture/#dom-capturecontroller-setfocusbehavior">
   *     Screen Capture, setFocusBehavior()</a>
   */
  public void setFocusBehavior(CaptureStartFocusBehavior behavior) {
    synchronized (lock) {
      Session current = session;
      if (current != null) {
        if (!current.link.isSourceLive()) {
          throw new DOMException("the capture has ended", "InvalidStateError");
        }
        if (!current.canBeFocused()) {
          throw new DOMException("what is captured is no window", "InvalidStateError");
        }
        if (focusDecisionFinalized) {
          throw new DOMException("the focus was decided already", "InvalidStateError");
        }
      }
      focusBehavior = behavior;
      if (current == null) {
        return;
      }
    }
    finalizeFocusDecision();
  }

  /**
   * Binds the controller to a call.
   *
   * @throws DOMException {@code InvalidStateError} if it was bound before
   */
  void bind() {
    synchronized (lock) {
      if (bound) {
        throw new DOMException(
            "the CaptureController was used in another call", "InvalidStateError");
      }
      bound = true;
    }
  }

  /** The call succeeded. */
  void started(Session newSession) {
    synchronized (lock) {
      session = newSession;
    }
    newSession.context.mediaDevices().deciding().add(this);
  }

  /** The context lost the focus: whoever has it now keeps it. */
  void disableFocusChange() {
    synchronized (lock) {
      focusChangeDisabled = true;
    }
  }

  /** The finalize focus decision algorithm. */
  void finalizeFocusDecision() {
    Session current;
    synchronized (lock) {
      current = session;
    }
    if (current == null) {
      return;
    }
    boolean mayMove = current.canBeFocused() && !current.isLate();
    CaptureStartFocusBehavior behavior;
    synchronized (lock) {
      if (focusDecisionFinalized) {
        return;
      }
      focusDecisionFinalized = true;
      behavior = mayMove && !focusChangeDisabled ? focusBehavior : null;
    }
    current.context.mediaDevices().deciding().remove(this);
    if (behavior != null && behavior != CaptureStartFocusBehavior.NO_FOCUS_CHANGE) {
      current.context.workers().execute(() -> current.focus(behavior));
    }
  }
}
