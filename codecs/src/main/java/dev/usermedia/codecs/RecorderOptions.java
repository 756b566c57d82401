package dev.usermedia.codecs;

/**
 * How to record: WebM with VP8 and Opus at 48 kHz.
 *
 * @param videoBitsPerSecond bits per second of each video track; 2.5 million as in browsers
 * @param audioBitsPerSecond bits per second of each audio track; 128 thousand as in browsers
 * @param videoThreads threads to encode each video track with; 0 for what its size needs
 * @param overwrite whether a file that is there may be replaced
 * @see <a
 *     href="https://www.w3.org/TR/mediastream-recording/#mediarecorderoptions-section">MediaStream
 *     Recording, MediaRecorderOptions</a>
 */
public record RecorderOptions(
    int videoBitsPerSecond, int audioBitsPerSecond, int videoThreads, boolean overwrite) {
  private static final RecorderOptions DEFAULTS = new RecorderOptions(2_500_000, 128_000, 0, false);

  /** Options that can be met. */
  public RecorderOptions {
    if (videoBitsPerSecond < 1 || audioBitsPerSecond < 1 || videoThreads < 0) {
      throw new IllegalArgumentException(
          videoBitsPerSecond + " and " + audioBitsPerSecond + " bit/s, " + videoThreads);
    }
  }

  /** What browsers record with; a file that is there is not replaced. */
  public static RecorderOptions defaults() {
    return DEFAULTS;
  }

  /** The same with another bit rate for video, in bits per second. */
  public RecorderOptions withVideoBitsPerSecond(int bitsPerSecond) {
    return new RecorderOptions(bitsPerSecond, audioBitsPerSecond, videoThreads, overwrite);
  }

  /** The same with another bit rate for audio, in bits per second. */
  public RecorderOptions withAudioBitsPerSecond(int bitsPerSecond) {
    return new RecorderOptions(videoBitsPerSecond, bitsPerSecond, videoThreads, overwrite);
  }

  /** The same with so many threads for each video track, 0 for what its size needs. */
  public RecorderOptions withVideoThreads(int threads) {
    return new RecorderOptions(videoBitsPerSecond, audioBitsPerSecond, threads, overwrite);
  }

  /** The same, and whether a file that is there may be replaced. */
  public RecorderOptions withOverwrite(boolean replace) {
    return new RecorderOptions(videoBitsPerSecond, audioBitsPerSecond, videoThreads, replace);
  }
}
