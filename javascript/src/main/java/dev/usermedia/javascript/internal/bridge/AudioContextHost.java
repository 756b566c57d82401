package dev.usermedia.javascript.internal.bridge;

import dev.usermedia.DOMException;
import dev.usermedia.webaudio.AudioBuffer;
import dev.usermedia.webaudio.AudioContext;
import dev.usermedia.webaudio.AudioNode;
import dev.usermedia.webaudio.AudioScheduledSourceNode;
import dev.usermedia.webaudio.BaseAudioContext;
import dev.usermedia.webaudio.MediaStreamAudioDestinationNode;
import dev.usermedia.webaudio.OfflineAudioContext;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.graalvm.polyglot.HostAccess.Export;
import org.graalvm.polyglot.Value;

/** A graph as a script may use it. */
public final class AudioContextHost implements Held {
  private final BaseAudioContext context;
  private final MediaHost media;
  private final AudioHost audio;
  private boolean closed;

  AudioContextHost(BaseAudioContext context, MediaHost media, AudioHost audio) {
    this.context = context;
    this.media = media;
    this.audio = audio;
  }

  @Export
  public double sampleRate() {
    return context.sampleRate();
  }

  @Export
  public double currentTime() {
    return context.currentTime();
  }

  @Export
  public String state() {
    return context.state().value();
  }

  @Export
  public int renderQuantumSize() {
    return context.renderQuantumSize();
  }

  @Export
  public double baseLatency() {
    return live().baseLatency();
  }

  @Export
  public double outputLatency() {
    return live().outputLatency();
  }

  /** Calls a function when the state has changed. */
  @Export
  public void onStateChange(Value steps) {
    var _ = context.onstatechange(_ -> steps.executeVoid());
  }

  @Export
  public void resume(Value resolve, Value reject) {
    settle(
        () ->
            switch (context) {
              case AudioContext it -> it.resumeAsync();
              case OfflineAudioContext it -> it.resumeAsync();
            },
        resolve,
        reject);
  }

  /** At a time, if it renders into memory. */
  @Export
  public void suspend(double seconds, Value resolve, Value reject) {
    settle(
        () ->
            switch (context) {
              case AudioContext it -> it.suspendAsync();
              case OfflineAudioContext it -> it.suspendAsync(seconds);
            },
        resolve,
        reject);
  }

  @Export
  public void end(Value resolve, Value reject) {
    settle(
        () -> {
          CompletableFuture<Void> done = live().closeAsync();
          close();
          return done;
        },
        resolve,
        reject);
  }

  private void settle(Supplier<CompletableFuture<Void>> start, Value resolve, Value reject) {
    media.answers().settle(start, _ -> media.undefined(), resolve, reject);
  }

  /** Settles with an array of channels: of the bytes of their samples. */
  @Export
  public void startRendering(Value resolve, Value reject) {
    media
        .answers()
        .settle(
            () -> ((OfflineAudioContext) context).startRenderingAsync(),
            this::channels,
            resolve,
            reject);
  }

  private Value channels(AudioBuffer buffer) {
    List<Object> channels = new ArrayList<>();
    for (int i = 0; i < buffer.numberOfChannels(); i++) {
      channels.add(AudioHost.bytes(buffer.getChannelData(i)));
    }
    return media.trees().array(channels);
  }

  @Export
  public AudioNodeHost destination() {
    return new AudioNodeHost(context.destination(), media);
  }

  @Export
  public int maxChannelCount() {
    return context.destination().maxChannelCount();
  }

  /**
   * A node of an interface that needs no more than a number to be made.
   *
   * @param size how many inputs, outputs or seconds it has, where it has any
   */
  @Export
  public AudioNodeHost node(String name, double size) {
    return media
        .answers()
        .get(
            () ->
                switch (name) {
                  case "AnalyserNode" -> new AnalyserHost(context.createAnalyser(), media);
                  case "DelayNode" -> delay(size);
                  default -> host(plain(name, (int) Math.min(size, Integer.MAX_VALUE)));
                });
  }

  private AudioNode plain(String name, int size) {
    return switch (name) {
      case "AudioBufferSourceNode" -> context.createBufferSource();
      case "ChannelMergerNode" -> context.createChannelMerger(size);
      case "ChannelSplitterNode" -> context.createChannelSplitter(size);
      case "ConstantSourceNode" -> context.createConstantSource();
      case "GainNode" -> context.createGain();
      case "OscillatorNode" -> context.createOscillator();
      case "StereoPannerNode" -> context.createStereoPanner();
      default -> throw new DOMException("no node " + name, "NotSupportedError");
    };
  }

  private AudioNodeHost delay(double seconds) {
    // nodes of wide sound need as much for each channel, which few have
    long samples = (long) Math.ceil(Math.min(seconds, 1e6) * context.sampleRate());
    audio.check(samples);
    AudioNodeHost host = host(context.createDelay(seconds));
    audio.taken(host, samples);
    return host;
  }

  private AudioNodeHost host(AudioNode node) {
    return node instanceof AudioScheduledSourceNode source
        ? new AudioSourceHost(source, media, audio)
        : new AudioNodeHost(node, media);
  }

  /** A node that the script processes sound in. */
  @Export
  public ScriptProcessorHost scriptProcessor(double size, double inputs, double outputs) {
    return media
        .answers()
        .get(
            () ->
                new ScriptProcessorHost(
                    context.createScriptProcessor(
                        AudioNodeHost.index(size),
                        AudioNodeHost.index(inputs),
                        AudioNodeHost.index(outputs)),
                    media));
  }

  /** A source of a track's sound. */
  @Export
  public AudioNodeHost trackSource(TrackHost track) {
    return media
        .answers()
        .get(() -> new AudioNodeHost(live().createMediaStreamTrackSource(track.track()), media));
  }

  /** An end of the graph whose sound is a track. */
  @Export
  public AudioNodeHost streamDestination() {
    return media
        .answers()
        .get(() -> new AudioNodeHost(live().createMediaStreamDestination(), media));
  }

  /** The stream of such an end. */
  @Export
  public StreamHost streamOf(AudioNodeHost destination) {
    return media.host(((MediaStreamAudioDestinationNode) destination.node()).stream());
  }

  private AudioContext live() {
    return (AudioContext) context;
  }

  /** When the script's own context is closed, at the latest. */
  @Override
  public void close() {
    if (!closed && context instanceof AudioContext it) {
      closed = true;
      audio.closed(this);
      it.close();
    }
  }
}
