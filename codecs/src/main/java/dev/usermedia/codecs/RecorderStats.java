package dev.usermedia.codecs;

import java.util.List;

/**
 * How a recording stands.
 *
 * @param elapsedUs how long the file is so far, in microseconds; what is still on its way through
 *     the encoders included
 * @param sizeBytes bytes written so far
 * @param tracks one for each track, in the order in which they were given
 */
public record RecorderStats(long elapsedUs, long sizeBytes, List<Track> tracks) {
  public RecorderStats {
    tracks = List.copyOf(tracks);
  }

  /** How one track stands. */
  public sealed interface Track permits Video, Audio {}

  /**
   * A video track.
   *
   * @param framesReceived pictures that the track delivered
   * @param framesEncoded pictures in the file
   * @param framesDropped pictures that were lost because the encoder did not keep up
   * @param framesRepeated pictures in the file that stand in for those of a track that delivered
   *     none
   * @param framesLeftOut pictures that were not later than the one before, to the millisecond
   */
  public record Video(
      long framesReceived,
      long framesEncoded,
      long framesDropped,
      long framesRepeated,
      long framesLeftOut)
      implements Track {}

  /**
   * An audio track.
   *
   * @param samplesReceived samples of each channel that the track delivered, at its rate
   * @param samplesEncoded samples of each channel in the file, at 48 kHz
   * @param chunksDropped chunks that were lost because the encoder did not keep up
   * @param silenceUs silence that stands in for missing samples
   * @param trimmedUs sound that was left out because it came twice
   * @param driftCorrectedUs by how much the sound was stretched in all to follow the media clock;
   *     negative if squeezed
   * @param peakLevel the loudest sample of the last tenth of a second; 1 is full scale
   * @param rmsLevel root mean square of the last tenth of a second; 1 is full scale
   */
  public record Audio(
      long samplesReceived,
      long samplesEncoded,
      long chunksDropped,
      long silenceUs,
      long trimmedUs,
      long driftCorrectedUs,
      double peakLevel,
      double rmsLevel)
      implements Track {}
}
