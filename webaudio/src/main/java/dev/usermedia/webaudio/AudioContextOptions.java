package dev.usermedia.webaudio;

import java.util.OptionalDouble;

/**
 * How a context is to render.
 *
 * @param latencySeconds how much is rendered at a time
 * @param sampleRateHz samples per second; 48 000 if empty
 * @see <a href="https://webaudio.github.io/web-audio-api/#AudioContextOptions">Web Audio API,
 *     AudioContextOptions</a>
 */
public record AudioContextOptions(double latencySeconds, OptionalDouble sampleRateHz) {
  private static final double INTERACTIVE_SECONDS = 0.01;
  private static final double BALANCED_SECONDS = 0.02;
  private static final double PLAYBACK_SECONDS = 0.1;

  /** What is used unless told: 10 ms, 48 kHz. */
  public static final AudioContextOptions DEFAULT =
      new AudioContextOptions(INTERACTIVE_SECONDS, OptionalDouble.empty());

  /** With a latency of a category. */
  public AudioContextOptions with(AudioContextLatencyCategory latencyHint) {
    return new AudioContextOptions(
        switch (latencyHint) {
          case INTERACTIVE -> INTERACTIVE_SECONDS;
          case BALANCED -> BALANCED_SECONDS;
          case PLAYBACK -> PLAYBACK_SECONDS;
        },
        sampleRateHz);
  }

  /** At a rate. */
  public AudioContextOptions withSampleRate(float newSampleRateHz) {
    return new AudioContextOptions(latencySeconds, OptionalDouble.of(newSampleRateHz));
  }
}
