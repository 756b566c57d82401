package dev.usermedia.javascript.internal.bridge;

import dev.usermedia.webaudio.AudioBuffer;
import dev.usermedia.webaudio.AudioBufferSourceNode;
import dev.usermedia.webaudio.AudioScheduledSourceNode;
import dev.usermedia.webaudio.OscillatorNode;
import dev.usermedia.webaudio.OscillatorType;
import dev.usermedia.webaudio.PeriodicWave;
import java.util.Arrays;
import org.graalvm.polyglot.HostAccess.Export;
import org.graalvm.polyglot.Value;

/** A source that is started, as a script may use it. */
public final class AudioSourceHost extends AudioNodeHost {
  private final AudioScheduledSourceNode source;
  private final AudioHost audio;

  AudioSourceHost(AudioScheduledSourceNode source, MediaHost media, AudioHost audio) {
    super(source, media);
    this.source = source;
    this.audio = audio;
  }

  @Export
  public void start(double when) {
    run(() -> source.start(when));
  }

  /** Of a buffer, a part, in seconds. */
  @Export
  public void startPart(double when, double offset, double duration) {
    run(() -> ((AudioBufferSourceNode) source).start(when, offset, duration));
  }

  @Export
  public void stop(double when) {
    run(() -> source.stop(when));
  }

  /** Calls a function once it is over. */
  @Export
  public void onEnded(Value steps) {
    var _ = source.onended(_ -> steps.executeVoid());
  }

  /** Of an oscillator. */
  @Export
  public String type() {
    return ((OscillatorNode) source).type().value();
  }

  @Export
  public void setType(String value) {
    OscillatorType type =
        Arrays.stream(OscillatorType.values())
            .filter(it -> it.value().equals(value))
            .findFirst()
            .orElseThrow();
    run(() -> ((OscillatorNode) source).type(type));
  }

  @Export
  public void setWave(PeriodicWave wave) {
    ((OscillatorNode) source).setPeriodicWave(wave);
  }

  /**
   * Of a buffer's source: what it plays, and from then on its samples are the node's own.
   *
   * @param channels an array of buffers of floats
   * @param offsets where in each the channel begins, in bytes
   */
  @Export
  public void setBuffer(Value channels, Value offsets, int length, double sampleRateHz) {
    int count = Math.toIntExact(channels.getArraySize());
    run(() -> audio.check((long) count * length));
    AudioBuffer buffer = new AudioBuffer(count, length, (float) sampleRateHz);
    for (int i = 0; i < count; i++) {
      AudioHost.read(
          channels.getArrayElement(i),
          offsets.getArrayElement(i).asInt(),
          buffer.getChannelData(i));
    }
    audio.taken(source, (long) count * length);
    run(() -> ((AudioBufferSourceNode) source).buffer(buffer));
  }

  /** Of a buffer's source: plays silence. */
  @Export
  public void clearBuffer() {
    ((AudioBufferSourceNode) source).clearBuffer();
  }

  @Export
  public void setLoop(boolean loop, double startSeconds, double endSeconds) {
    AudioBufferSourceNode node = (AudioBufferSourceNode) source;
    node.loopStart(startSeconds);
    node.loopEnd(endSeconds);
    node.loop(loop);
  }
}
