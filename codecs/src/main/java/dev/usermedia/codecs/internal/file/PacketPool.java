package dev.usermedia.codecs.internal.file;

import java.util.ArrayDeque;

/** Empty packets to be used again. Used by one thread. */
final class PacketPool implements AutoCloseable {
  private final ArrayDeque<MediaPacket> spare = new ArrayDeque<>();

  MediaPacket take() {
    MediaPacket packet = spare.pollLast();
    return packet == null ? new MediaPacket() : packet;
  }

  void giveBack(MediaPacket packet) {
    packet.unref();
    spare.addLast(packet);
  }

  @Override
  public void close() {
    spare.forEach(MediaPacket::close);
    spare.clear();
  }
}
