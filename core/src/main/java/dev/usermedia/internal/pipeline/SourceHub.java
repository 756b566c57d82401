package dev.usermedia.internal.pipeline;

import dev.usermedia.DOMException;
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
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.UnaryOperator;
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
  private final EventLoop work;
  private final Object lock = new Object();

  /** Guarded by lock: the source runs, or is about to, and members are its tracks. */
  private final List<TrackEndpoint> members = new ArrayList<>();

  private @Nullable Output output;

  private final Branches branches;

  /** Of the work queue alone. */
  private @Nullable Source source;

  private volatile @Nullable SourceSettings running;

  private volatile @Nullable Thread delivering;
  private volatile boolean muted;

  /** A hub; nothing is opened. */
  public SourceHub(
      MediaDriver driver, SourceDevice device, MediaClock clock, EventLoop loop, Executor workers) {
    this.driver = driver;
    this.device = device;
    this.clock = clock;
    this.loop = loop;
    this.work = new EventLoop(workers, loop::report);
    this.branches = new Branches(lock, loop::report);
  }

  public SourceDevice device() {
    return device;
  }

  /** Whether the calling thread is in the middle of a delivery, where blocking would deadlock. */
  public boolean isDelivering() {
    return delivering == Thread.currentThread();
  }

  /** Whether tracks have the device open, or are opening it. */
  public boolean isOpen() {
    synchronized (lock) {
      return output != null;
    }
  }

  /** Whether the source said that it cannot deliver at present. */
  public boolean isMuted() {
    return muted;
  }

  /** Opens the device if need be, and adds a track. Fails with a {@link SourceException}. */
  public CompletableFuture<TrackEndpoint> attach(
      SourceSettings wanted, TrackShape shape, TrackEndpoint.Listener listener) {
    return work(
        () -> {
          TrackEndpoint endpoint = new TrackEndpoint(listener, wanted, shape);
          run(endpoint);
          return endpoint;
        });
  }

  /** Changes what a track wants. Fails with a {@link SourceException}, then all is as before. */
  public CompletableFuture<@Nullable Void> reshape(
      TrackEndpoint endpoint, SourceSettings wanted, TrackShape shape) {
    return work(
        () -> {
          synchronized (lock) {
            if (!members.contains(endpoint)) {
              return null; // the track was stopped meanwhile
            }
          }
          settle(endpoint, wanted, shape);
          synchronized (lock) {
            change(endpoint, wanted, shape.as(endpoint.shape()));
          }
          return null;
        });
  }

  /** Adds a track that wants what another wants; empty-handed (null) if that one is gone. */
  public @Nullable TrackEndpoint attachLike(
      TrackEndpoint other, TrackEndpoint.Listener listener, boolean blank) {
    synchronized (lock) {
      if (!members.contains(other)) {
        return null;
      }
      TrackEndpoint endpoint =
          new TrackEndpoint(listener, other.wanted(), other.shape().withBlank(blank));
      members.add(endpoint);
      branches.place(endpoint, sourceRate());
      return endpoint;
    }
  }

  /** Takes a track away; the last one closes the device. Twice is harmless. */
  public void detach(TrackEndpoint endpoint) {
    List<SinkEntry<?>> sinks = new ArrayList<>();
    synchronized (lock) {
      if (!members.remove(endpoint)) {
        return;
      }
      branches.leave(endpoint);
      sinks.addAll(endpoint.videoSinks());
      sinks.addAll(endpoint.audioSinks());
      endpoint.setVideoSinks(List.of());
      endpoint.setAudioSinks(List.of());
    }
    sinks.forEach(SinkEntry::close);
    work.queue(this::closeIfUnused);
  }

  /** Makes a track's pictures black and its sound silent, or lets them be. */
  public void blank(TrackEndpoint endpoint, boolean blank) {
    synchronized (lock) {
      change(endpoint, endpoint.wanted(), endpoint.shape().withBlank(blank));
    }
  }

  /** Scales a track's pictures so that edges stay sharp, or fast. */
  public void sharpen(TrackEndpoint endpoint, boolean sharp) {
    synchronized (lock) {
      change(endpoint, endpoint.wanted(), endpoint.shape().withSharp(sharp));
    }
  }

  /** Under the lock: moves a track that is still there to the branch of its new shape. */
  private void change(TrackEndpoint endpoint, SourceSettings wanted, TrackShape shape) {
    boolean moves = members.contains(endpoint) && !shape.equals(endpoint.shape());
    if (moves) {
      branches.leave(endpoint);
    }
    endpoint.want(wanted, shape);
    if (moves) {
      branches.place(endpoint, sourceRate());
    }
  }

  /** Replaces a track's sinks; false if the track is no longer there. */
  public boolean videoSinks(
      TrackEndpoint endpoint, UnaryOperator<List<SinkEntry<VideoFrame>>> change) {
    synchronized (lock) {
      if (!members.contains(endpoint)) {
        return false;
      }
      endpoint.setVideoSinks(change.apply(new ArrayList<>(endpoint.videoSinks())));
      branches.refresh(endpoint);
      return true;
    }
  }

  /** Replaces a track's sinks; false if the track is no longer there. */
  public boolean audioSinks(
      TrackEndpoint endpoint, UnaryOperator<List<SinkEntry<AudioData>>> change) {
    synchronized (lock) {
      if (!members.contains(endpoint)) {
        return false;
      }
      endpoint.setAudioSinks(change.apply(new ArrayList<>(endpoint.audioSinks())));
      branches.refresh(endpoint);
      return true;
    }
  }

  /** What became of a track's frames. */
  public TrackCounts counts(TrackEndpoint endpoint) {
    synchronized (lock) {
      return endpoint.counts();
    }
  }

  /** Completes once everything that was asked of the device so far is done. */
  public CompletableFuture<@Nullable Void> settled() {
    return work(() -> null);
  }

  /** What makes the device do something: fails with what the device fails with. */
  private interface Task<T extends @Nullable Object> {
    T run() throws SourceException;
  }

  private <T extends @Nullable Object> CompletableFuture<T> work(Task<T> task) {
    CompletableFuture<T> result = new CompletableFuture<>();
    boolean queued =
        work.queue(
            () -> {
              try {
                result.complete(task.run());
              } catch (Throwable failure) {
                result.completeExceptionally(failure);
              }
            });
    if (!queued) {
      result.completeExceptionally(new DOMException("the context is closed", "InvalidStateError"));
    }
    return result;
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
        settle(endpoint, endpoint.wanted(), endpoint.shape());
        join(endpoint);
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
      running = endpoint.wanted();
      join(endpoint); // before the first frame, so that none is missed
      open.start(endpoint.wanted(), current);
    } catch (Throwable failure) {
      synchronized (lock) {
        members.remove(endpoint);
        branches.leave(endpoint);
      }
      closeIfUnused();
      throw failure;
    }
  }

  private void join(TrackEndpoint endpoint) {
    synchronized (lock) {
      members.add(endpoint);
      branches.place(endpoint, sourceRate());
    }
  }

  /** Brings the source to where it can serve the endpoint too. */
  private void settle(TrackEndpoint endpoint, SourceSettings wanted, TrackShape shape)
      throws SourceException {
    List<SharedMode.Wish> others = new ArrayList<>();
    synchronized (lock) {
      for (TrackEndpoint member : members) {
        if (member != endpoint) {
          others.add(new SharedMode.Wish(member.wanted(), member.shape()));
        }
      }
    }
    SourceSettings before = running;
    SourceSettings next =
        SharedMode.choose(device, before, others, new SharedMode.Wish(wanted, shape));
    Source open = source;
    if (open != null && !next.equals(before)) {
      open.reconfigure(next);
      running = next;
      synchronized (lock) {
        branches.rebuild(members, sourceRate());
      }
    }
  }

  private void closeIfUnused() {
    synchronized (lock) {
      if (!members.isEmpty()) {
        return;
      }
      output = null;
    }
    Source open = source;
    source = null;
    if (open != null) {
      open.close();
    }
    running = null;
    branches.closeRetired();
  }

  private double sourceRate() {
    SourceSettings settings = running;
    return settings != null && settings.mode() instanceof VideoMode mode ? mode.maxFrameRate() : 0;
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
    public void ended(SourceException cause) {
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
      return output == which ? List.copyOf(members) : List.of();
    }
  }
}
