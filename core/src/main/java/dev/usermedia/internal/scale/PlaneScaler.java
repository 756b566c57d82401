package dev.usermedia.internal.scale;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;

/**
 * Crops and scales one plane of 8-bit samples, rows first and columns second, with bulk row copies
 * between the segments and heap rows that the compiler turns into vector code. Used by one thread.
 */
final class PlaneScaler {
  private static final int ROW_BITS = 7;
  private static final int ROW_SHIFT = FilterTaps.ONE_BITS - ROW_BITS;
  private static final int OUT_SHIFT = FilterTaps.ONE_BITS + ROW_BITS;

  private final int components;
  private final int rowBytes;
  private final FilterTaps columns;
  private final FilterTaps rows;
  private final byte[] input;
  private final int[] sums;
  private final byte[] output;

  /**
   * @param components bytes of one sample: 1 for a plane of its own, 2 for NV12 chroma, 4 for RGB
   * @param width samples in a row of the input
   */
  PlaneScaler(
      FilterKernel kernel,
      int components,
      int width,
      int height,
      double cropX,
      double cropY,
      double cropWidth,
      double cropHeight,
      int outputWidth,
      int outputHeight) {
    this.components = components;
    this.rowBytes = width * components;
    this.columns = new FilterTaps(kernel, width, cropX, cropWidth, outputWidth);
    this.rows = new FilterTaps(kernel, height, cropY, cropHeight, outputHeight);
    this.input = new byte[rowBytes];
    this.sums = new int[rowBytes];
    this.output = new byte[outputWidth * components];
  }

  void scale(MemorySegment from, int fromStride, MemorySegment to, int toStride) {
    int taps = rows.count;
    for (int y = 0; y < rows.first.length; y++) {
      java.util.Arrays.fill(sums, 0);
      for (int tap = 0; tap < taps; tap++) {
        int weight = rows.weights[y * taps + tap];
        if (weight != 0) {
          long at = (long) (rows.first[y] + tap) * fromStride;
          MemorySegment.copy(from, ValueLayout.JAVA_BYTE, at, input, 0, rowBytes);
          add(input, sums, weight);
        }
      }
      reduce(sums);
      if (components == 1) {
        columnsOfOne();
      } else {
        columnsOfMany();
      }
      MemorySegment.copy(output, 0, to, ValueLayout.JAVA_BYTE, (long) y * toStride, output.length);
    }
  }

  private static void add(byte[] row, int[] sums, int weight) {
    for (int x = 0; x < sums.length; x++) {
      sums[x] += (row[x] & 0xff) * weight;
    }
  }

  private static void reduce(int[] sums) {
    for (int x = 0; x < sums.length; x++) {
      sums[x] = (sums[x] + (1 << (ROW_SHIFT - 1))) >> ROW_SHIFT;
    }
  }

  private void columnsOfOne() {
    int taps = columns.count;
    int[] first = columns.first;
    int[] weights = columns.weights;
    for (int x = 0, w = 0; x < output.length; x++) {
      int sum = 1 << (OUT_SHIFT - 1);
      int at = first[x];
      for (int tap = 0; tap < taps; tap++) {
        sum += sums[at + tap] * weights[w++];
      }
      output[x] = clamped(sum);
    }
  }

  private void columnsOfMany() {
    int taps = columns.count;
    for (int x = 0; x < columns.first.length; x++) {
      for (int component = 0; component < components; component++) {
        int sum = 1 << (OUT_SHIFT - 1);
        int at = columns.first[x] * components + component;
        for (int tap = 0; tap < taps; tap++) {
          sum += sums[at] * columns.weights[x * taps + tap];
          at += components;
        }
        output[x * components + component] = clamped(sum);
      }
    }
  }

  /** Kernels that keep edges shoot over beside them. */
  private static byte clamped(int sum) {
    return (byte) Math.clamp(sum >> OUT_SHIFT, 0, 255);
  }
}
