package dev.usermedia.internal.pipeline;

import dev.usermedia.frame.AudioLayout;

/**
 * What a track wants to be made of its source's frames. Tracks of equal shape share one branch of
 * the pipeline.
 *
 * @param width pixels; 0 for whatever the source delivers
 * @param height pixels; 0 for whatever the source delivers
 * @param frameRate frames per second at the most; 0 for whatever the source delivers
 * @param sampleRateHz samples per second and channel; 0 for whatever the source delivers
 * @param channelCount channels of sound; 0 for whatever the source delivers
 * @param blank whether pictures are black and sound is silent
 * @param sharp whether edges are kept when pictures are scaled, at some cost of time
 */
public record TrackShape(
    int width,
    int height,
    double frameRate,
    int sampleRateHz,
    int channelCount,
    boolean blank,
    boolean sharp) {
  /** Frames as the source delivers them. */
  public static final TrackShape NATIVE = new TrackShape(0, 0, 0);

  /** Pictures that are neither blank nor sharp. */
  public TrackShape(int width, int height, double frameRate) {
    this(width, height, frameRate, 0, 0, false, false);
  }

  /** Sound that is not silent. */
  public static TrackShape ofSound(int sampleRateHz, int channelCount) {
    return new TrackShape(0, 0, 0, sampleRateHz, channelCount, false, false);
  }

  TrackShape withBlank(boolean newBlank) {
    return new TrackShape(width, height, frameRate, sampleRateHz, channelCount, newBlank, sharp);
  }

  TrackShape withSharp(boolean newSharp) {
    return new TrackShape(width, height, frameRate, sampleRateHz, channelCount, blank, newSharp);
  }

  /** This size, rates and channels, blank and sharp as another is. */
  TrackShape as(TrackShape other) {
    return new TrackShape(
        width, height, frameRate, sampleRateHz, channelCount, other.blank, other.sharp);
  }

  /** Whether a source's sound is the track's as it is. */
  boolean takes(AudioLayout source) {
    return (sampleRateHz == 0 || sampleRateHz == source.sampleRateHz())
        && (channelCount == 0 || channelCount == source.numberOfChannels());
  }

  /** What becomes of a source's sound. */
  AudioLayout soundOf(AudioLayout source) {
    return takes(source)
        ? source
        : new AudioLayout(
            source.format(),
            sampleRateHz == 0 ? source.sampleRateHz() : sampleRateHz,
            channelCount == 0 ? source.numberOfChannels() : channelCount);
  }
}
