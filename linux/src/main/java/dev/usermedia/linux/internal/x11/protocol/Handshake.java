package dev.usermedia.linux.internal.x11.protocol;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** How a connection begins: the client shows its cookie, the server describes itself. */
final class Handshake {
  private static final int PROTOCOL_MAJOR = 11;
  private static final int FAILED = 0;
  private static final int SUCCESS = 1;
  private static final Path HOST_NAME = Path.of("/proc/sys/kernel/hostname");

  private Handshake() {}

  static ServerSetup perform(SocketChannel channel, DisplayName display, XAuthority authority)
      throws IOException {
    InetAddress server =
        channel.getRemoteAddress() instanceof InetSocketAddress tcp
            ? tcp.getAddress()
            : InetAddress.getLoopbackAddress();
    Optional<ByteBuffer> found =
        authority.cookie(display, Files.readString(HOST_NAME).strip(), server);
    ByteBuffer cookie = found.orElse(ByteBuffer.allocate(0));
    String protocol = found.isPresent() ? XAuthority.COOKIE_PROTOCOL : "";
    ByteBuffer out = buffer(64 + cookie.remaining());
    out.put((byte) 'l').put((byte) 0).putShort((short) PROTOCOL_MAJOR).putShort((short) 0);
    out.putShort((short) protocol.length()).putShort((short) cookie.remaining());
    out.putShort((short) 0);
    Wire.pad(out.put(protocol.getBytes(StandardCharsets.US_ASCII)));
    Wire.pad(out.put(cookie));
    Wire.write(channel, out.flip());

    ByteBuffer head = buffer(8);
    Wire.fill(channel, head);
    int status = head.get(0);
    int reasonBytes = Byte.toUnsignedInt(head.get(1));
    ByteBuffer body = buffer(Short.toUnsignedInt(head.getShort(6)) * 4);
    Wire.fill(channel, body);
    body.flip();
    if (status == SUCCESS) {
      return ServerSetup.parse(body);
    }
    byte[] reason = new byte[status == FAILED ? reasonBytes : body.limit()];
    body.get(reason);
    throw new X11RefusedException(
        new String(reason, StandardCharsets.ISO_8859_1).replace('\0', ' ').strip());
  }

  /** Memory that is used once, and so is left to the garbage collector. */
  private static ByteBuffer buffer(int bytes) {
    return ByteBuffer.allocate(bytes).order(ByteOrder.LITTLE_ENDIAN);
  }
}
