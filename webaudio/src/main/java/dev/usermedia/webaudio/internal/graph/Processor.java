package dev.usermedia.webaudio.internal.graph;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The rendering side of a node. All methods are called on the rendering thread, unless they say
 * otherwise.
 */
public abstract class Processor {
  private final List<Input> inputs;
  private final List<Output> outputs;
  private final List<ParamProcessor> params;
  private ChannelRules rules;
  private boolean dropped;
  private boolean removed;
  private boolean muted;

  /** A processor that is connected to nothing; on any thread. */
  protected Processor(int inputs, int outputs, ChannelRules rules, ParamProcessor... params) {
    this.inputs = Stream.generate(Input::new).limit(inputs).toList();
    this.outputs = IntStream.range(0, outputs).mapToObj(i -> new Output(this)).toList();
    this.params = List.of(params);
    this.rules = rules;
  }

  /** Writes all outputs for a quantum, whose inputs are mixed. */
  protected abstract void process(Quantum quantum);

  /** Whether it is to be kept though nothing leads to it and no application has its node. */
  protected boolean isSounding() {
    return false;
  }

  /** Whether it will be silent for good, whoever has its node. */
  protected boolean isOver() {
    return false;
  }

  /** It will not be rendered any more; on any thread once rendering has ended. */
  protected void close() {}

  /** Changes how its inputs are mixed. */
  public final void rules(ChannelRules newRules) {
    rules = newRules;
  }

  protected final ChannelRules rules() {
    return rules;
  }

  /** No application has its node any more. */
  public final void drop() {
    dropped = true;
  }

  protected final Signal input(int input) {
    return inputs.get(input).signal();
  }

  protected final Signal output(int output) {
    return outputs.get(output).signal();
  }

  /** Whether an output leads anywhere. */
  protected final boolean isHeard() {
    for (int i = 0; i < outputs.size(); i++) {
      if (outputs.get(i).isConnected()) {
        return true;
      }
    }
    return false;
  }

  /** An input, to connect something to. */
  public final Input inputAt(int input) {
    return inputs.get(input);
  }

  /** An output, to connect to something. */
  public final Output outputAt(int output) {
    return outputs.get(output);
  }

  final List<Input> inputs() {
    return inputs;
  }

  final List<Output> outputs() {
    return outputs;
  }

  final List<ParamProcessor> params() {
    return params;
  }

  /** It is part of a cycle without delay. */
  final void muted(boolean nowMuted) {
    muted = nowMuted;
  }

  final boolean isNeeded() {
    return !isOver() && (!dropped || isSounding() || isFed());
  }

  /** It is not rendered any more; who is connected to it hears silence. */
  final void remove() {
    removed = true;
    outputs.forEach(output -> output.signal().silence(1));
    close();
  }

  final boolean isRemoved() {
    return removed;
  }

  /** Whether anything is connected to it or to its parameters. */
  final boolean isFed() {
    for (int i = 0; i < inputs.size(); i++) {
      if (inputs.get(i).isConnected()) {
        return true;
      }
    }
    return false;
  }

  final void render(Quantum quantum) {
    if (muted) {
      for (int i = 0; i < outputs.size(); i++) {
        outputs.get(i).signal().silence(1);
      }
      return;
    }
    mixInputs();
    for (int i = 0; i < params.size(); i++) {
      params.get(i).compute(quantum);
    }
    process(quantum);
  }

  final void mixInputs() {
    for (int i = 0; i < inputs.size(); i++) {
      inputs.get(i).mix(rules);
    }
  }
}
