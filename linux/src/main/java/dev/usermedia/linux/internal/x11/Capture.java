package dev.usermedia.linux.internal.x11;

import dev.usermedia.MediaClock;
import dev.usermedia.frame.VideoFrame;
import dev.usermedia.linux.internal.x11.protocol.X11Connection;
import dev.usermedia.linux.internal.x11.protocol.X11Exception;
import dev.usermedia.spi.SourceException;
import dev.usermedia.spi.SourceOutput;
import java.io.IOException;
import java.lang.System.Logger.Level;

/**
 * The capture thread of one source: waits until a picture is due, takes it, delivers it. Only
 * {@link #start}, {@link #stop} and {@link #reconfigure} come from other threads.
 */
final class Capture {
  /** One refusal is the surface having changed under a request; so many in a row are not. */
  private static final int REFUSALS_TO_GIVE_UP_AFTER = 10;

  private final String device;
  private final X11Connection connection;
  private final Grabber grabber;
  private final MediaClock clock;
  private final SourceOutput output;
  private final Pace pace;
  private final Thread thread;

  private volatile CaptureSettings wanted;
  private volatile boolean stopped;

  // of the capture thread
  private CaptureSettings settings;
  private boolean muted;
  private int refusals;

  Capture(
      String device,
      X11Connection connection,
      Grabber grabber,
      MediaClock clock,
      CaptureSettings settings,
      SourceOutput output) {
    this.device = device;
    this.connection = connection;
    this.grabber = grabber;
    this.clock = clock;
    this.settings = settings;
    this.wanted = settings;
    this.output = output;
    this.pace = new Pace(clock, settings.frameRate());
    this.thread = Thread.ofPlatform().daemon().name("usermedia x11 " + device).unstarted(this::run);
  }

  void start() {
    thread.start();
  }

  /** The settings that hold, or soon will. */
  CaptureSettings settings() {
    return wanted;
  }

  /** Other settings from the next picture on. */
  void reconfigure(CaptureSettings newSettings) {
    wanted = newSettings;
    pace.wake();
  }

  /** Ends the thread; returns once it delivers no more, or at once when called from a delivery. */
  void stop() {
    stopped = true;
    connection.close(); // ends a wait for the server
    pace.wake(); // ends a wait for the clock
    if (Thread.currentThread() == thread) {
      return;
    }
    boolean interrupted = false;
    while (thread.isAlive()) {
      try {
        thread.join();
      } catch (InterruptedException e) {
        interrupted = true;
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  private void run() {
    try {
      while (!stopped) {
        CaptureSettings next = wanted;
        if (!next.equals(settings)) {
          apply(next);
        } else if (pace.await() && !stopped) {
          tick();
        }
      }
    } catch (SourceException e) {
      end(e);
    } catch (X11Exception e) {
      end(Failures.refused(e, device));
    } catch (IOException e) {
      end(Failures.lost(e, device));
    } catch (RuntimeException | Error e) {
      end(Failures.caused(Failures.failed("capture", device, "a defect: " + e), e));
    } finally {
      connection.close();
      freePictures();
    }
  }

  private void apply(CaptureSettings next) {
    if (next.frameRate() != settings.frameRate()) {
      pace.setFrameRate(next.frameRate());
    }
    settings = next;
  }

  private void tick() throws IOException, X11Exception, SourceException {
    try {
      boolean seen = grabber.look();
      boolean ready = seen && grabber.prepare(settings.layout());
      long nowUs = clock.nowUs();
      long missed = pace.take(nowUs);
      mute(!seen);
      if (ready) {
        VideoFrame frame = grabber.grab(settings, nowUs);
        refusals = 0;
        lose(missed);
        deliver(frame);
      } else if (seen) {
        lose(missed + 1);
      } // else nothing is lost: there was nothing to see
    } catch (X11Exception e) {
      if (++refusals == REFUSALS_TO_GIVE_UP_AFTER) {
        throw e;
      }
      log().log(Level.DEBUG, "the surface changed while it was read", e);
      lose(1);
    }
  }

  private void deliver(VideoFrame frame) {
    try (frame) {
      if (!stopped) {
        output.video(frame);
      }
    } catch (Throwable e) {
      blame(e);
    } finally {
      boolean _ = Thread.interrupted(); // left by the consumer, it would close the connection
    }
  }

  private void lose(long count) {
    if (count > 0) {
      tell(() -> output.lost(count));
    }
  }

  private void mute(boolean now) {
    if (now != muted) {
      muted = now;
      tell(() -> output.muted(now));
    }
  }

  private void end(SourceException cause) {
    tell(() -> output.ended(cause));
  }

  private void tell(Runnable call) {
    try {
      if (!stopped) {
        call.run();
      }
    } catch (Throwable e) {
      blame(e);
    } finally {
      boolean _ = Thread.interrupted();
    }
  }

  private void blame(Throwable thrown) {
    log().log(Level.ERROR, "what consumes " + device + " threw", thrown);
  }

  private void freePictures() {
    try {
      grabber.close();
    } catch (IOException e) {
      log().log(Level.DEBUG, "freeing the pictures of " + device, e);
    }
  }

  private static System.Logger log() {
    return System.getLogger("dev.usermedia.x11");
  }
}
