package dev.usermedia.bench;

import dev.usermedia.MediaClock;
import dev.usermedia.frame.VideoFrame;
import dev.usermedia.frame.VideoFrameBuffer;
import dev.usermedia.frame.VideoFramePool;
import dev.usermedia.frame.VideoLayout;
import dev.usermedia.frame.VideoPixelFormat;
import dev.usermedia.spi.MediaDriver;
import dev.usermedia.spi.Source;
import dev.usermedia.spi.SourceDevice;
import dev.usermedia.spi.SourceKind;
import dev.usermedia.spi.SourceMode;
import dev.usermedia.spi.SourceOutput;
import dev.usermedia.spi.SourceSettings;
import dev.usermedia.spi.VideoMode;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;

/**
 * A camera without a clock: it delivers frames as they are asked for, on the thread that asks, so
 * that what is measured is the pipeline's own cost and nothing else. The memory is real and from a
 * pool; nothing is drawn.
 */
final class TickDriver implements MediaDriver {
  private static final int POOL_FRAMES = 4;

  private final VideoLayout layout;
  private final SourceDevice device;
  private final AtomicReference<SourceOutput> output = new AtomicReference<>(new SourceOutput() {});
  private final VideoFramePool pool;
  private long timestampUs;
  private long writtenAt;

  TickDriver(int width, int height) {
    this(width, height, List.of(new VideoMode(VideoPixelFormat.I420, width, height, 30)));
  }

  /** A camera that claims modes, whatever frames it delivers. */
  TickDriver(int width, int height, List<SourceMode> modes) {
    layout = VideoLayout.packed(VideoPixelFormat.I420, width, height);
    pool = new VideoFramePool(layout, POOL_FRAMES);
    device = new SourceDevice(name(), "tick", SourceKind.CAMERA, "Tick", "", true, modes);
  }

  /** Delivers one frame. */
  void tick() {
    VideoFrameBuffer buffer = pool.acquire().orElseThrow();
    writtenAt = buffer.plane(0).address();
    timestampUs += 33_333;
    try (VideoFrame frame = buffer.publish(timestampUs, 33_333)) {
      output.get().video(frame);
    }
  }

  /** Address of the memory of the latest frame. */
  long writtenAt() {
    return writtenAt;
  }

  @Override
  public String name() {
    return "tick";
  }

  @Override
  public List<SourceDevice> devices() {
    return List.of(device);
  }

  @Override
  public Source open(SourceDevice which, MediaClock clock) {
    return new Source() {
      @Override
      public void start(SourceSettings settings, SourceOutput to) {
        output.set(to);
      }

      @Override
      public void reconfigure(SourceSettings settings) {}

      @Override
      public void close() {
        output.set(new SourceOutput() {});
      }
    };
  }

  @Override
  public void close() {
    pool.close();
  }
}
