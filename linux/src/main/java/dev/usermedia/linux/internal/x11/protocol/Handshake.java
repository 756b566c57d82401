package dev.usermedia.linux.internal.x11.protocol;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

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
    byte[] cookie = authority.cookie(display, Files.readString(HOST_NAME).strip(), server);
    byte[] protocol =
        cookie.length == 0
            ? new byte[0]
            : XAuthority.COOKIE_PROTOCOL.getBytes(StandardCharsets.US_ASCII);
    ByteBuffer out = Wire.buffer(1 << 10);
    out.put((byte) 'l').put((byte) 0).putShort((short) PROTOCOL_MAJOR).putShort((short) 0);
    out.putShort((short) protocol.length).putShort((short) cookie.length).putShort((short) 0);
    out.put(protocol).position(12 + Wire.padded(protocol.length));
    out.put(cookie).position(12 + Wire.padded(protocol.length) + Wire.padded(cookie.length));
    Wire.write(channel, out.flip());

    ByteBuffer head = Wire.buffer(8);
    Wire.fill(channel, head);
    int status = head.get(0);
    int reasonBytes = Byte.toUnsignedInt(head.get(1));
    ByteBuffer body = Wire.buffer(Short.toUnsignedInt(head.getShort(6)) * 4);
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
}
