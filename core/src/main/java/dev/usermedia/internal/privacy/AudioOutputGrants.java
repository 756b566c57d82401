package dev.usermedia.internal.privacy;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Which audio outputs a context may play to besides the default: those that somebody chose for it,
 * and those that belong to a microphone that it opened. Safe for use from any thread.
 *
 * @see <a href="https://www.w3.org/TR/audio-output/#obtaining-consent">Audio Output Devices API,
 *     Obtaining Consent</a>
 */
public final class AudioOutputGrants {
  /** [[explicitlyGrantedAudioOutputDevices]]. */
  private final Set<String> explicitlyGranted = ConcurrentHashMap.newKeySet();

  private final Set<String> microphoneGroups = ConcurrentHashMap.newKeySet();

  /** Somebody chose the device. */
  public void grant(String deviceId) {
    explicitlyGranted.add(deviceId);
  }

  /** getUserMedia opened a microphone of the group. */
  public void microphoneOpened(String groupId) {
    microphoneGroups.add(groupId);
  }

  /** Whether somebody chose the device. */
  public boolean isExplicitlyGranted(String deviceId) {
    return explicitlyGranted.contains(deviceId);
  }

  /** Whether the device may be played to. */
  public boolean isGranted(String deviceId, String groupId) {
    return isExplicitlyGranted(deviceId) || microphoneGroups.contains(groupId);
  }

  /** The permission was taken back. */
  void revoke() {
    explicitlyGranted.clear();
  }
}
