package dev.usermedia.internal.pipeline;

import dev.usermedia.frame.VideoFrameBuffer;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;

/** Black in each format. */
final class BlackPicture {
  private static final byte NEUTRAL_CHROMA = (byte) 128;

  private BlackPicture() {}

  static void fill(VideoFrameBuffer buffer) {
    byte black = buffer.layout().colorSpace().fullRange() ? 0 : (byte) 16;
    switch (buffer.layout().format()) {
      case I420, NV12 -> {
        buffer.plane(0).fill(black);
        for (int plane = 1; plane < buffer.layout().format().planeCount(); plane++) {
          buffer.plane(plane).fill(NEUTRAL_CHROMA);
        }
      }
      case YUY2 -> pairs(buffer.plane(0), black, NEUTRAL_CHROMA);
      case RGBA, RGBX, BGRA, BGRX -> {
        MemorySegment plane = buffer.plane(0);
        for (long at = 0; at + 4 <= plane.byteSize(); at += 4) {
          plane.set(
              ValueLayout.JAVA_INT_UNALIGNED.withOrder(java.nio.ByteOrder.LITTLE_ENDIAN),
              at,
              0xff000000);
        }
      }
    }
  }

  private static void pairs(MemorySegment plane, byte even, byte odd) {
    for (long at = 0; at < plane.byteSize(); at++) {
      plane.set(ValueLayout.JAVA_BYTE, at, at % 2 == 0 ? even : odd);
    }
  }
}
