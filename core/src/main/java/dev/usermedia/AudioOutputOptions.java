package dev.usermedia;

/**
 * What {@code selectAudioOutput} is asked for.
 *
 * @param deviceId a device that was chosen before, or the empty string
 * @see <a href="https://www.w3.org/TR/audio-output/#dom-audiooutputoptions">Audio Output Devices
 *     API, AudioOutputOptions</a>
 */
public record AudioOutputOptions(String deviceId) {
  /** Any device. */
  public static final AudioOutputOptions DEFAULT = new AudioOutputOptions("");
}
