package dev.usermedia.javascript.internal.bridge;

import dev.usermedia.webaudio.AudioBuffer;
import dev.usermedia.webaudio.AudioProcessingEvent;
import dev.usermedia.webaudio.ScriptProcessorNode;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.stream.IntStream;
import org.graalvm.polyglot.HostAccess.Export;
import org.graalvm.polyglot.Value;

/** A node that a script processes sound in, as the script may use it. */
public final class ScriptProcessorHost extends AudioNodeHost {
  private final ScriptProcessorNode processor;

  ScriptProcessorHost(ScriptProcessorNode processor, MediaHost media) {
    super(processor, media);
    this.processor = processor;
  }

  @Export
  public int bufferSize() {
    return processor.bufferSize();
  }

  /**
   * Calls a function with a time, an array of the bytes of each input channel, and how many output
   * channels it is to answer: an array of buffers of floats, each followed by where in it the
   * channel begins, in bytes.
   */
  @Export
  public void onAudioProcess(Value steps) {
    var _ = processor.onaudioprocess(event -> process(event, steps));
  }

  private void process(AudioProcessingEvent event, Value steps) {
    AudioBuffer input = event.inputBuffer();
    AudioBuffer output = event.outputBuffer();
    List<ByteBuffer> channels =
        IntStream.range(0, input.numberOfChannels())
            .mapToObj(channel -> AudioHost.bytes(input.getChannelData(channel)))
            .toList();
    Value answer =
        steps.execute(
            event.playbackTime(), media().trees().array(channels), output.numberOfChannels());
    for (int channel = 0; channel < output.numberOfChannels(); channel++) {
      AudioHost.read(
          answer.getArrayElement(2L * channel),
          answer.getArrayElement(2L * channel + 1).asInt(),
          output.getChannelData(channel));
    }
  }
}
