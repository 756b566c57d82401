package dev.usermedia.javascript.internal.bridge;

import dev.usermedia.webaudio.AudioBufferSourceNode;
import dev.usermedia.webaudio.AudioNode;
import dev.usermedia.webaudio.AudioParam;
import dev.usermedia.webaudio.ChannelCountMode;
import dev.usermedia.webaudio.ChannelInterpretation;
import dev.usermedia.webaudio.ConstantSourceNode;
import dev.usermedia.webaudio.DelayNode;
import dev.usermedia.webaudio.GainNode;
import dev.usermedia.webaudio.OscillatorNode;
import dev.usermedia.webaudio.StereoPannerNode;
import java.util.Arrays;
import org.graalvm.polyglot.HostAccess.Export;

/** A node as a script may use it. An index of −1 stands for all. */
public class AudioNodeHost {
  private final AudioNode node;
  private final MediaHost media;

  AudioNodeHost(AudioNode node, MediaHost media) {
    this.node = node;
    this.media = media;
  }

  final AudioNode node() {
    return node;
  }

  final MediaHost media() {
    return media;
  }

  /** Runs steps; what fails with a name on the Web is thrown into the script. */
  final void run(Runnable steps) {
    media
        .answers()
        .get(
            () -> {
              steps.run();
              return media.undefined();
            });
  }

  @Export
  public final int numberOfInputs() {
    return node.numberOfInputs();
  }

  @Export
  public final int numberOfOutputs() {
    return node.numberOfOutputs();
  }

  @Export
  public final int channelCount() {
    return node.channelCount();
  }

  @Export
  public final void setChannelCount(double count) {
    run(() -> node.channelCount(index(count)));
  }

  @Export
  public final String channelCountMode() {
    return node.channelCountMode().value();
  }

  @Export
  public final void setChannelCountMode(String value) {
    ChannelCountMode mode =
        Arrays.stream(ChannelCountMode.values())
            .filter(it -> it.value().equals(value))
            .findFirst()
            .orElseThrow();
    run(() -> node.channelCountMode(mode));
  }

  @Export
  public final String channelInterpretation() {
    return node.channelInterpretation().value();
  }

  @Export
  public final void setChannelInterpretation(String value) {
    ChannelInterpretation interpretation =
        Arrays.stream(ChannelInterpretation.values())
            .filter(it -> it.value().equals(value))
            .findFirst()
            .orElseThrow();
    run(() -> node.channelInterpretation(interpretation));
  }

  @Export
  public final void connect(AudioNodeHost destination, double output, double input) {
    run(() -> node.connect(destination.node, index(output), index(input)));
  }

  @Export
  public final void connectParam(AudioParamHost destination, double output) {
    run(() -> node.connect(destination.param(), index(output)));
  }

  @Export
  public final void disconnect(double output) {
    run(
        () -> {
          if (output < 0) {
            node.disconnect();
          } else {
            node.disconnect(index(output));
          }
        });
  }

  @Export
  public final void disconnectNode(AudioNodeHost destination, double output, double input) {
    run(
        () -> {
          if (output < 0) {
            node.disconnect(destination.node);
          } else if (input < 0) {
            node.disconnect(destination.node, index(output));
          } else {
            node.disconnect(destination.node, index(output), index(input));
          }
        });
  }

  @Export
  public final void disconnectParam(AudioParamHost destination, double output) {
    run(
        () -> {
          if (output < 0) {
            node.disconnect(destination.param());
          } else {
            node.disconnect(destination.param(), index(output));
          }
        });
  }

  /** A parameter by its name. */
  @Export
  public final AudioParamHost param(String name) {
    AudioParam param =
        switch (node) {
          case AudioBufferSourceNode it -> name.equals("detune") ? it.detune() : it.playbackRate();
          case OscillatorNode it -> name.equals("detune") ? it.detune() : it.frequency();
          case ConstantSourceNode it -> it.offset();
          case DelayNode it -> it.delayTime();
          case GainNode it -> it.gain();
          case StereoPannerNode it -> it.pan();
          default -> throw new IllegalArgumentException("no parameter " + name);
        };
    return new AudioParamHost(param, this);
  }

  static int index(double value) {
    return (int) Math.min(value, Integer.MAX_VALUE);
  }
}
