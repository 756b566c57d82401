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
   */
  Optional<DisplaySurface> pick(List<DisplaySurface> surfaces);
}
