package dev.usermedia.javascript.internal.bridge;

import dev.usermedia.CaptureController;
import dev.usermedia.CaptureStartFocusBehavior;
import org.graalvm.polyglot.HostAccess.Export;

/** A script's say about one capture of a display. Used on the script's thread only. */
public final class ControllerHost {
  private final CaptureController controller = new CaptureController();
  private final Answers answers;

  ControllerHost(Answers answers) {
    this.answers = answers;
  }

  CaptureController controller() {
    return controller;
  }

  /** Takes a value of CaptureStartFocusBehavior. */
  @Export
  public boolean setFocusBehavior(String behavior) {
    return answers.get(
        () -> {
          controller.setFocusBehavior(
              DisplayOptions.named(CaptureStartFocusBehavior.values(), behavior));
          return true;
        });
  }
}
