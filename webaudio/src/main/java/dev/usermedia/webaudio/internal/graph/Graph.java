package dev.usermedia.webaudio.internal.graph;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;

/**
 * All processors of a context. Messages may be sent from any thread; everything else is called on
 * the thread that renders. Rendering takes no lock and, while nothing changes, allocates nothing.
 *
 * @see <a href="https://webaudio.github.io/web-audio-api/#processing-model">Web Audio API,
 *     Processing model</a>
 */
public final class Graph {
  private final ConcurrentLinkedQueue<Runnable> messages = new ConcurrentLinkedQueue<>();
  private final List<Processor> processors = new ArrayList<>();
  private final Quantum quantum;
  private List<Processor> order = List.of();
  private boolean changed;
  private volatile long renderedFrames;

  /** A graph without processors. */
  public Graph(float sampleRateHz) {
    this.quantum = new Quantum(sampleRateHz);
  }

  /** Queues a control message, which is run before the next quantum is rendered; on any thread. */
  public void send(Runnable message) {
    messages.add(message);
  }

  /** Samples of each channel that were rendered so far; on any thread. */
  public long renderedFrames() {
    return renderedFrames;
  }

  /** Runs what was sent. */
  public void runMessages() {
    for (Runnable next = messages.poll(); next != null; next = messages.poll()) {
      next.run();
    }
  }

  /** In a message: a node's processor. */
  public void add(Processor processor) {
    processors.add(processor);
    changed = true;
  }

  /** In a message. */
  public void connect(Output output, Input input) {
    input.connect(output);
    changed = true;
  }

  /** In a message. */
  public void disconnect(Output output, Input input) {
    input.disconnect(output);
    changed = true;
  }

  /**
   * Renders a quantum.
   *
   * @param timeUs when its first sample sounds on the media clock
   */
  public void render(long timeUs) {
    runMessages();
    removeUnneeded();
    if (changed) {
      changed = false;
      order = Ordering.of(processors);
    }
    quantum.at(renderedFrames, timeUs);
    for (int i = 0; i < order.size(); i++) {
      order.get(i).render(quantum);
    }
    for (int i = 0; i < order.size(); i++) {
      if (order.get(i) instanceof DelayProcessor delay && delay.isInCycle()) {
        delay.take(quantum);
      }
    }
    renderedFrames = quantum.frame() + Signal.FRAMES;
  }

  /** Lets go what processors hold; nothing is rendered any more. */
  public void close() {
    runMessages();
    processors.forEach(Processor::close);
    processors.clear();
    order = List.of();
  }

  /** Without one, another may be needed no more, in the next quantum. */
  private void removeUnneeded() {
    boolean any = false;
    for (int i = 0; i < processors.size(); i++) {
      Processor processor = processors.get(i);
      if (!processor.isNeeded()) {
        processor.remove();
        any = true;
      }
    }
    if (any) {
      processors.removeIf(Processor::isRemoved);
      for (Processor processor : processors) {
        processor.inputs().forEach(Input::disconnectRemoved);
        processor.params().forEach(param -> param.input().disconnectRemoved());
      }
      changed = true;
    }
  }
}
