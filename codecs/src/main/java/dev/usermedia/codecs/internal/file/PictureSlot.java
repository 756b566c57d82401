package dev.usermedia.codecs.internal.file;

import dev.usermedia.codecs.internal.ffmpeg.NativeFrame;
import dev.usermedia.codecs.internal.ffmpeg.PictureImport;
import dev.usermedia.frame.VideoFrame;
import dev.usermedia.frame.VideoFrameBuffer;
import dev.usermedia.spi.SourceOutput;
import org.jspecify.annotations.Nullable;

/** A picture, as the decoder made it or converted. */
final class PictureSlot extends Slot {
  private final PictureImport lender;

  /** The decoder's picture, to be handed out where it lies. */
  final NativeFrame decoded = new NativeFrame();

  /** Or what it was converted to. */
  @Nullable VideoFrameBuffer converted;

  PictureSlot(PictureImport lender) {
    this.lender = lender;
  }

  @Override
  long dueNs() {
    return startNs;
  }

  @Override
  int units() {
    return 1;
  }

  @Override
  void deliver(SourceOutput output, long timestampUs) {
    try (VideoFrame frame = publish(timestampUs, Timeline.toMicros(endNs - startNs))) {
      output.video(frame);
    }
  }

  private VideoFrame publish(long timestampUs, long durationUs) {
    VideoFrameBuffer buffer = converted;
    converted = null;
    return buffer == null
        ? lender.adopt(decoded, timestampUs, durationUs)
        : buffer.publish(timestampUs, durationUs);
  }

  @Override
  void discard() {
    if (converted != null) {
      converted.discard();
      converted = null;
    }
    decoded.unref();
  }

  @Override
  public void close() {
    discard();
    decoded.close();
  }
}
