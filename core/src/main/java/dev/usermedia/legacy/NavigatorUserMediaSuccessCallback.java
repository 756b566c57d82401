package dev.usermedia.legacy;

import dev.usermedia.MediaStream;

/**
 * Told of a stream that {@link NavigatorUserMedia#getUserMedia} opened, on the context's event
 * loop.
 *
 * @deprecated {@link dev.usermedia.MediaDevices#getUserMediaAsync} answers a future
 */
@Deprecated
@FunctionalInterface
public interface NavigatorUserMediaSuccessCallback {
  /** The stream is open. */
  void handle(MediaStream stream);
}
