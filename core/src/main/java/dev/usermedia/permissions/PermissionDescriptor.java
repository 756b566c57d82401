package dev.usermedia.permissions;

/**
 * Which permission is meant.
 *
 * @see <a href="https://www.w3.org/TR/permissions/#dom-permissiondescriptor">Permissions,
 *     PermissionDescriptor</a>
 */
public sealed interface PermissionDescriptor
    permits NamedPermissionDescriptor, CameraDevicePermissionDescriptor {
  /** The permission's name. */
  PermissionName name();

  /** A descriptor without further members. */
  static PermissionDescriptor of(PermissionName name) {
    return name == PermissionName.CAMERA
        ? new CameraDevicePermissionDescriptor(false)
        : new NamedPermissionDescriptor(name);
  }
}
