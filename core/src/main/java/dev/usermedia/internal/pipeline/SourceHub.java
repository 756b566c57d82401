package dev.usermedia.internal.pipeline;

import dev.usermedia.MediaClock;
import dev.usermedia.frame.AudioData;
import dev.usermedia.frame.VideoFrame;
import dev.usermedia.internal.loop.EventLoop;
import dev.usermedia.spi.MediaDriver;
import dev.usermedia.spi.Source;
import dev.usermedia.spi.SourceDevice;
import dev.usermedia.spi.SourceException;
import dev.usermedia.spi.SourceOutput;
import dev.usermedia.spi.SourceSettings;
import dev.usermedia.spi.VideoMode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/**
 * One device of a context: opens its source for the first track, shares it among all, closes it
 * after the last.
 *
 * <p>Whatever makes the device do something (open, start, reconfigure, close) runs one at a time on
 * the hub's own queue, never under a lock and never on a caller's thread. Which track gets what is
 * in the {@linkplain Branches branches}, replaced under {@code lock}, a leaf that is held for list
 * copies only.
 */
public final class SourceHub {
  private final MediaDriver driver;
  private final SourceDevice device;
  private final MediaClock clock;
  private final EventLoop loop;
  private final WorkQueue work;
  private final Object lock = new Object();

  private final Branches branches;
  private final TrackSet tracks;

  /** Guarded by lock: the source runs, or is about to. */
  private @Nullable Output output;

  /** Of the work queue alone. */
  private @Nullable Source source;

  private final RunningSettings running = new RunningSettings();

  private volatile @Nullable Thread delivering;
  private volatile boolean muted;
  private final Relinquishing relinquishing;

  /** Of the work queue alone: somebody wants the device, which may not be opened out of view. */
  private boolean awaitsView;

  /** A hub; nothing is opened. */
  public SourceHub(
      MediaDriver driver,
      SourceDevice device,
      MediaClock clock,
      EventLoop loop,
      Executor workers,
      Relinquishing relinquishing) {
    this.relinquishing = relinquishing;
    this.driver = driver;
    this.device = device;
    this.clock = clock;
    this.loop = loop;
    this.work = new WorkQueue(workers, loop::report);
    this.branches = new Branches(lock, loop::report);
    this.tracks =
        new TrackSet(
            lock,
            branches,
            running::frameRate,
            new IdleWatch(clock, workers, relinquishing, () -> work.queue(this::relinquish)));
  }

  public SourceDevice device() {
    return device;
  }

  /** Whether the calling thread is in the middle of a delivery, where blocking would deadlock. */
  public boolean isDelivering() {
    return delivering == Thread.currentThread();
  }

  /** Whether tracks have the device open, or are opening it, and it has not ended. */
  public boolean isOpen() {
    synchronized (lock) {
      return output != null && !output.over;
    }
  }

  /** Whether the source said that it cannot deliver at present. */
  public boolean isMuted() {
    return muted;
  }

  /** How the source runs now, with what others turned since; null if it does not. */
  public @Nullable SourceSettings running() {
    return running.now();
  }

  /** The tracks, for what does not concern the device. */
  TrackSet tracks() {
    return tracks;
  }

  /** Opens the device if need be, and adds a track. Fails with a {@link SourceException}. */
  public CompletableFuture<TrackEndpoint> attach(
      SourceSettings wanted, TrackShape shape, TrackEndpoint.Listener listener) {
    return work.run(
        () -> {
          TrackEndpoint endpoint = new TrackEndpoint(listener, wanted, shape);
          run(endpoint);
          return endpoint;
        });
  }

  /** Changes what a track wants. Fails with a {@link SourceException}, then all is as before. */
  public CompletableFuture<@Nullable Void> reshape(
      TrackEndpoint endpoint, SourceSettings wanted, TrackShape shape) {
    return work.run(
        () -> {
          if (!tracks.contains(endpoint)) {
            return null; // the track was stopped meanwhile
          }
          settle(endpoint, wanted, shape, Map.of());
          synchronized (lock) {
            tracks.want(endpoint, wanted, shape.as(endpoint.shape()));
          }
          return null;
        });
  }

  /** Takes a track away; the last one closes the device. Twice is harmless. */
  public void detach(TrackEndpoint endpoint) {
    if (tracks.remove(endpoint)) {
      work.queue(this::closeIfUnused);
    }
  }

  /** Makes a track's pictures black and its sound silent, or lets them be. */
  public void blank(TrackEndpoint endpoint, boolean blank) {
    tracks.reshape(endpoint, shape -> shape.withBlank(blank));
    if (!blank && relinquishing.wanted()) {
      work.queue(this::wake);
    }
  }

  /** The document came into view: a device that is wanted may be opened again. */
  public void cameIntoView() {
    if (relinquishing.wanted()) {
      work.queue(this::wake);
    }
  }

  /** Completes once everything that was asked of the device so far is done. */
  public CompletableFuture<@Nullable Void> settled() {
    return work.run(() -> null);
  }

  // ---- on the work queue ----

  private void run(TrackEndpoint endpoint) throws SourceException {
    Source open = source;
    boolean fresh = open == null;
    Output current;
    synchronized (lock) {
      if (output == null || fresh) {
        output = new Output();
      }
      current = output;
    }
    try {
      if (!fresh) {
        reacquire();
        settle(endpoint, endpoint.wanted(), endpoint.shape(), running.turned());
        tracks.add(endpoint);
        if (current.over) { // whoever joins later than this is told of the end like all others
          throw new SourceException(
              SourceException.Kind.NOT_FOUND,
              device.driver(),
              "open",
              device.hardwareId(),
              "the device has just ended");
        }
        return;
      }
      open = driver.open(device, clock);
      source = open;
      muted = false;
      running.set(endpoint.wanted(), Map.of());
      tracks.add(endpoint); // before the first frame, so that none is missed
      open.start(endpoint.wanted(), current);
    } catch (Throwable failure) {
      boolean _ = tracks.remove(endpoint);
      closeIfUnused();
      throw failure;
    }
  }

  /** All tracks have been disabled for a while. */
  private void relinquish() {
    Source open = source;
    SourceSettings settings = running.now();
    Output current;
    synchronized (lock) {
      current = output;
    }
    if (!tracks.isIdle()
        || open == null
        || open instanceof StandIn
        || settings == null
        || current == null
        || current.over) {
      return;
    }
    open.close();
    standIn(settings, current);
    tracks.tellRelinquished(true);
  }

  private void standIn(SourceSettings settings, Output current) {
    StandIn standIn = new StandIn(clock, device.label());
    source = standIn;
    standIn.start(settings, current);
  }

  /** A track is enabled, or the document came into view. */
  private void wake() {
    Output current = output;
    if (tracks.isEmpty() || tracks.isIdle() || !(source instanceof StandIn) || current == null) {
      return;
    }
    if (!relinquishing.inView().getAsBoolean()) {
      awaitsView = true;
      current.muted(true);
      return;
    }
    try {
      reacquire();
    } catch (SourceException e) {
      current.end(e);
    }
  }

  /** Opens the device again, if it was relinquished. */
  private void reacquire() throws SourceException {
    SourceSettings settings = running.now();
    Output current = output;
    if (!(source instanceof StandIn standIn) || settings == null || current == null) {
      return;
    }
    Source open = driver.open(device, clock);
    standIn.close();
    source = open;
    if (awaitsView) {
      awaitsView = false;
      current.muted(false);
    }
    try {
      open.start(settings, current);
    } catch (Throwable failure) {
      open.close();
      standIn(settings, current); // for tracks that do not end with this
      throw failure;
    }
    tracks.tellRelinquished(false);
  }

  /**
   * Brings the source to where it can serve the endpoint too.
   *
   * @param kept what others turned and may stay, where no track wants it otherwise
   * @throws dev.usermedia.OverconstrainedError if that would break what another track requires
   */
  private void settle(
      TrackEndpoint endpoint, SourceSettings wanted, TrackShape shape, Map<String, Object> kept)
      throws SourceException {
    SourceSettings chosen =
        SharedMode.choose(
            device, running.told(), tracks.wishesBut(endpoint), new SharedMode.Wish(wanted, shape));
    Map<String, Object> stays = new HashMap<>(kept);
    stays.keySet().removeAll(chosen.controls().keySet());
    SourceSettings next = chosen.with(stays);
    Source open = source;
    if (open != null && !next.equals(running.now())) {
      List<TrackEndpoint> others = tracks.allBut(endpoint);
      SharedMode.refuseConflicts(device, others, next);
      open.reconfigure(next);
      running.set(chosen, stays);
      loop.queue(() -> others.forEach(other -> other.listener().changed()));
      if (next.mode() instanceof VideoMode) { // sound says its rate itself, and flows on
        tracks.rebuild();
      }
    }
  }

  private void closeIfUnused() {
    synchronized (lock) {
      if (!tracks.isEmpty()) {
        return;
      }
      output = null;
    }
    Source open = source;
    source = null;
    awaitsView = false;
    if (open != null) {
      open.close();
    }
    running.clear();
    branches.closeRetired();
  }

  // ---- on the capture thread ----

  /** What one opening of the source delivers to; a later opening has another. */
  private final class Output implements SourceOutput {
    private volatile boolean over;

    @Override
    public void video(VideoFrame frame) {
      delivering = Thread.currentThread();
      try {
        branches.deliver(frame);
      } finally {
        delivering = null;
      }
    }

    @Override
    public void audio(AudioData data) {
      delivering = Thread.currentThread();
      try {
        branches.deliver(data, clock.nowUs() - data.timestampUs());
      } finally {
        delivering = null;
      }
    }

    @Override
    public void lost(long count) {
      branches.lost(count);
    }

    @Override
    public void muted(boolean nowMuted) {
      muted = nowMuted;
      loop.queue(
          () -> {
            for (TrackEndpoint member : membersOf(this)) {
              member.listener().muted(nowMuted);
            }
          });
    }

    @Override
    public void changed(Map<String, Object> controls) {
      running.turn(controls);
      loop.queue(() -> membersOf(this).forEach(member -> member.listener().changed()));
    }

    @Override
    public void ended(SourceException cause) {
      delivering = Thread.currentThread();
      try {
        branches.end(clock.nowUs());
      } finally {
        delivering = null;
      }
      end(cause);
    }

    private void end(SourceException cause) {
      over = true;
      loop.queue(
          () -> {
            // a clone may join while the track that it was made of is being told
            for (List<TrackEndpoint> left = membersOf(this);
                !left.isEmpty();
                left = membersOf(this)) {
              for (TrackEndpoint member : left) {
                member.listener().ended(cause);
                detach(member);
              }
            }
          });
    }
  }

  private List<TrackEndpoint> membersOf(Output which) {
    synchronized (lock) {
      return output == which ? tracks.all() : List.of();
    }
  }
}
