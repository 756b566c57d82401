package dev.usermedia.linux.internal.x11.protocol;

import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.net.InetAddress;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The cookies of an {@code .Xauthority} file (Xau(3)). */
public final class XAuthority {
  static final String COOKIE_PROTOCOL = "MIT-MAGIC-COOKIE-1";

  private static final int FAMILY_INTERNET = 0;
  private static final int FAMILY_INTERNET6 = 6;
  private static final int FAMILY_LOCAL = 256;
  private static final int FAMILY_WILD = 65535;

  private final List<Entry> entries;

  private record Entry(
      int family, ByteBuffer address, String display, String protocol, ByteBuffer data) {}

  private XAuthority(List<Entry> entries) {
    this.entries = entries;
  }

  /** The cookies of a file; none if there is no such file. */
  public static XAuthority read(Path file) throws IOException {
    return Files.isReadable(file) ? parse(Files.readAllBytes(file)) : new XAuthority(List.of());
  }

  static XAuthority parse(byte[] file) throws IOException {
    List<Entry> entries = new ArrayList<>();
    DataInputStream in = new DataInputStream(new ByteArrayInputStream(file));
    try {
      while (in.available() > 0) {
        entries.add(new Entry(in.readUnsignedShort(), field(in), text(in), text(in), field(in)));
      }
    } catch (EOFException e) {
      // another program is rewriting the file: what is whole counts, as for libXau
    }
    return new XAuthority(entries);
  }

  /**
   * The cookie for a display, if there is one.
   *
   * @param hostName what this machine calls itself
   * @param server the server's address; unused for a local display
   */
  Optional<ByteBuffer> cookie(DisplayName display, String hostName, InetAddress server) {
    // a display forwarded to this machine's loopback is filed under the machine's own name
    boolean local = display.isLocal() || server.isLoopbackAddress();
    ByteBuffer address =
        local ? StandardCharsets.UTF_8.encode(hostName) : ByteBuffer.wrap(server.getAddress());
    int family =
        local ? FAMILY_LOCAL : address.remaining() == 4 ? FAMILY_INTERNET : FAMILY_INTERNET6;
    String number = Integer.toString(display.number());
    for (Entry entry : entries) {
      boolean here =
          entry.family == FAMILY_WILD || (entry.family == family && entry.address.equals(address));
      if (here
          && (entry.display.isEmpty() || entry.display.equals(number))
          && entry.protocol.equals(COOKIE_PROTOCOL)) {
        return Optional.of(entry.data.duplicate());
      }
    }
    return Optional.empty();
  }

  private static ByteBuffer field(DataInputStream in) throws IOException {
    byte[] bytes = new byte[in.readUnsignedShort()];
    in.readFully(bytes);
    return ByteBuffer.wrap(bytes);
  }

  private static String text(DataInputStream in) throws IOException {
    return StandardCharsets.UTF_8.decode(field(in)).toString();
  }
}
