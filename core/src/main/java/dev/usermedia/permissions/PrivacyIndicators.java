package dev.usermedia.permissions;

import dev.usermedia.MediaKind;
import dev.usermedia.Registration;
import java.util.Arrays;
import java.util.function.Consumer;

/**
 * What a person is to be shown of a context: whether it captures, and whether it could without
 * asking, from cameras and microphones and from displays. An indicator that goes on stays on for at
 * least {@value #SHORTEST_MS} ms, so that it is seen. Safe for use from any thread; listeners are
 * called on the context's event loop.
 *
 * @see <a href="https://www.w3.org/TR/mediacapture-streams/#privacy-indicator-requirements">Media
 *     Capture and Streams, Privacy Indicator Requirements</a>
 * @see <a href="https://www.w3.org/TR/screen-capture/#privacy-indicator-requirements">Screen
 *     Capture, Privacy Indicator Requirements</a>
 */
public interface PrivacyIndicators {
  /** How long an indicator is shown at least, in milliseconds. */
  int SHORTEST_MS = 3_000;

  /** Whether capture of the kind is indicated. */
  boolean live(MediaKind kind);

  /** Whether access to the kind without asking is indicated. */
  boolean accessible(MediaKind kind);

  /** Whether capture of displays is indicated: anyDisplayVideoLive, anyDisplayAudioLive. */
  boolean displayLive(MediaKind kind);

  /**
   * Whether access to displays is indicated: anyDisplayVideoAccessible, anyDisplayAudioAccessible.
   * It lasts no longer than the capture, since each is asked for anew.
   */
  boolean displayAccessible(MediaKind kind);

  /** Whether any capture is indicated, of a device or a display. */
  default boolean anyLive() {
    return Arrays.stream(MediaKind.values()).anyMatch(kind -> live(kind) || displayLive(kind));
  }

  /** Whether any access without asking is indicated. */
  default boolean anyAccessible() {
    return Arrays.stream(MediaKind.values())
        .anyMatch(kind -> accessible(kind) || displayAccessible(kind));
  }

  /** Listens for changes of any indicator. */
  Registration onchange(Consumer<PrivacyIndicators> listener);
}
