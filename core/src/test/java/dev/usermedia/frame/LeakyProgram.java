package dev.usermedia.frame;

import java.lang.ref.PhantomReference;
import java.lang.ref.ReferenceQueue;

/** Drops a frame, and ends once its memory came back: what {@link LeaksTest} starts. */
final class LeakyProgram {
  private static final int ATTEMPTS = 100;
  private static final long MOMENT_MS = 100;

  private LeakyProgram() {}

  public static void main(String[] args) throws InterruptedException {
    VideoFramePool pool = new VideoFramePool(VideoLayout.packed(VideoPixelFormat.I420, 4, 4), 1);
    ReferenceQueue<VideoFrame> gone = new ReferenceQueue<>();
    PhantomReference<VideoFrame> frame = takeAndDrop(pool, gone);
    for (int i = 0; i < ATTEMPTS && pool.inUse() > 0; i++) {
      System.gc();
      gone.remove(MOMENT_MS);
    }
    if (pool.inUse() > 0 || frame.get() != null) {
      System.exit(1);
    }
    pool.close();
    System.out.println("freed");
  }

  private static PhantomReference<VideoFrame> takeAndDrop(
      VideoFramePool pool, ReferenceQueue<VideoFrame> gone) {
    VideoFrame kept;
    try (VideoFrame frame = pool.acquire().orElseThrow().publish(0, 0)) {
      kept = frame.clone();
    }
    if (Boolean.getBoolean("close")) {
      kept.close();
    }
    return new PhantomReference<>(kept, gone);
  }
}
