package dev.usermedia.webaudio;

import dev.usermedia.MediaClock;
import dev.usermedia.webaudio.internal.graph.Graph;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a context does between two changes of its state: renders, or nothing. Each ends the one
 * before it and begins when that has ended, so that one thread at a time has the graph. While
 * nothing is rendered, there is no thread.
 */
final class RenderThread {
  /** Before the first. */
  static final RenderThread NONE = new RenderThread();

  private final @Nullable Thread thread;

  /** Guarded by this. */
  private final List<Runnable> waiting = new ArrayList<>();

  private boolean begun;
  private volatile boolean replaced;

  private RenderThread() {
    this.thread = null;
    this.begun = true;
  }

  private RenderThread(RenderThread before, AudioContext context, AudioContextState state) {
    this.thread =
        Thread.ofPlatform()
            .daemon()
            .name("usermedia webaudio " + state.value())
            .unstarted(() -> run(before, context, state));
  }

  /** Ends this one, if it renders, and begins another. */
  RenderThread replacedBy(AudioContext context, AudioContextState state, Runnable whenBegun) {
    RenderThread next = new RenderThread(this, context, state);
    next.waiting.add(whenBegun);
    if (thread != null) {
      replaced = true;
      thread.interrupt(); // it may wait on the clock
    }
    if (next.thread != null) {
      next.thread.start();
    }
    return next;
  }

  /** Calls steps once the one before has ended. */
  void whenBegun(Runnable steps) {
    synchronized (this) {
      if (!begun) {
        waiting.add(steps);
        return;
      }
    }
    steps.run();
  }

  private void run(RenderThread before, AudioContext context, AudioContextState state) {
    before.join();
    if (state == AudioContextState.CLOSED) {
      context.graph().close();
    }
    List<Runnable> told;
    synchronized (this) {
      begun = true;
      told = List.copyOf(waiting);
    }
    told.forEach(Runnable::run);
    if (state == AudioContextState.RUNNING) {
      render(context);
    }
  }

  private void join() {
    boolean interrupted = false;
    while (thread != null) {
      try {
        thread.join();
        break;
      } catch (InterruptedException e) {
        interrupted = true; // this one is replaced before it began
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  private void render(AudioContext context) {
    Graph graph = context.graph();
    MediaClock clock = context.media().clock();
    double usPerFrame = 1e6 / context.sampleRate();
    long beganUs = clock.nowUs();
    long beganFrames = graph.renderedFrames();
    while (!replaced) {
      long end = graph.renderedFrames() + context.framesAtATime();
      try {
        clock.awaitUs(beganUs + (long) Math.ceil((end - beganFrames) * usPerFrame));
      } catch (InterruptedException e) {
        return;
      }
      while (graph.renderedFrames() < end && !replaced) {
        graph.render(beganUs + Math.round((graph.renderedFrames() - beganFrames) * usPerFrame));
      }
    }
  }
}
