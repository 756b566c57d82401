package dev.usermedia;

import java.util.List;

/**
 * What somebody is asked to allow.
 *
 * @param origin who asks: the {@link MediaContext.Builder#origin} of the context
 * @param permission {@code "camera"}, {@code "microphone"} or {@code "display-capture"}
 * @param labels the devices that would do, the one that will be opened first
 */
public record PermissionRequest(String origin, String permission, List<String> labels) {
  public PermissionRequest {
    labels = List.copyOf(labels);
  }
}
