package dev.usermedia.legacy;

/**
 * Told why {@link NavigatorUserMedia#getUserMedia} opened nothing, on the context's event loop.
 *
 * @deprecated {@link dev.usermedia.MediaDevices#getUserMediaAsync} answers a future
 */
@Deprecated
@FunctionalInterface
public interface NavigatorUserMediaErrorCallback {
  /** Nothing is open. */
  void handle(NavigatorUserMediaError error);
}
