package dev.usermedia;

import java.util.OptionalInt;

/**
 * What a {@link MediaStreamTrackProcessor} is made of.
 *
 * @param track may be ended; there is then nothing to read
 * @param maxBufferSize frames that may wait to be read, from 0 to 65535; 1 if not said, and also
 *     for 0
 * @see <a
 *     href="https://www.w3.org/TR/mediacapture-transform/#dictdef-mediastreamtrackprocessorinit">
 *     MediaStreamTrackProcessorInit</a>
 */
public record MediaStreamTrackProcessorInit(MediaStreamTrack track, OptionalInt maxBufferSize) {
  private static final int LARGEST = 0xffff;

  public MediaStreamTrackProcessorInit {
    if (maxBufferSize.isPresent()
        && (maxBufferSize.getAsInt() < 0 || maxBufferSize.getAsInt() > LARGEST)) {
      throw new TypeError("maxBufferSize " + maxBufferSize.getAsInt() + " is not in 0..65535");
    }
    if (maxBufferSize.isPresent() && maxBufferSize.getAsInt() == 0) {
      maxBufferSize = OptionalInt.of(1);
    }
  }

  /** With the newest frame alone waiting. */
  public MediaStreamTrackProcessorInit(MediaStreamTrack track) {
    this(track, OptionalInt.empty());
  }

  /** With so many frames waiting. */
  public MediaStreamTrackProcessorInit(MediaStreamTrack track, int maxBufferSize) {
    this(track, OptionalInt.of(maxBufferSize));
  }
}
