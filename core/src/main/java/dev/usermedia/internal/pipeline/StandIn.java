package dev.usermedia.internal.pipeline;

import dev.usermedia.MediaClock;
import dev.usermedia.frame.AudioDataBuffer;
import dev.usermedia.frame.AudioDataPool;
import dev.usermedia.frame.AudioLayout;
import dev.usermedia.frame.VideoFrame;
import dev.usermedia.frame.VideoFrameBuffer;
import dev.usermedia.frame.VideoFramePool;
import dev.usermedia.frame.VideoLayout;
import dev.usermedia.spi.AudioMode;
import dev.usermedia.spi.Source;
import dev.usermedia.spi.SourceOutput;
import dev.usermedia.spi.SourceSettings;
import dev.usermedia.spi.VideoMode;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Stands for a device that was relinquished: black pictures or silence at the device's pace, on a
 * virtual thread.
 */
final class StandIn implements Source {
  private static final int POOL = 24;

  private final MediaClock clock;
  private final String name;
  private volatile @Nullable SourceSettings settings;
  private volatile boolean closed;
  private @Nullable Thread thread;

  StandIn(MediaClock clock, String name) {
    this.clock = clock;
    this.name = name;
  }

  @Override
  public synchronized void start(SourceSettings initial, SourceOutput output) {
    settings = initial;
    thread = Thread.ofVirtual().name("usermedia stand-in " + name).start(() -> run(output));
  }

  @Override
  public void reconfigure(SourceSettings next) {
    settings = next;
  }

  @Override
  public synchronized void close() {
    closed = true;
    Thread running = thread;
    if (running != null && running != Thread.currentThread()) {
      running.interrupt();
      boolean interrupted = false;
      while (running.isAlive()) {
        try {
          running.join();
        } catch (InterruptedException e) {
          interrupted = true;
        }
      }
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }

  private void run(SourceOutput output) {
    long dueUs = clock.nowUs();
    try {
      while (!closed) {
        SourceSettings now = settings;
        if (now == null) {
          return;
        }
        dueUs =
            switch (now.mode()) {
              case VideoMode mode -> pictures(mode, now, dueUs, output);
              case AudioMode mode -> silence(mode, now, dueUs, output);
            };
      }
    } catch (InterruptedException e) {
      // closed while it waited
    }
  }

  /** Until the settings change; answers when the next picture is due. */
  private long pictures(VideoMode mode, SourceSettings own, long fromUs, SourceOutput output)
      throws InterruptedException {
    long intervalUs = Math.round(1e6 / mode.maxFrameRate());
    VideoLayout layout = VideoLayout.packed(mode.format(), mode.width(), mode.height());
    long dueUs = fromUs;
    try (VideoFramePool pool = new VideoFramePool(layout, 1)) {
      VideoFrameBuffer buffer = pool.acquire().orElseThrow();
      BlackPicture.fill(buffer);
      try (VideoFrame black = buffer.publish(fromUs, intervalUs)) {
        while (!closed && own.equals(settings)) {
          dueUs += intervalUs;
          clock.awaitUs(dueUs);
          try (VideoFrame frame = black.withTimestamp(dueUs, intervalUs)) {
            output.video(frame);
          }
        }
      }
    }
    return dueUs;
  }

  /** Until the settings change; answers when the next chunk begins. */
  private long silence(AudioMode mode, SourceSettings own, long fromUs, SourceOutput output)
      throws InterruptedException {
    AudioLayout layout = AudioLayout.f32Planar(mode.sampleRateHz(), mode.channelCount());
    int samples = (int) Math.max(1, Math.round(mode.minLatencySeconds() * mode.sampleRateHz()));
    long sent = 0;
    try (AudioDataPool pool = new AudioDataPool(layout, samples, POOL)) {
      while (!closed && own.equals(settings)) {
        long beginsUs = fromUs + layout.durationUs(sent);
        sent += samples;
        clock.awaitUs(fromUs + layout.durationUs(sent));
        Optional<AudioDataBuffer> buffer = pool.acquire();
        if (buffer.isPresent()) { // fresh memory is zero, and nobody writes it
          try (var data = buffer.get().publish(samples, beginsUs)) {
            output.audio(data);
          }
        } else {
          output.lost(samples);
        }
      }
    }
    return fromUs + layout.durationUs(sent);
  }
}
