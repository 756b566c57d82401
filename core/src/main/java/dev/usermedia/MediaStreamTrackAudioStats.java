package dev.usermedia;

import dev.usermedia.internal.pipeline.LatencyMeter;
import dev.usermedia.internal.pipeline.TrackCounts;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What became of the sound of an audio track while it was enabled, up to now, and how long it was
 * under way: from the capture of a chunk's first sample until the chunk was handed to the track's
 * sinks. A frame is a sample of each channel; durations and latencies are in milliseconds, as on
 * the Web. During one task of the event loop the numbers stand still. Safe for use from any thread.
 *
 * @see <a href="https://www.w3.org/TR/mediacapture-extensions/#mediastreamtrackaudiostats">Media
 *     Capture and Streams Extensions, MediaStreamTrackAudioStats</a>
 */
public final class MediaStreamTrackAudioStats implements MediaStreamTrackStats {
  private static final double US_OF_MS = 1e3;

  private final FrameCounts counts;

  MediaStreamTrackAudioStats(FrameCounts counts) {
    this.counts = counts;
  }

  /** Frames handed to the track's sinks; counted also while it has none. */
  public long deliveredFrames() {
    return now().delivered();
  }

  /** How long they sound, in milliseconds. */
  public double deliveredFramesDuration() {
    return now().deliveredUs() / US_OF_MS;
  }

  /** All frames, those lost before they reached the track included. */
  public long totalFrames() {
    TrackCounts now = now();
    return now.delivered() + now.lost();
  }

  /** How long they sound, in milliseconds. */
  public double totalFramesDuration() {
    TrackCounts now = now();
    return (now.deliveredUs() + now.lostUs()) / US_OF_MS;
  }

  /** How long the latest sound was under way, in milliseconds. */
  public double latency() {
    return reading().latestUs() / US_OF_MS;
  }

  /** On average since the last reset, in milliseconds. */
  public double averageLatency() {
    return reading().averageUs() / US_OF_MS;
  }

  /** At least since the last reset, in milliseconds. */
  public double minimumLatency() {
    return reading().minimumUs() / US_OF_MS;
  }

  /** At most since the last reset, in milliseconds. */
  public double maximumLatency() {
    return reading().maximumUs() / US_OF_MS;
  }

  /** Measures average, minimum and maximum anew, from the latest latency on. */
  public void resetLatency() {
    counts.resetLatency();
  }

  @Override
  public Map<String, Number> toJSON() {
    FrameCounts.Exposed exposed = counts.expose();
    TrackCounts now = exposed.counts();
    LatencyMeter.Reading reading = exposed.latency();
    Map<String, Number> members = new LinkedHashMap<>();
    members.put("deliveredFrames", now.delivered());
    members.put("deliveredFramesDuration", now.deliveredUs() / US_OF_MS);
    members.put("totalFrames", now.delivered() + now.lost());
    members.put("totalFramesDuration", (now.deliveredUs() + now.lostUs()) / US_OF_MS);
    members.put("latency", reading.latestUs() / US_OF_MS);
    members.put("averageLatency", reading.averageUs() / US_OF_MS);
    members.put("minimumLatency", reading.minimumUs() / US_OF_MS);
    members.put("maximumLatency", reading.maximumUs() / US_OF_MS);
    return members;
  }

  @Override
  public String toString() {
    return "MediaStreamTrackAudioStats" + toJSON();
  }

  private TrackCounts now() {
    return counts.expose().counts();
  }

  private LatencyMeter.Reading reading() {
    return counts.expose().latency();
  }
}
