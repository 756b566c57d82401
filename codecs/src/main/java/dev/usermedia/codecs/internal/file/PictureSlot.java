package dev.usermedia.codecs.internal.file;

import dev.usermedia.codecs.internal.ffmpeg.NativeFrame;
import dev.usermedia.codecs.internal.ffmpeg.PictureImport;
import dev.usermedia.frame.VideoFrame;
import dev.usermedia.frame.VideoFrameBuffer;
import dev.usermedia.spi.SourceOutput;
import org.bytedeco.ffmpeg.global.avutil;
import org.jspecify.annotations.Nullable;

/** A picture, as the decoder made it or converted. */
final class PictureSlot extends Slot {
  private final PictureImport lender;

  private final NativeFrame lent = new NativeFrame();
  private @Nullable VideoFrameBuffer converted;

  private boolean missing;

  PictureSlot(PictureImport lender) {
    this.lender = lender;
  }

  /** Takes the decoder's picture, to be handed out where it lies. */
  void lend(NativeFrame decoded) {
    missing = false;
    avutil.av_frame_move_ref(lent.struct(), decoded.struct());
  }

  /** Takes what the decoder's picture was converted to. */
  void fill(VideoFrameBuffer buffer) {
    missing = false;
    converted = buffer;
  }

  void markMissing() {
    missing = true;
  }

  @Override
  boolean isMissing() {
    return missing;
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
        ? lender.adopt(lent, timestampUs, durationUs)
        : buffer.publish(timestampUs, durationUs);
  }

  @Override
  void discard() {
    if (converted != null) {
      converted.discard();
      converted = null;
    }
    lent.unref();
  }

  @Override
  public void close() {
    discard();
    lent.close();
  }
}
