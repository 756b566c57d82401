package dev.usermedia.internal.pipeline;

/**
 * What a track wants to be made of its source's frames. Tracks of equal shape share one branch of
 * the pipeline.
 *
 * @param width pixels; 0 for whatever the source delivers
 * @param height pixels; 0 for whatever the source delivers
 * @param frameRate frames per second at the most; 0 for whatever the source delivers
 * @param blank whether pictures are black and sound is silent
 * @param sharp whether edges are kept when pictures are scaled, at some cost of time
 */
public record TrackShape(int width, int height, double frameRate, boolean blank, boolean sharp) {
  /** Frames as the source delivers them. */
  public static final TrackShape NATIVE = new TrackShape(0, 0, 0);

  /** A shape that is neither blank nor sharp. */
  public TrackShape(int width, int height, double frameRate) {
    this(width, height, frameRate, false, false);
  }

  TrackShape withBlank(boolean newBlank) {
    return new TrackShape(width, height, frameRate, newBlank, sharp);
  }

  TrackShape withSharp(boolean newSharp) {
    return new TrackShape(width, height, frameRate, blank, newSharp);
  }

  /** This size and rate, blank and sharp as another is. */
  TrackShape as(TrackShape other) {
    return new TrackShape(width, height, frameRate, other.blank, other.sharp);
  }
}
