package dev.usermedia.frame;

import java.lang.foreign.Arena;
import java.util.ArrayDeque;
import java.util.Optional;
import java.util.function.Function;

/** The free list behind both pools. Its lock is a leaf: nothing else is called while it is held. */
final class BufferPool<B> implements AutoCloseable {
  private final int capacity;
  private final Function<Arena, B> allocate;
  private final Arena arena = Arena.ofShared();
  private final ArrayDeque<B> free;
  private int made;
  private int out;
  private boolean closed;

  BufferPool(int capacity, Function<Arena, B> allocate) {
    if (capacity < 1) {
      throw new IllegalArgumentException("a pool of " + capacity);
    }
    this.capacity = capacity;
    this.allocate = allocate;
    this.free = new ArrayDeque<>(capacity);
  }

  Optional<B> acquire() {
    synchronized (free) {
      if (closed) {
        throw new IllegalStateException("the pool is closed");
      }
      B buffer = free.pollLast(); // the one that is warm in the cache
      if (buffer == null && made < capacity) {
        buffer = allocate.apply(arena);
        made++;
      }
      if (buffer != null) {
        out++;
      }
      return Optional.ofNullable(buffer);
    }
  }

  void giveBack(B buffer) {
    boolean last;
    synchronized (free) {
      out--;
      free.addLast(buffer);
      last = closed && out == 0;
    }
    if (last) {
      arena.close();
    }
  }

  int inUse() {
    synchronized (free) {
      return out;
    }
  }

  @Override
  public void close() {
    boolean now;
    synchronized (free) {
      now = !closed && out == 0;
      closed = true;
    }
    if (now) {
      arena.close();
    }
  }
}
