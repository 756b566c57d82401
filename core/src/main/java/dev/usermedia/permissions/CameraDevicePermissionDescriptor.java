package dev.usermedia.permissions;

/**
 * The permission to use cameras.
 *
 * @param panTiltZoom whether they may also be moved and zoomed, which is the stronger permission
 * @see <a href="https://www.w3.org/TR/mediacapture-streams/#dom-cameradevicepermissiondescriptor">
 *     Media Capture and Streams, CameraDevicePermissionDescriptor</a>
 */
public record CameraDevicePermissionDescriptor(boolean panTiltZoom)
    implements PermissionDescriptor {
  @Override
  public PermissionName name() {
    return PermissionName.CAMERA;
  }
}
