package dev.usermedia.internal.privacy;

import dev.usermedia.MediaKind;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;

/**
 * Which devices a context captures from, and which it could without asking: the maps
 * [[devicesLiveMap]], [[devicesAccessibleMap]] and [[kindsAccessibleMap]]. Safe for use from any
 * thread.
 *
 * @see <a href="https://www.w3.org/TR/mediacapture-streams/#privacy-indicator-requirements">Media
 *     Capture and Streams, Privacy Indicator Requirements</a>
 */
public final class CaptureRecord {
  private final Runnable changed;

  /** Guards the maps; a leaf. */
  private final Object lock = new Object();

  private final Map<MediaKind, Map<String, Integer>> liveTracks = new EnumMap<>(MediaKind.class);

  /** Devices that tracks hold but that are closed, since all of these are disabled. */
  private final Map<MediaKind, Map<String, Boolean>> relinquished = new EnumMap<>(MediaKind.class);

  private final Map<MediaKind, Map<String, Boolean>> accessible = new EnumMap<>(MediaKind.class);
  private final Map<MediaKind, Boolean> kindsAccessible = new EnumMap<>(MediaKind.class);

  /** {@code changed} is told after each change, without a lock. */
  public CaptureRecord(Runnable changed) {
    this.changed = changed;
    for (MediaKind kind : MediaKind.values()) {
      liveTracks.put(kind, new HashMap<>());
      accessible.put(kind, new HashMap<>());
      relinquished.put(kind, new HashMap<>());
      kindsAccessible.put(kind, false);
    }
  }

  /** A track on the device came to life, by a grant. */
  public void started(MediaKind kind, String deviceId) {
    synchronized (lock) {
      of(liveTracks, kind).merge(deviceId, 1, Integer::sum);
      of(accessible, kind).put(deviceId, true);
    }
    changed.run();
  }

  /** A track on the device ended; the device is live no more with its last. */
  public void stopped(MediaKind kind, String deviceId) {
    synchronized (lock) {
      Map<String, Integer> counts = of(liveTracks, kind);
      counts.computeIfPresent(deviceId, (id, count) -> count == 1 ? null : count - 1);
      // what was granted for the device alone does not outlive its capture
      if (!counts.containsKey(deviceId)) {
        of(relinquished, kind).remove(deviceId);
      }
      if (!counts.containsKey(deviceId) && !kindsAccessible.getOrDefault(kind, false)) {
        of(accessible, kind).remove(deviceId);
      }
    }
    changed.run();
  }

  /** The device was closed while its tracks are disabled, or was opened again. */
  public void relinquished(MediaKind kind, String deviceId, boolean closed) {
    synchronized (lock) {
      if (closed && of(liveTracks, kind).containsKey(deviceId)) {
        of(relinquished, kind).put(deviceId, true);
      } else {
        of(relinquished, kind).remove(deviceId);
      }
    }
    changed.run();
  }

  /** The permission for the kind came to be granted, or ceased to be. */
  public void granted(MediaKind kind, boolean granted) {
    synchronized (lock) {
      kindsAccessible.put(kind, granted);
      if (!granted) {
        of(accessible, kind).keySet().retainAll(of(liveTracks, kind).keySet());
      }
    }
    changed.run();
  }

  /** any&lt;kind&gt;Live: whether a device of the kind is captured from and not relinquished. */
  public boolean isShownLive(MediaKind kind) {
    synchronized (lock) {
      return !of(relinquished, kind).keySet().containsAll(of(liveTracks, kind).keySet());
    }
  }

  /** Whether the context has live tracks on a device of the kind, relinquished or not. */
  public boolean isLive(MediaKind kind) {
    synchronized (lock) {
      return !of(liveTracks, kind).isEmpty();
    }
  }

  /** any&lt;kind&gt;Accessible: whether a device of the kind could be captured from unasked. */
  public boolean isAccessible(MediaKind kind) {
    synchronized (lock) {
      return kindsAccessible.getOrDefault(kind, false) || !of(accessible, kind).isEmpty();
    }
  }

  private static <V> Map<String, V> of(Map<MediaKind, Map<String, V>> maps, MediaKind kind) {
    Map<String, V> map = maps.get(kind);
    if (map == null) {
      throw new IllegalStateException("no map for " + kind);
    }
    return map;
  }
}
