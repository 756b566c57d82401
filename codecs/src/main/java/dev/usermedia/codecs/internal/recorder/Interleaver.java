package dev.usermedia.codecs.internal.recorder;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Puts the packets of several tracks in the order of time. A packet is let through once every track
 * that still goes on has one that is not earlier.
 *
 * @param <P> what is put in order
 */
final class Interleaver<P> {
  private record Waiting<P>(P packet, long ms) {}

  private static final class Track<P> {
    final ArrayDeque<Waiting<P>> waiting = new ArrayDeque<>();
    boolean ended;
  }

  private final List<Track<P>> tracks = new ArrayList<>();

  Interleaver(int trackCount) {
    for (int i = 0; i < trackCount; i++) {
      tracks.add(new Track<>());
    }
  }

  /** Adds a track's next packet; its time is not before that of the track's last one. */
  void add(int track, P packet, long ms) {
    tracks.get(track).waiting.addLast(new Waiting<>(packet, ms));
  }

  /** The track has no more packets, and is not waited for. */
  void end(int track) {
    tracks.get(track).ended = true;
  }

  /** Takes the next packet; {@code null} while an earlier one may still come. */
  @Nullable P poll() {
    Track<P> next = null;
    long earliest = Long.MAX_VALUE;
    for (Track<P> track : tracks) {
      Waiting<P> first = track.waiting.peekFirst();
      if (first == null && !track.ended) {
        return null;
      }
      if (first != null && first.ms < earliest) {
        next = track;
        earliest = first.ms;
      }
    }
    return next == null ? null : next.waiting.removeFirst().packet;
  }

  /** Takes any packet that is left, whatever its time. */
  @Nullable P drain() {
    for (Track<P> track : tracks) {
      Waiting<P> first = track.waiting.pollFirst();
      if (first != null) {
        return first.packet;
      }
    }
    return null;
  }
}
