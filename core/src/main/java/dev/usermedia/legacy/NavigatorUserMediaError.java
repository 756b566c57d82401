package dev.usermedia.legacy;

import dev.usermedia.DOMException;
import dev.usermedia.OverconstrainedError;
import dev.usermedia.TypeError;
import java.util.Optional;

/**
 * A failure of {@link NavigatorUserMedia#getUserMedia} under the names of its time: {@code
 * PermissionDeniedError} for {@code NotAllowedError}, {@code ConstraintNotSatisfiedError} for
 * {@code OverconstrainedError}, {@code NotSupportedError} if nothing was asked for; others have
 * kept their names. Today's failure is the {@linkplain #getCause() cause}.
 *
 * @see <a
 *     href="https://www.w3.org/TR/2013/WD-mediacapture-streams-20130903/#navigatorusermediaerror-and-navigatorusermediaerrorcallback">
 *     Media Capture and Streams of September 2013</a>
 * @deprecated replaced by {@link DOMException} and {@link OverconstrainedError}
 */
@Deprecated
public final class NavigatorUserMediaError extends DOMException {
  private static final long serialVersionUID = 1L;

  private final String constraintName;

  private NavigatorUserMediaError(String name, String constraintName, Throwable cause) {
    super(String.valueOf(cause.getMessage()), name, cause);
    this.constraintName = constraintName;
  }

  /** The error of its time for a failure of today. */
  static NavigatorUserMediaError of(Throwable failure) {
    return switch (failure) {
      case OverconstrainedError e ->
          new NavigatorUserMediaError("ConstraintNotSatisfiedError", e.constraint(), e);
      case DOMException e when e.name().equals("NotAllowedError") ->
          new NavigatorUserMediaError("PermissionDeniedError", "", e);
      case DOMException e -> new NavigatorUserMediaError(e.name(), "", e);
      case TypeError e -> new NavigatorUserMediaError("NotSupportedError", "", e);
      default -> new NavigatorUserMediaError("AbortError", "", failure);
    };
  }

  /** The constraint that could not be satisfied, if that is the failure and it may be told. */
  public Optional<String> constraintName() {
    return Optional.of(constraintName).filter(name -> !name.isEmpty());
  }
}
