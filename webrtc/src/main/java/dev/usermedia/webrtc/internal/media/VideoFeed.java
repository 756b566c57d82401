package dev.usermedia.webrtc.internal.media;

import dev.onvoid.webrtc.media.video.NativeI420Buffer;
import dev.usermedia.Delivery;
import dev.usermedia.MediaStreamTrack;
import dev.usermedia.Registration;
import dev.usermedia.frame.VideoFrame;
import dev.usermedia.webrtc.internal.natives.NativeSource;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;

/**
 * Carries a track's pictures to a sender, on a thread of its own, which only ever takes the newest.
 */
public final class VideoFeed implements Registration {
  /** libwebrtc's encoders want no less. */
  private static final int SMALLEST = 2;

  private static final double SMOOTHING = 0.1;
  private static final long UNKNOWN = Long.MIN_VALUE;
  private static final double US_OF_SECOND = 1e6;

  private final NativeSource source;
  private final Supplier<SendLimits> limits;
  private final RatePacer pacer = new RatePacer();
  private long beforeUs = UNKNOWN;
  private volatile double intervalUs;
  private final AtomicLong given = new AtomicLong();
  private final Registration sink;

  /** Begins; the track must be live. */
  @SuppressWarnings("this-escape") // to the thread of the sink, and all is set but the sink itself
  public VideoFeed(NativeSource source, MediaStreamTrack track, Supplier<SendLimits> limits) {
    this.source = source;
    this.limits = limits;
    this.sink = track.addVideoSink(Delivery.newest(), this::frame);
  }

  private void frame(VideoFrame frame) {
    arrived(frame.timestampUs());
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
        given.incrementAndGet();
      } finally {
        sent.release();
      }
    } finally {
      whole.release();
    }
  }

  private void arrived(long timestampUs) {
    if (beforeUs != UNKNOWN) {
      double latestUs = timestampUs - beforeUs;
      intervalUs = intervalUs == 0 ? latestUs : intervalUs + (latestUs - intervalUs) * SMOOTHING;
    }
    beforeUs = timestampUs;
  }

  /** What became of the pictures so far. */
  public FeedCounts counts() {
    return new FeedCounts(given.get(), intervalUs > 0 ? US_OF_SECOND / intervalUs : 0);
  }

  private static int scaled(int size, double scaleDownBy) {
    return Math.min(size, Math.max(SMALLEST, (int) (size / scaleDownBy)));
  }

  @Override
  public void close() {
    sink.close();
  }
}
