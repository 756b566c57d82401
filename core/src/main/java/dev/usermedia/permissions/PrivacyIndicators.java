package dev.usermedia.permissions;

import dev.usermedia.MediaKind;
import dev.usermedia.Registration;
import java.util.function.Consumer;

/**
 * What a person is to be shown of a context: whether it captures, and whether it could without
 * asking. An indicator that goes on stays on for at least {@value #SHORTEST_MS} ms, so that it is
 * seen. Safe for use from any thread; listeners are called on the context's event loop.
 *
 * @see <a href="https://www.w3.org/TR/mediacapture-streams/#privacy-indicator-requirements">Media
 *     Capture and Streams, Privacy Indicator Requirements</a>
 */
public interface PrivacyIndicators {
  /** How long an indicator is shown at least, in milliseconds. */
  int SHORTEST_MS = 3_000;

  /** Whether capture of the kind is indicated. */
  boolean live(MediaKind kind);

  /** Whether access to the kind without asking is indicated. */
  boolean accessible(MediaKind kind);

  /** Whether any capture is indicated. */
  default boolean anyLive() {
    return live(MediaKind.AUDIO) || live(MediaKind.VIDEO);
  }

  /** Whether any access without asking is indicated. */
  default boolean anyAccessible() {
    return accessible(MediaKind.AUDIO) || accessible(MediaKind.VIDEO);
  }

  /** Listens for changes of any indicator. */
  Registration onchange(Consumer<PrivacyIndicators> listener);
}
