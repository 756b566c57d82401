package dev.usermedia.webaudio.internal.graph;

import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Hands sound to an application, buffer after buffer, and plays what it makes of each two buffers
 * after that began. Unlike all other processors, it allocates for each buffer.
 */
public final class ScriptProcessor extends Processor {
  private final int frames;
  private final int inputChannels;
  private final int outputChannels;
  private final boolean waits;
  private final Supplier<Optional<Listener>> listener;

  /** What the application made last; without channels if it was played already. */
  private final AtomicReference<float[][]> ready = new AtomicReference<>(new float[0][]);

  private final AtomicBoolean busy = new AtomicBoolean();

  private float[][] heard;
  private float[][] playing = {};
  private int filled;

  /** Keeps the node from being collected while it is part of the graph. */
  @SuppressWarnings("UnusedVariable")
  private @Nullable Listener kept;

  /** The node. */
  public interface Listener {
    /**
     * Has an application fill the output; called on the rendering thread.
     *
     * @param done to be run on whichever thread once it is filled
     * @return false if nobody will be asked
     */
    boolean process(double playbackSeconds, float[][] input, float[][] output, Runnable done);
  }

  /**
   * A processor that is connected to nothing.
   *
   * @param waits whether rendering waits for the application, rather than play silence
   * @param listener the node, which may be gone
   */
  public ScriptProcessor(
      int frames,
      int inputChannels,
      int outputChannels,
      boolean waits,
      Supplier<Optional<Listener>> listener) {
    super(1, 1, new ChannelRules(Math.max(inputChannels, 1), ChannelRules.Mode.EXPLICIT, true));
    this.frames = frames;
    this.inputChannels = inputChannels;
    this.outputChannels = outputChannels;
    this.waits = waits;
    this.listener = listener;
    this.heard = new float[inputChannels][frames];
  }

  @Override
  protected boolean isSounding() {
    return isHeard();
  }

  @Override
  protected void process(Quantum quantum) {
    kept = isFed() || isHeard() ? listener.get().orElse(null) : null;
    for (int channel = 0; channel < inputChannels; channel++) {
      System.arraycopy(input(0).channel(channel), 0, heard[channel], filled, Signal.FRAMES);
    }
    float[][] from = playing;
    if (from.length == 0) {
      output(0).silence(Math.max(outputChannels, 1));
    } else {
      output(0).write(outputChannels);
      for (int channel = 0; channel < outputChannels; channel++) {
        System.arraycopy(from[channel], filled, output(0).channel(channel), 0, Signal.FRAMES);
      }
    }
    filled += Signal.FRAMES;
    if (filled == frames) {
      filled = 0;
      playing = ready.getAndSet(new float[0][]);
      if (kept != null) {
        ask(kept, quantum.seconds(Signal.FRAMES + frames));
      }
    }
  }

  /** Unless the application is still busy with the buffer before: then this one is left out. */
  private void ask(Listener node, double playbackSeconds) {
    if (!busy.compareAndSet(false, true)) {
      return;
    }
    CountDownLatch done = new CountDownLatch(1);
    float[][] input = heard;
    heard = new float[inputChannels][frames];
    float[][] output = new float[outputChannels][frames];
    boolean asked =
        node.process(
            playbackSeconds,
            input,
            output,
            () -> {
              ready.set(output);
              busy.set(false);
              done.countDown();
            });
    if (!asked) {
      busy.set(false);
    } else if (waits) {
      try {
        done.await();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt(); // rendering ends
      }
    }
  }
}
