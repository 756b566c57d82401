package dev.usermedia;

import dev.usermedia.internal.pipeline.TrackCounts;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What became of the frames of a video track while it was enabled, up to now. During one task of
 * the event loop the numbers stand still. Safe for use from any thread.
 *
 * @see <a href="https://www.w3.org/TR/mediacapture-extensions/#mediastreamtrackvideostats">Media
 *     Capture and Streams Extensions, MediaStreamTrackVideoStats</a>
 */
public final class MediaStreamTrackVideoStats implements MediaStreamTrackStats {
  private final FrameCounts counts;

  MediaStreamTrackVideoStats(FrameCounts counts) {
    this.counts = counts;
  }

  /** Frames handed to the track's sinks; counted also while it has none. */
  public long deliveredFrames() {
    return now().delivered();
  }

  /** Frames left out to keep to the track's frame rate. */
  public long discardedFrames() {
    return now().discarded();
  }

  /** All of them, those lost before they reached the track included. */
  public long totalFrames() {
    return total(now());
  }

  /** Frames lost for want of memory or by the device. */
  public long droppedFrames() {
    return now().lost();
  }

  @Override
  public Map<String, Number> toJSON() {
    TrackCounts now = now();
    Map<String, Number> members = new LinkedHashMap<>();
    members.put("deliveredFrames", now.delivered());
    members.put("discardedFrames", now.discarded());
    members.put("totalFrames", total(now));
    return members;
  }

  @Override
  public String toString() {
    return "MediaStreamTrackVideoStats" + toJSON();
  }

  private TrackCounts now() {
    return counts.expose().counts();
  }

  private static long total(TrackCounts counts) {
    return counts.delivered() + counts.discarded() + counts.lost();
  }
}
