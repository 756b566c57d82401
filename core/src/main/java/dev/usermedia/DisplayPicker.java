package dev.usermedia;

import java.util.List;
import java.util.Optional;

/**
 * Lets somebody choose the surface that {@code getDisplayMedia} captures. Called on a thread of its
 * own, which it may block for as long as a person thinks.
 */
@FunctionalInterface
public interface DisplayPicker {
  /**
   * The choice among at least one surface; none is a refusal and becomes {@code NotAllowedError}.
   *
   * @param surfaces what can be captured, in the order of what the application prefers
   */
  Optional<DisplaySurface> pick(List<DisplaySurface> surfaces);

  /**
   * {@link #pick(List)} for those who heed the application's other hints, such as whether the
   * surface may be switched later. Hints do not bind: whatever exists may be chosen.
   */
  default Optional<DisplaySurface> pick(
      List<DisplaySurface> surfaces, DisplayMediaStreamOptions hints) {
    return pick(surfaces);
  }
}
