package dev.usermedia.permissions;

/**
 * Asks whether an application may capture. Called on a thread of its own, which it may block for as
 * long as a person thinks; one that never answers stalls the request for ever, as on the Web.
 *
 * @see <a href="https://www.w3.org/TR/permissions/#dfn-request-permission-to-use">Permissions,
 *     request permission to use</a>
 */
@FunctionalInterface
public interface PermissionPrompt {
  /** The answer. A prompt that throws has not been answered: the request fails with its cause. */
  PermissionDecision ask(PermissionRequest request);

  /**
   * Whether the use is refused whatever was granted, and without asking: for a standing preference,
   * for security, or because nobody can be asked here. Called before anything is asked, with every
   * permission that a request needs; must not block. Nothing is refused unless this says so.
   *
   * @see <a href="https://www.w3.org/TR/mediacapture-streams/#dom-mediadevices-getusermedia">Media
   *     Capture and Streams, the optional step of getUserMedia</a>
   */
  default boolean refuses(PermissionDescriptor descriptor) {
    return false;
  }
}
