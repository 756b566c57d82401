package dev.usermedia.codecs.internal.file;

import java.util.ArrayDeque;
import java.util.Iterator;
import org.jspecify.annotations.Nullable;

/**
 * The packets of one stream around the present: those to be decoded next, and those behind that a
 * source which joins needs to decode from, back to the key picture before the present. Used by one
 * thread.
 */
final class PacketQueue implements AutoCloseable {
  /**
   * Kept for somebody who might join; a stream that needs more is joined at its next key picture.
   */
  private static final long MAX_KEPT_BYTES = 32L << 20;

  private final ArrayDeque<MediaPacket> next = new ArrayDeque<>();
  private final ArrayDeque<MediaPacket> behind = new ArrayDeque<>();
  private final PacketPool pool;
  private final long prerollNs;
  private long nextBytes;
  private long behindBytes;

  /**
   * A queue that gives packets back to the pool.
   *
   * @param prerollNs what a source that joins decodes before the present, so that all is whole by
   *     then
   */
  PacketQueue(PacketPool pool, long prerollNs) {
    this.pool = pool;
    this.prerollNs = prerollNs;
  }

  void add(MediaPacket packet) {
    next.addLast(packet);
    nextBytes += packet.sizeBytes;
  }

  /** The next packet to decode; it stays the queue's. */
  @Nullable MediaPacket take() {
    MediaPacket packet = next.pollFirst();
    if (packet != null) {
      nextBytes -= packet.sizeBytes;
      behind.addLast(packet);
      behindBytes += packet.sizeBytes;
    }
    return packet;
  }

  boolean isEmpty() {
    return next.isEmpty();
  }

  /** Bytes that wait to be decoded. */
  long waitingBytes() {
    return nextBytes;
  }

  /** Nobody decodes: what is over by the given time moves behind. */
  void passBy(long presentNs) {
    for (MediaPacket packet = next.peekFirst();
        packet != null && packet.endNs <= presentNs - prerollNs;
        packet = next.peekFirst()) {
      take();
    }
  }

  /** Lets go what nobody needs who joins at the given time or later. */
  void forget(long presentNs) {
    int keep = 0; // packets from the last key on that begins by then
    int seen = 0;
    for (Iterator<MediaPacket> i = behind.descendingIterator(); i.hasNext() && keep == 0; ) {
      MediaPacket packet = i.next();
      seen++;
      if (packet.key && packet.startNs <= presentNs - prerollNs) {
        keep = seen;
      }
    }
    while ((keep > 0 && behind.size() > keep) || behindBytes > MAX_KEPT_BYTES) {
      MediaPacket packet = behind.removeFirst();
      behindBytes -= packet.sizeBytes;
      pool.giveBack(packet);
    }
  }

  /** Somebody joins: decoding begins again at the oldest key picture that is kept. */
  void rewind() {
    for (MediaPacket packet = behind.pollLast(); packet != null; packet = behind.pollLast()) {
      next.addFirst(packet);
      nextBytes += packet.sizeBytes;
    }
    behindBytes = 0;
    for (MediaPacket packet = next.peekFirst();
        packet != null && !packet.key && !packet.endOfPass;
        packet = next.peekFirst()) {
      next.removeFirst();
      nextBytes -= packet.sizeBytes;
      pool.giveBack(packet);
    }
  }

  @Override
  public void close() {
    next.forEach(pool::giveBack);
    behind.forEach(pool::giveBack);
    next.clear();
    behind.clear();
  }
}
