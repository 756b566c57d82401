package dev.usermedia.internal.synthetic;

import dev.usermedia.MediaClock;
import dev.usermedia.spi.Source;
import dev.usermedia.spi.SourceException;
import dev.usermedia.spi.SourceOutput;
import dev.usermedia.spi.SourceSettings;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The life of an open synthetic device: its capture thread, how that is woken and how it ends. */
public final class SyntheticSource implements Source {
  private final DeviceState state;
  private final MediaClock clock;

  /** Guards what follows. A leaf, but for the start of the thread. */
  private final Object lock = new Object();

  private @Nullable Thread thread;
  private @Nullable Change change;
  private final Map<String, Object> turned = new HashMap<>();
  private boolean closed;
  private boolean waiting; // on the clock, the only place where the thread may be interrupted
  private boolean attention; // something besides the time is to be looked at

  /** Settings that hold from a time on. */
  private record Change(SourceSettings settings, long fromUs) {}

  /** Opens the device; nothing is captured yet. */
  public SyntheticSource(DeviceState state, MediaClock clock) {
    this.state = state;
    this.clock = clock;
  }

  @Override
  public void start(SourceSettings settings, SourceOutput output) throws SourceException {
    long nowUs = clock.nowUs();
    synchronized (lock) {
      if (closed || thread != null) {
        throw new IllegalStateException(closed ? "the source is closed" : "already started");
      }
      state.check("start");
      SettingsCheck.check(state, settings, "start");
      Capture capture = Capture.begin(state.device(), settings, nowUs);
      SourceOutput guarded = new GuardedOutput(output);
      String kind = state.device().kind().name().toLowerCase(Locale.ROOT);
      thread =
          Thread.ofPlatform()
              .daemon()
              .name("usermedia synthetic-" + kind + " " + state.device().hardwareId())
              .start(() -> run(capture, guarded));
    }
  }

  @Override
  public void reconfigure(SourceSettings settings) throws SourceException {
    long nowUs = clock.nowUs();
    synchronized (lock) {
      if (closed || thread == null) {
        throw new IllegalStateException(closed ? "the source is closed" : "not started");
      }
      state.check("reconfigure");
      SettingsCheck.check(state, settings, "reconfigure");
      change = new Change(settings, nowUs);
      wake();
    }
  }

  @Override
  public void close() {
    Thread capturing;
    synchronized (lock) {
      closed = true;
      capturing = thread;
      wake();
    }
    if (capturing != null && capturing != Thread.currentThread()) {
      joinUninterruptibly(capturing);
    }
  }

  /** Somebody turned controls: told on the capture thread. */
  void turn(Map<String, Object> controls) {
    synchronized (lock) {
      turned.putAll(controls);
      wake();
    }
  }

  private Map<String, Object> takeTurned() {
    synchronized (lock) {
      Map<String, Object> taken = Map.copyOf(turned);
      turned.clear();
      return taken;
    }
  }

  /** Has the capture thread look at what has changed. */
  void wake() {
    synchronized (lock) {
      attention = true;
      if (waiting && thread != null) {
        thread.interrupt();
      }
    }
  }

  private void run(Capture capture, SourceOutput output) {
    state.attach(this);
    try {
      boolean muted = false;
      while (!isClosed()) {
        if (state.isUnplugged()) {
          output.ended(
              state.failure(SourceException.Kind.NOT_FOUND, "capture", "the device was unplugged"));
          return;
        }
        if (state.isMuted() != muted) {
          muted = !muted;
          output.muted(muted);
        }
        Map<String, Object> controls = takeTurned();
        if (!controls.isEmpty()) {
          output.changed(controls);
        }
        Change due = takeChange(capture.dueUs());
        if (due != null) {
          capture.reconfigure(due.settings, due.fromUs);
        }
        if (awaitUs(capture.dueUs())) {
          capture.deliver(output, clock.nowUs(), muted || state.isStalled());
        }
      }
    } finally {
      capture.end();
      state.detach(this);
    }
  }

  private boolean isClosed() {
    synchronized (lock) {
      return closed;
    }
  }

  /** The change to make before what is due at the time, if there is one. */
  private @Nullable Change takeChange(long dueUs) {
    synchronized (lock) {
      Change taken = change;
      if (taken == null || dueUs < taken.fromUs) {
        return null;
      }
      change = null;
      return taken;
    }
  }

  /** Waits for the time to come; false if something else is to be looked at first. */
  private boolean awaitUs(long deadlineUs) {
    synchronized (lock) {
      if (attention) {
        attention = false;
        return false;
      }
      waiting = true;
    }
    boolean reached;
    try {
      clock.awaitUs(deadlineUs);
      reached = true;
    } catch (InterruptedException e) {
      reached = false; // woken; a consumer's interrupt that was left behind does no harm either
    }
    synchronized (lock) {
      waiting = false;
      boolean _ = Thread.interrupted(); // for the wait alone, not for consumers
      return reached && !attention;
    }
  }

  private static void joinUninterruptibly(Thread thread) {
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
}
