package dev.usermedia.permissions;

import dev.usermedia.Event;
import dev.usermedia.Registration;
import java.util.function.Consumer;

/**
 * How a permission stands, now and later. Safe for use from any thread; events are fired on the
 * context's event loop.
 *
 * @see <a href="https://www.w3.org/TR/permissions/#permissionstatus-interface">Permissions,
 *     PermissionStatus</a>
 */
public interface PermissionStatus {
  /** The permission's name. */
  PermissionName name();

  /** How it stands now. */
  PermissionState state();

  /** Listens for changes of {@link #state}. */
  Registration onchange(Consumer<Event> listener);
}
