package dev.usermedia.permissions;

/**
 * What becomes of a request.
 *
 * @see <a href="https://www.w3.org/TR/permissions/#dom-permissionstate">Permissions,
 *     PermissionState</a>
 */
public enum PermissionState {
  /** It succeeds without anybody being asked. */
  GRANTED("granted"),
  /** It fails without anybody being asked. */
  DENIED("denied"),
  /** Somebody is asked. */
  PROMPT("prompt");

  private final String value;

  PermissionState(String value) {
    this.value = value;
  }

  /** The name on the Web. */
  public String value() {
    return value;
  }
}
