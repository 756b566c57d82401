package dev.usermedia.permissions;

import java.util.concurrent.CompletableFuture;

/**
 * A context's permissions. Safe for use from any thread.
 *
 * @see <a href="https://www.w3.org/TR/permissions/#permissions-interface">Permissions,
 *     Permissions</a>
 */
public interface Permissions {
  /** How a permission stands; asks nobody. */
  PermissionStatus query(PermissionDescriptor descriptor);

  /**
   * {@link #query} by way of the event loop: what it answers stands after everything that was told
   * before.
   */
  CompletableFuture<PermissionStatus> queryAsync(PermissionDescriptor descriptor);

  /**
   * Takes a permission back, as a person would in a settings page: tracks that stand on it end with
   * an event, and the stored answer is forgotten. The next request asks again.
   */
  void revoke(PermissionDescriptor descriptor);
}
