package dev.usermedia.codecs.internal.file;

import dev.usermedia.spi.SourceException;
import java.util.ArrayDeque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What one stream has ready, between the decode thread and the capture thread of the source that
 * shows the stream. Guarded by the monitor of its {@link Playback}, which is told of what somebody
 * may wait for. Once it is full, the decode thread is left alone until half of it was played: to
 * wake it for each chunk of sound costs more than to decode that.
 */
final class ReadyQueue implements AutoCloseable {
  private static final long NANOS_PER_MS = 1_000_000;

  private final Object monitor;
  private final ArrayDeque<Slot> free;
  private final ArrayDeque<Slot> ready = new ArrayDeque<>();
  private final int slotCount;
  private int used; // of the slots, at most so many
  private boolean full;
  private boolean wanted;
  private int reader; // counts those who wanted the stream, one after the other
  private long lost;
  private boolean ended;
  private long endNs;
  private @Nullable SourceException cause;

  ReadyQueue(Object monitor, List<? extends Slot> slots) {
    this.monitor = monitor;
    this.free = new ArrayDeque<>(slots);
    this.slotCount = slots.size();
    this.used = slotCount;
  }

  /** Fills at most so many slots from now on; no more than there are. */
  void use(int slots) {
    synchronized (monitor) {
      used = Math.clamp(slots, 1, slotCount);
      full = unusedSlots() == 0;
      monitor.notifyAll();
    }
  }

  private int unusedSlots() {
    return Math.max(0, free.size() - (slotCount - used));
  }

  /** A source begins to take from here. */
  void want() {
    synchronized (monitor) {
      wanted = true;
      reader++;
      lost = 0;
      ended = false;
      cause = null;
      monitor.notifyAll();
    }
  }

  /** Nobody takes from here any more. */
  void unwant() {
    synchronized (monitor) {
      wanted = false;
      for (Slot slot = ready.pollFirst(); slot != null; slot = ready.pollFirst()) {
        slot.discard();
        free(slot);
      }
      monitor.notifyAll();
    }
  }

  private void free(Slot slot) {
    free.addLast(slot);
    if (full && unusedSlots() >= (used + 1) / 2) {
      full = false;
      monitor.notifyAll();
    }
  }

  // For the decode thread.

  /** Whom the stream is decoded for; another number after another source came. */
  int reader() {
    synchronized (monitor) {
      return reader;
    }
  }

  boolean isWanted() {
    synchronized (monitor) {
      return wanted;
    }
  }

  /** Whether it is to be filled. */
  boolean hasRoom() {
    synchronized (monitor) {
      return !full;
    }
  }

  /** An empty slot, to be put or given back; there is room. */
  Slot take() {
    synchronized (monitor) {
      Slot slot = free.removeLast();
      full = unusedSlots() == 0;
      return slot;
    }
  }

  /** Adds what was decoded, unless the source that it was decoded for has gone. */
  void put(Slot slot, int forReader) {
    synchronized (monitor) {
      if (wanted && reader == forReader) {
        slot.lostBefore = lost;
        lost = 0;
        ready.addLast(slot);
        if (ready.size() == 1) {
          monitor.notifyAll();
        }
      } else {
        slot.discard();
        free(slot);
      }
    }
  }

  /** Counts what could not be decoded, or not handed out. */
  void lose(long units, int forReader) {
    synchronized (monitor) {
      if (reader == forReader) {
        lost += units;
      }
    }
  }

  /** Makes room: drops what is due for so long that its source must be held up. */
  void dropBefore(long dueNs) {
    synchronized (monitor) {
      for (Slot slot = ready.peekFirst();
          slot != null && slot.dueNs() < dueNs;
          slot = ready.peekFirst()) {
        ready.removeFirst();
        long count = slot.lostBefore + slot.units();
        Slot next = ready.peekFirst();
        if (next == null) {
          lost += count;
        } else {
          next.lostBefore += count;
        }
        slot.discard();
        free(slot);
      }
    }
  }

  /** Nothing follows; the end is to be told at the given time on the line. */
  void end(long atNs, SourceException why, int forReader) {
    synchronized (monitor) {
      if (reader == forReader && !ended) {
        ended = true;
        endNs = atNs;
        cause = why;
        monitor.notifyAll();
      }
    }
  }

  // For the capture thread.

  boolean isEmpty() {
    synchronized (monitor) {
      return ready.isEmpty() && !ended;
    }
  }

  /**
   * Waits until something is ready, the stream ended or nobody wants it any more.
   *
   * @param timeoutMs at most so long; 0 for as long as it takes
   * @return false if the time was over
   */
  boolean await(long timeoutMs) throws InterruptedException {
    synchronized (monitor) {
      long deadline = System.nanoTime() + timeoutMs * NANOS_PER_MS;
      while (wanted && isEmpty()) {
        long leftMs = 0;
        if (timeoutMs > 0) {
          leftMs = (deadline - System.nanoTime() + NANOS_PER_MS - 1) / NANOS_PER_MS;
          if (leftMs <= 0) {
            return false;
          }
        }
        monitor.wait(leftMs);
      }
      return true;
    }
  }

  /** What comes next, to be given back; null if nothing is ready. */
  @Nullable Slot poll() {
    synchronized (monitor) {
      return ready.pollFirst();
    }
  }

  /** Gives a slot back whose content was delivered or let go. */
  void giveBack(Slot slot) {
    synchronized (monitor) {
      free(slot);
    }
  }

  /** How much was lost after what was put last. */
  long takeLost() {
    synchronized (monitor) {
      long count = lost;
      lost = 0;
      return count;
    }
  }

  /** Why nothing follows; null as long as something may. */
  @Nullable SourceException cause() {
    synchronized (monitor) {
      return cause;
    }
  }

  long endNs() {
    synchronized (monitor) {
      return endNs;
    }
  }

  /** Frees the slots; all are here. */
  @Override
  public void close() {
    synchronized (monitor) {
      ready.forEach(Slot::close);
      free.forEach(Slot::close);
      ready.clear();
      free.clear();
    }
  }
}
