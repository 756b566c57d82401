package dev.usermedia.webaudio;

import dev.usermedia.DOMException;
import dev.usermedia.webaudio.internal.graph.ChannelRules;
import dev.usermedia.webaudio.internal.graph.Input;
import dev.usermedia.webaudio.internal.graph.Processor;
import java.lang.ref.Cleaner;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/**
 * Part of a graph: sound comes in by inputs and goes out by outputs, which are connected to other
 * nodes' inputs or to parameters. All changes take effect with the next render quantum.
 *
 * <p>Safe for use from any thread. A node that no application has any more is let go once nothing
 * sounds through it.
 *
 * @see <a href="https://webaudio.github.io/web-audio-api/#AudioNode">Web Audio API, AudioNode</a>
 */
public abstract sealed class AudioNode
    permits AnalyserNode,
        AudioDestinationNode,
        AudioScheduledSourceNode,
        ChannelMergerNode,
        ChannelSplitterNode,
        DelayNode,
        GainNode,
        MediaStreamAudioDestinationNode,
        MediaStreamAudioSourceNode,
        MediaStreamTrackAudioSourceNode,
        ScriptProcessorNode,
        StereoPannerNode {
  /** Channels that anything may have. */
  static final int MOST_CHANNELS = 32;

  private static final Cleaner CLEANER = Cleaner.create();

  private final BaseAudioContext context;
  private final Processor processor;
  private final int numberOfInputs;
  private final int numberOfOutputs;

  /** Guarded by the context's lock. */
  private final List<Connection> connections = new ArrayList<>();

  private volatile int channelCount;
  private volatile ChannelCountMode channelCountMode;
  private volatile ChannelInterpretation channelInterpretation;

  /**
   * What an output is connected to.
   *
   * @param target a {@link Processor} or a parameter's
   */
  private record Connection(int output, Object target, Input input) {}

  @SuppressWarnings("this-escape") // the cleaner only watches
  AudioNode(
      BaseAudioContext context,
      Processor processor,
      int numberOfInputs,
      int numberOfOutputs,
      int channelCount,
      ChannelCountMode mode,
      ChannelInterpretation interpretation) {
    this.context = context;
    this.processor = processor;
    this.numberOfInputs = numberOfInputs;
    this.numberOfOutputs = numberOfOutputs;
    this.channelCount = channelCount;
    this.channelCountMode = mode;
    this.channelInterpretation = interpretation;
    context.graph().send(() -> context.graph().add(processor));
    var graph = context.graph();
    var _ = CLEANER.register(this, () -> graph.send(processor::drop));
  }

  /** The context that the node is part of. */
  public final BaseAudioContext context() {
    return context;
  }

  public final int numberOfInputs() {
    return numberOfInputs;
  }

  public final int numberOfOutputs() {
    return numberOfOutputs;
  }

  /** With {@link #channelCountMode}: to how many channels inputs are mixed, 1 to 32. */
  public final int channelCount() {
    return channelCount;
  }

  /**
   * Changes the count.
   *
   * @throws DOMException {@code NotSupportedError} if there cannot be so many; what else nodes of a
   *     type may not have, they refuse with {@code InvalidStateError} or {@code IndexSizeError}
   */
  public final void channelCount(int count) {
    checkChannelCount(count);
    if (count < 1 || count > MOST_CHANNELS) {
      throw new DOMException(count + " channels; there are 1 to 32", "NotSupportedError");
    }
    channelCount = count;
    changeRules();
  }

  public final ChannelCountMode channelCountMode() {
    return channelCountMode;
  }

  /**
   * Changes the mode.
   *
   * @throws DOMException {@code InvalidStateError} or {@code NotSupportedError} if nodes of this
   *     type have another
   */
  public final void channelCountMode(ChannelCountMode mode) {
    checkChannelCountMode(mode);
    channelCountMode = mode;
    changeRules();
  }

  public final ChannelInterpretation channelInterpretation() {
    return channelInterpretation;
  }

  /**
   * Changes the interpretation.
   *
   * @throws DOMException {@code InvalidStateError} if nodes of this type have another
   */
  public final void channelInterpretation(ChannelInterpretation interpretation) {
    checkChannelInterpretation(interpretation);
    channelInterpretation = interpretation;
    changeRules();
  }

  /** For types that may not have any count. */
  void checkChannelCount(int count) {}

  /** For types that may not have any mode. */
  void checkChannelCountMode(ChannelCountMode mode) {}

  /** For types that may not have any interpretation. */
  void checkChannelInterpretation(ChannelInterpretation interpretation) {}

  private void changeRules() {
    ChannelRules rules = rules(channelCount, channelCountMode, channelInterpretation);
    context.graph().send(() -> processor.rules(rules));
  }

  static ChannelRules rules(
      int count, ChannelCountMode mode, ChannelInterpretation interpretation) {
    return new ChannelRules(
        count,
        switch (mode) {
          case MAX -> ChannelRules.Mode.MAX;
          case CLAMPED_MAX -> ChannelRules.Mode.CLAMPED_MAX;
          case EXPLICIT -> ChannelRules.Mode.EXPLICIT;
        },
        interpretation == ChannelInterpretation.SPEAKERS);
  }

  /** Connects the first output to a node's first input. */
  public final AudioNode connect(AudioNode destination) {
    return connect(destination, 0, 0);
  }

  /**
   * Connects an output to an input of a node; a second time is as once.
   *
   * @return the other node
   * @throws DOMException {@code IndexSizeError} if there is no such output or input, {@code
   *     InvalidAccessError} if the node is of another context
   */
  public final AudioNode connect(AudioNode destination, int output, int input) {
    checkOutput(output);
    if (destination.context != context) {
      throw new DOMException("the node is of another context", "InvalidAccessError");
    }
    destination.checkInput(input);
    add(new Connection(output, destination.processor, destination.processor.inputAt(input)));
    return destination;
  }

  /**
   * Connects an output to a parameter, which is its own value and the sound's, of one channel.
   *
   * @throws DOMException {@code IndexSizeError} if there is no such output, {@code
   *     InvalidAccessError} if the parameter is of another context
   */
  public final void connect(AudioParam destination, int output) {
    if (destination.context() != context) {
      throw new DOMException("the parameter is of another context", "InvalidAccessError");
    }
    checkOutput(output);
    add(new Connection(output, destination.processor(), destination.processor().input()));
  }

  /** Connects the first output to a parameter. */
  public final void connect(AudioParam destination) {
    connect(destination, 0);
  }

  private void add(Connection connection) {
    synchronized (context.connecting()) {
      if (!connections.contains(connection)) {
        connections.add(connection);
        context
            .graph()
            .send(
                () ->
                    context
                        .graph()
                        .connect(processor.outputAt(connection.output), connection.input));
      }
    }
  }

  /** Takes back all connections of all outputs. */
  public final void disconnect() {
    var _ = remove(it -> true);
  }

  /**
   * Takes back all connections of an output.
   *
   * @throws DOMException {@code IndexSizeError} if there is no such output
   */
  public final void disconnect(int output) {
    checkOutput(output);
    var _ = remove(it -> it.output == output);
  }

  /**
   * Takes back all connections to a node.
   *
   * @throws DOMException {@code InvalidAccessError} if there is none
   */
  public final void disconnect(AudioNode destination) {
    require(remove(it -> it.target.equals(destination.processor)));
  }

  /**
   * Takes back all connections of an output to a node.
   *
   * @throws DOMException {@code IndexSizeError} if there is no such output, {@code
   *     InvalidAccessError} if there is no connection
   */
  public final void disconnect(AudioNode destination, int output) {
    checkOutput(output);
    require(remove(it -> it.target.equals(destination.processor) && it.output == output));
  }

  /**
   * Takes back the connection of an output to an input.
   *
   * @throws DOMException {@code IndexSizeError} if there is no such output or input, {@code
   *     InvalidAccessError} if there is no connection
   */
  public final void disconnect(AudioNode destination, int output, int input) {
    checkOutput(output);
    destination.checkInput(input);
    Input wanted = destination.processor.inputAt(input);
    require(remove(it -> it.input.equals(wanted) && it.output == output));
  }

  /**
   * Takes back all connections to a parameter.
   *
   * @throws DOMException {@code InvalidAccessError} if there is none
   */
  public final void disconnect(AudioParam destination) {
    require(remove(it -> it.target.equals(destination.processor())));
  }

  /**
   * Takes back the connection of an output to a parameter.
   *
   * @throws DOMException {@code IndexSizeError} if there is no such output, {@code
   *     InvalidAccessError} if there is no connection
   */
  public final void disconnect(AudioParam destination, int output) {
    checkOutput(output);
    require(remove(it -> it.target.equals(destination.processor()) && it.output == output));
  }

  private boolean remove(Predicate<Connection> which) {
    synchronized (context.connecting()) {
      List<Connection> gone = connections.stream().filter(which).toList();
      connections.removeAll(gone);
      for (Connection it : gone) {
        context
            .graph()
            .send(() -> context.graph().disconnect(processor.outputAt(it.output), it.input));
      }
      return !gone.isEmpty();
    }
  }

  private static void require(boolean removed) {
    if (!removed) {
      throw new DOMException("there is no such connection", "InvalidAccessError");
    }
  }

  private void checkOutput(int output) {
    if (output < 0 || output >= numberOfOutputs) {
      throw new DOMException(
          "output " + output + " of " + numberOfOutputs + " outputs", "IndexSizeError");
    }
  }

  private void checkInput(int input) {
    if (input < 0 || input >= numberOfInputs) {
      throw new DOMException(
          "input " + input + " of " + numberOfInputs + " inputs", "IndexSizeError");
    }
  }
}
