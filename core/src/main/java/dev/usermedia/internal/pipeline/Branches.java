package dev.usermedia.internal.pipeline;

import dev.usermedia.frame.AudioData;
import dev.usermedia.frame.VideoFrame;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * The branches of one source. They are replaced, never changed, under the hub's lock, and read by
 * the capture thread without it.
 */
final class Branches {
  private final Object lock;
  private final Consumer<Throwable> report;

  /** Guarded by lock: no longer delivered to, but perhaps in the middle of a delivery. */
  private List<Branch> retired = new ArrayList<>();

  private volatile Branch[] current = {};

  /**
   * No branches.
   *
   * @param lock the hub's
   * @param report told what sinks throw
   */
  Branches(Object lock, Consumer<Throwable> report) {
    this.lock = lock;
    this.report = report;
  }

  // ---- under the lock ----

  /** Adds a track to the branch of its shape, or to a new one. */
  void place(TrackEndpoint endpoint, double sourceRate) {
    for (Branch branch : current) {
      if (branch.shape().equals(endpoint.shape())) {
        TrackEndpoint[] old = branch.members();
        TrackEndpoint[] grown = Arrays.copyOf(old, old.length + 1);
        grown[old.length] = endpoint;
        branch.setMembers(grown);
        endpoint.join(branch);
        return;
      }
    }
    Branch branch = new Branch(endpoint.shape(), sourceRate, report);
    branch.setMembers(new TrackEndpoint[] {endpoint});
    endpoint.join(branch);
    Branch[] old = current;
    Branch[] grown = Arrays.copyOf(old, old.length + 1);
    grown[old.length] = branch;
    current = grown;
  }

  /** Takes a track out of its branch, if it is in one. */
  void leave(TrackEndpoint endpoint) {
    Branch branch = endpoint.branch();
    if (branch == null) {
      return;
    }
    endpoint.join(null);
    branch.setMembers(
        Arrays.stream(branch.members())
            .filter(member -> member != endpoint)
            .toArray(TrackEndpoint[]::new));
    if (branch.isEmpty()) {
      current = Arrays.stream(current).filter(b -> b != branch).toArray(Branch[]::new);
      retired.add(branch);
    }
  }

  /** Has the branch of a track take note of the track's sinks. */
  void refresh(TrackEndpoint endpoint) {
    Branch branch = endpoint.branch();
    if (branch != null) {
      branch.setMembers(branch.members());
    }
  }

  /** New branches for all tracks. */
  void rebuild(List<TrackEndpoint> members, double sourceRate) {
    Map<TrackShape, List<TrackEndpoint>> byShape = new LinkedHashMap<>();
    for (TrackEndpoint member : members) {
      byShape.computeIfAbsent(member.shape(), shape -> new ArrayList<>()).add(member);
    }
    retired.addAll(List.of(current));
    List<Branch> fresh = new ArrayList<>();
    byShape.forEach(
        (shape, group) -> {
          Branch branch = new Branch(shape, sourceRate, report);
          group.forEach(member -> member.join(branch));
          branch.setMembers(group.toArray(TrackEndpoint[]::new));
          fresh.add(branch);
        });
    current = fresh.toArray(Branch[]::new);
  }

  // ---- on the capture thread ----

  void deliver(VideoFrame frame) {
    for (Branch branch : current) {
      branch.deliver(frame);
    }
    closeRetired();
  }

  /** Sound that has been under way for so long. */
  void deliver(AudioData data, long latencyUs) {
    for (Branch branch : current) {
      branch.deliver(data, latencyUs);
    }
    closeRetired();
  }

  /** The source has ended, at a time of its clock. */
  void end(long nowUs) {
    for (Branch branch : current) {
      branch.end(nowUs);
    }
  }

  /** The source lost pictures, or samples of each channel. */
  void lost(long count) {
    for (Branch branch : current) {
      branch.lost(count);
    }
  }

  /** On the capture thread between deliveries, or once there is none. */
  void closeRetired() {
    List<Branch> rest;
    synchronized (lock) {
      if (retired.isEmpty()) {
        return;
      }
      rest = retired;
      retired = new ArrayList<>();
    }
    rest.forEach(Branch::close);
  }
}
