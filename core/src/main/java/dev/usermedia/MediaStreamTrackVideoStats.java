package dev.usermedia;

/**
 * What became of the frames of a video track so far.
 *
 * @param deliveredFrames frames handed to the track's sinks (counted also while it has none)
 * @param discardedFrames frames left out to keep to the track's frame rate
 * @param totalFrames all of them, those lost before they reached the track included
 * @see <a href="https://www.w3.org/TR/mediacapture-extensions/#mediastreamtrackvideostats">Media
 *     Capture and Streams Extensions, MediaStreamTrackVideoStats</a>
 */
public record MediaStreamTrackVideoStats(
    long deliveredFrames, long discardedFrames, long totalFrames) implements MediaStreamTrackStats {
  /** Frames lost for want of memory or by the device. */
  public long droppedFrames() {
    return totalFrames - deliveredFrames - discardedFrames;
  }
}
