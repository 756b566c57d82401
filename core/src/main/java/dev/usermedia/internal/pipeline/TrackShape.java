package dev.usermedia.internal.pipeline;

/**
 * What a track wants to be made of its source's frames. Tracks of equal shape share one branch of
 * the pipeline.
 *
 * @param width pixels; 0 for whatever the source delivers
 * @param height pixels; 0 for whatever the source delivers
 * @param frameRate frames per second at the most; 0 for whatever the source delivers
 * @param blank whether pictures are black and sound is silent
 */
public record TrackShape(int width, int height, double frameRate, boolean blank) {
  /** Frames as the source delivers them. */
  public static final TrackShape NATIVE = new TrackShape(0, 0, 0, false);

  TrackShape withBlank(boolean newBlank) {
    return new TrackShape(width, height, frameRate, newBlank);
  }
}
