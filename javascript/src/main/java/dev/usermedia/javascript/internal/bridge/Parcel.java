package dev.usermedia.javascript.internal.bridge;

import dev.usermedia.MediaStreamTrack;
import dev.usermedia.frame.AudioData;
import dev.usermedia.frame.VideoFrame;
import java.nio.ByteBuffer;
import java.util.List;
import org.graalvm.polyglot.HostAccess.Export;

/**
 * A message on its way from one script to another, which may be on another thread: what JSON can
 * carry of it, and what it cannot.
 *
 * @param content JSON, made and read by {@code clone.js}
 * @param attachments arrays of bytes, and what this package makes: frames, tracks, pictures, ports
 */
public record Parcel(String content, List<Object> attachments) implements AutoCloseable {
  public Parcel {
    attachments = List.copyOf(attachments);
  }

  @Export
  public String text() {
    return content;
  }

  @Export
  public int size() {
    return attachments.size();
  }

  @Export
  public boolean isBuffer(int index) {
    return attachments.get(index) instanceof byte[];
  }

  @Export
  public ByteBuffer buffer(int index) {
    return Buffers.direct((byte[]) attachments.get(index));
  }

  @Export
  public Object attachment(int index) {
    return attachments.get(index);
  }

  /** Nobody receives it: lets go what is in it. */
  @Export
  @Override
  public void close() {
    for (Object it : attachments) {
      switch (it) {
        case VideoFrame frame -> frame.close();
        case AudioData data -> data.close();
        case MediaStreamTrack track -> track.stop();
        case PortHost port -> port.close();
        default -> {}
      }
    }
  }
}
