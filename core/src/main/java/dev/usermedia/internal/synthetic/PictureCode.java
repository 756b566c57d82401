package dev.usermedia.internal.synthetic;

import java.nio.charset.StandardCharsets;

/** The 96 bits that each picture of the test pattern carries, as six rows of 16. */
final class PictureCode {
  static final int ROWS = 6;
  static final int COLUMNS = 16;

  private static final int CRC_SEED = 0xFFFF;

  private PictureCode() {}

  /**
   * Writes the rows, the leftmost cell in bit 15.
   *
   * @param timeMs shown modulo 2^40
   * @param source {@link #sourceOf} the device
   */
  static void encode(int number, long timeMs, int source, int[] rows) {
    long time = timeMs & 0xFF_FFFF_FFFFL;
    rows[0] = number >>> 16;
    rows[1] = number & 0xFFFF;
    rows[2] = (int) (time >>> 24);
    rows[3] = (int) (time >>> 8) & 0xFFFF;
    rows[4] = (int) (time & 0xFF) << 8 | source;
    int crc = CRC_SEED;
    for (int row = 0; row < 5; row++) {
      crc = Crc.crc16(crc, rows[row], 2);
    }
    rows[5] = crc;
  }

  /** Eight bits that tell one device's pictures from another's. */
  static int sourceOf(String hardwareId) {
    int crc = CRC_SEED;
    for (byte b : hardwareId.getBytes(StandardCharsets.UTF_8)) {
      crc = Crc.crc16(crc, b, 1);
    }
    return crc & 0xFF;
  }
}
