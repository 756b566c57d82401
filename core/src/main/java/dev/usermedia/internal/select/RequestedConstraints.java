package dev.usermedia.internal.select;

import dev.usermedia.MediaKind;
import dev.usermedia.constraints.MediaTrackConstraints;

/** What getUserMedia and getDisplayMedia do to constraints before they select by them. */
@SuppressWarnings("DoNotCallSuggester") // the bodies are on their way
public final class RequestedConstraints {
  private RequestedConstraints() {}

  /**
   * getUserMedia's steps on a constraint set before selection: drops members that tracks of the
   * kind do not have, and device ids that are empty strings, which stand for any device.
   */
  public static MediaTrackConstraints applicable(
      MediaTrackConstraints constraints, MediaKind kind) {
    throw new UnsupportedOperationException("applicable");
  }

  /**
   * getUserMedia's check of required constraints.
   *
   * @throws dev.usermedia.TypeError if one is not allowed for device selection
   */
  public static void checkAllowedRequired(MediaTrackConstraints constraints) {
    throw new UnsupportedOperationException("checkAllowedRequired");
  }
}
