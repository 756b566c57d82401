package dev.usermedia.webrtc.internal.media;

import dev.onvoid.webrtc.media.video.NativeI420Buffer;
import dev.usermedia.Delivery;
import dev.usermedia.MediaStreamTrack;
import dev.usermedia.Registration;
import dev.usermedia.frame.VideoFrame;
import dev.usermedia.webrtc.internal.natives.NativeSource;
import java.util.function.Supplier;

/**
 * Carries a track's pictures to a sender, on a thread of its own, which only ever takes the newest.
 */
public final class VideoFeed implements Registration {
  /** libwebrtc's encoders want no less. */
  private static final int SMALLEST = 2;

  private final NativeSource source;
  private final Supplier<SendLimits> limits;
  private final RatePacer pacer = new RatePacer();
  private final Registration sink;

  /** Begins; the track must be live. */
  @SuppressWarnings("this-escape") // to the thread of the sink, and all is set but the sink itself
  public VideoFeed(NativeSource source, MediaStreamTrack track, Supplier<SendLimits> limits) {
    this.source = source;
    this.limits = limits;
    this.sink = track.addVideoSink(Delivery.newest(), this::frame);
  }

  private void frame(VideoFrame frame) {
    SendLimits now = limits.get();
    if (!pacer.passes(frame.timestampUs(), now.maxFramerate())) {
      return;
    }
    NativeI420Buffer whole = PictureCopy.toNative(frame);
    try {
      NativeI420Buffer sent =
          PictureCopy.scaled(
              whole,
              scaled(whole.getWidth(), now.scaleDownBy()),
              scaled(whole.getHeight(), now.scaleDownBy()));
      try {
        source.video(sent, frame.layout().rotation());
      } finally {
        sent.release();
      }
    } finally {
      whole.release();
    }
  }

  private static int scaled(int size, double scaleDownBy) {
    return Math.min(size, Math.max(SMALLEST, (int) (size / scaleDownBy)));
  }

  @Override
  public void close() {
    sink.close();
  }
}
