package dev.usermedia.permissions;

/**
 * A permission that its name says all about.
 *
 * @param name any but {@link PermissionName#CAMERA}, which has a descriptor of its own
 */
public record NamedPermissionDescriptor(PermissionName name) implements PermissionDescriptor {
  public NamedPermissionDescriptor {
    if (name == PermissionName.CAMERA) {
      throw new IllegalArgumentException("cameras have a CameraDevicePermissionDescriptor");
    }
  }
}
