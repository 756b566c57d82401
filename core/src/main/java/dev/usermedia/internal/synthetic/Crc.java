package dev.usermedia.internal.synthetic;

/** The checksums of the test pattern: most significant bit first, not reflected, not inverted. */
final class Crc {
  private Crc() {}

  /** CRC-16/CCITT-FALSE of the lowest bytes of a number, the most significant first. */
  static int crc16(int seed, long value, int bytes) {
    return crc(seed, value, bytes, 16, 0x1021);
  }

  /** CRC-8 with polynomial 0x07, starting from 0xFF, of a 32-bit number. */
  static int crc8(int value) {
    return crc(0xFF, value, 4, 8, 0x07);
  }

  private static int crc(int seed, long value, int bytes, int width, int polynomial) {
    int top = 1 << (width - 1);
    int mask = (1 << width) - 1;
    int crc = seed;
    for (int bit = bytes * 8 - 1; bit >= 0; bit--) {
      boolean out = (crc & top) != 0;
      crc = crc << 1 & mask;
      if (out != ((value >>> bit & 1) != 0)) {
        crc ^= polynomial;
      }
    }
    return crc;
  }
}
