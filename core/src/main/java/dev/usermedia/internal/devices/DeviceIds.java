package dev.usermedia.internal.devices;

import dev.usermedia.spi.SourceDevice;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.HexFormat;

/**
 * Makes device and group ids. A device id is a hash over a secret, the origin and what the driver
 * calls the device: the same for the same application ever after, unguessable for another. A group
 * id is as good as random for each context.
 *
 * @see <a href="https://www.w3.org/TR/mediacapture-streams/#dom-mediadeviceinfo-deviceid">Media
 *     Capture and Streams, deviceId</a>
 */
public final class DeviceIds {
  /** 32 bits: enough to tell devices apart, too little to track people by, as the text advises. */
  private static final int ID_BYTES = 4;

  private final byte[] secret;
  private final String origin;
  private final byte[] context = new byte[16];

  /** Ids for an origin. */
  public DeviceIds(byte[] secret, String origin) {
    this.secret = secret.clone();
    this.origin = origin;
    new SecureRandom().nextBytes(context);
  }

  /** The device's id for the origin. */
  public String deviceId(SourceDevice device) {
    return hash(secret, origin, device.driver(), device.kind().name(), device.hardwareId());
  }

  /** The id of the device's group in this context. */
  public String groupId(SourceDevice device) {
    return device.group().isEmpty()
        ? hash(context, device.driver(), device.kind().name(), device.hardwareId())
        : hash(context, "group", device.group());
  }

  private static String hash(byte[] key, String... parts) {
    MessageDigest digest;
    try {
      digest = MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
    digest.update(key);
    for (String part : parts) {
      byte[] bytes = part.getBytes(StandardCharsets.UTF_8);
      digest.update((byte) (bytes.length >> 8)); // so that parts cannot run into each other
      digest.update((byte) bytes.length);
      digest.update(bytes);
    }
    return HexFormat.of().formatHex(digest.digest(), 0, ID_BYTES);
  }
}
