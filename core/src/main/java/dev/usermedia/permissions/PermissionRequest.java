package dev.usermedia.permissions;

import java.util.List;

/**
 * What somebody is asked to allow.
 *
 * <p>A camera or microphone permission covers all devices of its kind, and whoever asks on behalf
 * of this library has to say so; a display capture covers the one surface that was picked.
 *
 * @param origin who asks: the origin of the context
 * @param descriptor the permission that is asked for
 * @param labels the devices that would do, the one that will be opened first; to be shown to the
 *     person only, never to the application
 */
public record PermissionRequest(
    String origin, PermissionDescriptor descriptor, List<String> labels) {
  public PermissionRequest {
    labels = List.copyOf(labels);
  }
}
