package dev.usermedia.testkit.pattern;

import dev.usermedia.frame.VideoFrame;
import dev.usermedia.frame.VideoPixelFormat;
import dev.usermedia.frame.VideoRect;
import java.lang.foreign.MemorySegment;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * Reads what a picture of the test pattern says about itself, at any size. The picture may have
 * been cut from 16:9 to 4:3 or the other way round, evenly on both sides; what is read survives
 * that.
 */
public final class VideoPattern {
  // the picture in 24 by 18 cells: sync cells at columns 3 and 20, the code between
  private static final int COLUMNS = 24;
  private static final int ROWS = 18;
  private static final int LEFT_SYNC = 3;
  private static final int RIGHT_SYNC = 20;
  private static final int CODE_TOP = 3;
  private static final int CODE_ROWS = 6;
  private static final int BITS = 16;

  /** Width to height of pictures that are cut to another shape: cameras', and those of old. */
  private static final double[] ASPECTS = {16.0 / 9, 4.0 / 3};

  /** White must be so much lighter than black; less is no pattern, or ruined. */
  private static final double MIN_CONTRAST = 40;

  private VideoPattern() {}

  /**
   * What a picture says.
   *
   * @param number counts the pictures of its source from 0, modulo 2^32
   * @param timeMs when it was due on the media clock, in whole milliseconds, modulo 2^40
   * @param source {@link #sourceOf} the device
   * @param flash whether the flash is white: the first 100 ms of a second
   */
  public record Reading(long number, long timeMs, int source, boolean flash) {}

  /** Reads a frame of any format that carries the pattern upright; empty if it does not. */
  public static Optional<Reading> read(VideoFrame frame) {
    VideoPixelFormat format = frame.format();
    VideoRect visible = frame.visibleRect();
    int pixelBytes =
        switch (format) {
          case I420, NV12 -> 1;
          case YUY2 -> 2;
          case RGBA, RGBX, BGRA, BGRX -> 4;
        };
    int firstByte = pixelBytes == 4 ? 1 : 0; // green, or luma
    int stride = frame.layout().strideBytes(0);
    long offset = (long) visible.y() * stride + (long) visible.x() * pixelBytes + firstByte;
    return read(
        Gray.of(frame.plane(0), offset, visible.width(), visible.height(), stride, pixelBytes));
  }

  /**
   * Reads a plane of luma or grey levels of a byte each; empty if it does not carry the pattern.
   *
   * @param strideBytes from one row to the next
   */
  public static Optional<Reading> read(MemorySegment luma, int width, int height, int strideBytes) {
    return read(Gray.of(luma, 0, width, height, strideBytes, 1));
  }

  /** The eight bits by which the pictures of a device name it. */
  public static int sourceOf(String hardwareId) {
    int crc = 0xFFFF;
    for (byte b : hardwareId.getBytes(StandardCharsets.UTF_8)) {
      crc = crc16(crc, b);
    }
    return crc & 0xFF;
  }

  private static Optional<Reading> read(Gray gray) {
    Optional<Reading> reading = readWhole(gray);
    for (int i = 0; i < ASPECTS.length && reading.isEmpty(); i++) {
      reading = readWhole(gray.uncropped(ASPECTS[i]));
    }
    return reading;
  }

  private static Optional<Reading> readWhole(Gray gray) {
    int[] rows = new int[CODE_ROWS];
    double middle = 0;
    for (int row = 0; row < CODE_ROWS; row++) {
      double left = cell(gray, LEFT_SYNC, CODE_TOP + row);
      double right = cell(gray, RIGHT_SYNC, CODE_TOP + row);
      if ((row % 2 == 0 ? left - right : right - left) < MIN_CONTRAST) {
        return Optional.empty();
      }
      middle = (left + right) / 2;
      for (int bit = 0; bit < BITS; bit++) {
        boolean white = cell(gray, LEFT_SYNC + 1 + bit, CODE_TOP + row) > middle;
        rows[row] = rows[row] << 1 | (white ? 1 : 0);
      }
    }
    int crc = 0xFFFF;
    for (int row = 0; row < CODE_ROWS - 1; row++) {
      crc = crc16(crc16(crc, rows[row] >> 8), rows[row]);
    }
    if (crc != rows[CODE_ROWS - 1]) {
      return Optional.empty();
    }
    long number = (long) rows[0] << 16 | rows[1];
    long timeMs = (long) rows[2] << 24 | (long) rows[3] << 8 | rows[4] >> 8;
    // the flash covers columns 3..20 and rows 9..14; a strip of it that no pointer crosses
    boolean flash = gray.mean(4.0 / COLUMNS, 9.5 / ROWS, 20.0 / COLUMNS, 11.5 / ROWS) > middle;
    return Optional.of(new Reading(number, timeMs, rows[4] & 0xFF, flash));
  }

  /** The grey of a cell, from the middle of which half its width and height are taken. */
  private static double cell(Gray gray, int column, int row) {
    return gray.mean(
        (column + 0.25) / COLUMNS,
        (row + 0.25) / ROWS,
        (column + 0.75) / COLUMNS,
        (row + 0.75) / ROWS);
  }

  private static int crc16(int seed, int value) {
    int crc = seed ^ (value & 0xFF) << 8;
    for (int bit = 0; bit < 8; bit++) {
      crc = (crc & 0x8000) != 0 ? crc << 1 ^ 0x1021 : crc << 1;
    }
    return crc & 0xFFFF;
  }
}
