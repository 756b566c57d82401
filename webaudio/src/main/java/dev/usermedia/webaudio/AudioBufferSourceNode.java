package dev.usermedia.webaudio;

import dev.usermedia.DOMException;
import dev.usermedia.webaudio.internal.graph.BufferProcessor;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Plays a buffer once, or a part of it again and again. Between samples it interpolates by a
 * straight line.
 *
 * @see <a href="https://webaudio.github.io/web-audio-api/#AudioBufferSourceNode">Web Audio API,
 *     AudioBufferSourceNode</a>
 */
public final class AudioBufferSourceNode extends AudioScheduledSourceNode {
  private final AudioParam playbackRate;
  private final AudioParam detune;
  private final BufferProcessor processor;
  private @Nullable AudioBuffer buffer;
  private boolean wasSet;
  private boolean loop;
  private double loopStart;
  private double loopEnd;

  /** A source without a buffer that was not started. */
  public AudioBufferSourceNode(BaseAudioContext context) {
    this(
        context,
        AudioParam.slow(context, 1, -Float.MAX_VALUE, Float.MAX_VALUE),
        AudioParam.slow(context, 0, -Float.MAX_VALUE, Float.MAX_VALUE));
  }

  private AudioBufferSourceNode(
      BaseAudioContext context, AudioParam playbackRate, AudioParam detune) {
    this(
        context,
        playbackRate,
        detune,
        new BufferProcessor(playbackRate.processor(), detune.processor()));
  }

  private AudioBufferSourceNode(
      BaseAudioContext context,
      AudioParam playbackRate,
      AudioParam detune,
      BufferProcessor processor) {
    super(context, processor);
    this.playbackRate = playbackRate;
    this.detune = detune;
    this.processor = processor;
  }

  public synchronized Optional<AudioBuffer> buffer() {
    return Optional.ofNullable(buffer);
  }

  /**
   * Plays a buffer, whose samples are copied.
   *
   * @throws DOMException {@code InvalidStateError} if there was one before
   */
  public synchronized void buffer(AudioBuffer newBuffer) {
    if (wasSet) {
      throw new DOMException("it has a buffer", "InvalidStateError");
    }
    wasSet = true;
    buffer = newBuffer;
    var contents =
        new BufferProcessor.Contents(newBuffer.sampleRate(), newBuffer.length(), newBuffer.copy());
    context().graph().send(() -> processor.contents(contents));
  }

  /** Plays silence. */
  public synchronized void clearBuffer() {
    buffer = null;
    context().graph().send(() -> processor.contents(null));
  }

  /** How much faster it is played. */
  public AudioParam playbackRate() {
    return playbackRate;
  }

  /** By how much it is higher, and faster, in cents. */
  public AudioParam detune() {
    return detune;
  }

  public synchronized boolean loop() {
    return loop;
  }

  /** Whether a part is repeated. */
  public synchronized void loop(boolean repeated) {
    loop = repeated;
    changeLoop();
  }

  public synchronized double loopStart() {
    return loopStart;
  }

  /** Where the part begins, in seconds. */
  public synchronized void loopStart(double seconds) {
    loopStart = seconds;
    changeLoop();
  }

  public synchronized double loopEnd() {
    return loopEnd;
  }

  /** Where the part ends, in seconds; at the end of the buffer if that is not behind the start. */
  public synchronized void loopEnd(double seconds) {
    loopEnd = seconds;
    changeLoop();
  }

  private void changeLoop() {
    var now = new BufferProcessor.Loop(loop, loopStart, loopEnd);
    context().graph().send(() -> processor.loop(now));
  }

  /**
   * Plays from a place on, for a while; both in seconds of the buffer.
   *
   * @param duration may be infinite
   */
  public void start(double when, double offset, double duration) {
    checkTime(offset);
    if (!(duration >= 0)) {
      throw new IllegalArgumentException("a duration of " + duration + " s");
    }
    startNow(when, () -> processor.part(offset, duration));
  }
}
