package dev.usermedia.javascript.internal.bridge;

import java.util.Collections;
import java.util.Set;
import java.util.WeakHashMap;

/** Something off the heap that a script may forget to close. Used on the script's thread only. */
interface Held extends AutoCloseable {
  @Override
  void close();

  /** What a script holds; what it drops without closing is found by the collector. */
  final class All implements AutoCloseable {
    private final Set<Held> open = Collections.newSetFromMap(new WeakHashMap<>());

    <T extends Held> T add(T held) {
      open.add(held);
      return held;
    }

    @Override
    public void close() {
      Set.copyOf(open).forEach(Held::close);
    }
  }
}
