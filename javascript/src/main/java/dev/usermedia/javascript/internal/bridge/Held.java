package dev.usermedia.javascript.internal.bridge;

import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Set;
import java.util.WeakHashMap;

/** Something off the heap that a script may forget to close. Used on the script's thread only. */
interface Held extends AutoCloseable {
  @Override
  void close();

  /** What a script holds, to be closed with its context at the latest. */
  final class All implements AutoCloseable {
    private final Set<Held> kept = Collections.newSetFromMap(new IdentityHashMap<>());
    private final Set<Held> droppable = Collections.newSetFromMap(new WeakHashMap<>());

    /** Keeps it until it is {@linkplain #remove removed}. */
    <T extends Held> T add(T held) {
      kept.add(held);
      return held;
    }

    /** It closes itself if the script drops it. */
    <T extends Held> T addDroppable(T held) {
      droppable.add(held);
      return held;
    }

    /** It was closed. */
    void remove(Held held) {
      kept.remove(held);
      droppable.remove(held);
    }

    @Override
    public void close() {
      Set.copyOf(kept).forEach(Held::close);
      Set.copyOf(droppable).forEach(Held::close);
    }
  }
}
