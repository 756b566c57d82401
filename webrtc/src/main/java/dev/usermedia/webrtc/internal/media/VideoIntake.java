package dev.usermedia.webrtc.internal.media;

import dev.onvoid.webrtc.media.video.NativeI420Buffer;
import dev.onvoid.webrtc.media.video.VideoTrackSink;
import dev.usermedia.MediaContext;
import dev.usermedia.MediaStreamTrack;
import dev.usermedia.VideoTrackGenerator;
import dev.usermedia.frame.VideoFrame;
import dev.usermedia.frame.VideoFrameBuffer;
import dev.usermedia.frame.VideoFramePool;
import dev.usermedia.frame.VideoLayout;
import dev.usermedia.webrtc.internal.natives.NativeTransceiver;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/** Makes a track of the pictures that a receiver decodes. */
public final class VideoIntake extends Intake {
  /** Pictures that may be kept; what comes while all are is dropped and counted. */
  private static final int BUFFERS = 16;

  private final MediaContext media;
  private final VideoTrackGenerator generator;
  private final AtomicLong dropped = new AtomicLong();

  /** Guarded by this, as it is closed while the library may deliver. */
  private @Nullable VideoFramePool pool;

  /** A track that is muted until pictures come. */
  public VideoIntake(MediaContext media) {
    this.media = media;
    this.generator = new VideoTrackGenerator(media, "remote video", true);
  }

  @Override
  public MediaStreamTrack track() {
    return generator.track();
  }

  @Override
  public void receiveFrom(NativeTransceiver transceiver) {
    VideoTrackSink sink =
        frame -> {
          try {
            if (frame.buffer instanceof NativeI420Buffer buffer) {
              guarded(() -> take(buffer, frame.rotation));
            }
          } finally {
            frame.release();
          }
        };
    transceiver.receive(sink);
  }

  private synchronized void take(NativeI420Buffer buffer, int rotation) {
    if (!arrived()) {
      return;
    }
    Optional<VideoFrameBuffer> to = pool(PictureCopy.layout(buffer, rotation)).acquire();
    if (to.isEmpty()) {
      dropped.incrementAndGet();
      return;
    }
    PictureCopy.fromNative(buffer, to.get());
    VideoFrame frame = to.get().publish(media.clock().nowUs(), 0);
    var _ = generator.writable().writeAsync(frame);
  }

  private VideoFramePool pool(VideoLayout layout) {
    VideoFramePool current = pool;
    if (current == null || !current.layout().equals(layout)) {
      if (current != null) {
        current.close();
      }
      current = new VideoFramePool(layout, BUFFERS);
      pool = current;
    }
    return current;
  }

  /** Pictures for which there was no room, as consumers kept too many. */
  @Override
  public long dropped() {
    return dropped.get();
  }

  @Override
  void mute(boolean muted) {
    generator.muted(muted);
  }

  @Override
  void end() {
    generator.close();
    if (pool != null) {
      pool.close();
      pool = null;
    }
  }
}
