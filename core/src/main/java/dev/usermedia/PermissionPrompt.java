package dev.usermedia;

/**
 * Asks whether an application may capture. Called on a thread of its own, which it may block for as
 * long as a person thinks.
 *
 * @see <a href="https://www.w3.org/TR/permissions/#request-permission-to-use">Permissions, request
 *     permission to use</a>
 */
@FunctionalInterface
public interface PermissionPrompt {
  /** Whether the request is granted; a refusal becomes {@code NotAllowedError}. */
  boolean allows(PermissionRequest request);
}
