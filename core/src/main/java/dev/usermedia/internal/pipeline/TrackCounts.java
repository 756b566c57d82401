package dev.usermedia.internal.pipeline;

/**
 * What became of a track's frames while it was enabled: pictures, or samples of each channel.
 *
 * @param delivered handed to the track's sinks, or would have been
 * @param discarded left out for the sake of the frame rate
 * @param lost by the device or for want of memory
 * @param deliveredUs how long what was delivered sounds; 0 for pictures
 * @param lostUs how long what was lost would have sounded; 0 for pictures
 */
public record TrackCounts(
    long delivered, long discarded, long lost, long deliveredUs, long lostUs) {
  /** Nothing yet. */
  public static final TrackCounts NONE = new TrackCounts(0, 0, 0, 0, 0);

  TrackCounts plus(TrackCounts from, TrackCounts to) {
    return new TrackCounts(
        delivered + to.delivered - from.delivered,
        discarded + to.discarded - from.discarded,
        lost + to.lost - from.lost,
        deliveredUs + to.deliveredUs - from.deliveredUs,
        lostUs + to.lostUs - from.lostUs);
  }
}
