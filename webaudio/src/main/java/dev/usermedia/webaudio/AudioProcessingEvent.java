package dev.usermedia.webaudio;

import dev.usermedia.Event;

/**
 * A buffer of sound is to be made of another; of a {@link ScriptProcessorNode}.
 *
 * @see <a href="https://webaudio.github.io/web-audio-api/#AudioProcessingEvent">Web Audio API,
 *     AudioProcessingEvent</a>
 */
public final class AudioProcessingEvent extends Event {
  private final double playbackTime;
  private final AudioBuffer inputBuffer;
  private final AudioBuffer outputBuffer;

  AudioProcessingEvent(
      ScriptProcessorNode target,
      double playbackTime,
      AudioBuffer inputBuffer,
      AudioBuffer outputBuffer) {
    super("audioprocess", target);
    this.playbackTime = playbackTime;
    this.inputBuffer = inputBuffer;
    this.outputBuffer = outputBuffer;
  }

  /** When the output will sound, in seconds of the context. */
  public double playbackTime() {
    return playbackTime;
  }

  /** What came in. */
  public AudioBuffer inputBuffer() {
    return inputBuffer;
  }

  /** Silence, to be filled by the listener before it returns. */
  public AudioBuffer outputBuffer() {
    return outputBuffer;
  }
}
