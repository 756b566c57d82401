package dev.usermedia.linux.internal.x11.protocol;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class XAuthorityTest {
  private static final InetAddress LOOPBACK = InetAddress.getLoopbackAddress();

  private final ByteArrayOutputStream file = new ByteArrayOutputStream();

  @BeforeEach
  void writeCookies() throws Exception {
    add(256, "here".getBytes(UTF_8), "0", "XDM-AUTHORIZATION-1", 1);
    add(256, "here".getBytes(UTF_8), "0", "MIT-MAGIC-COOKIE-1", 2);
    add(256, "there".getBytes(UTF_8), "0", "MIT-MAGIC-COOKIE-1", 3);
    add(256, "here".getBytes(UTF_8), "10", "MIT-MAGIC-COOKIE-1", 4);
    add(0, new byte[] {10, 1, 2, 3}, "0", "MIT-MAGIC-COOKIE-1", 5);
    add(6, InetAddress.ofLiteral("fe80::7").getAddress(), "", "MIT-MAGIC-COOKIE-1", 6);
  }

  @Test
  void theCookieOfTheHostAndDisplayIsFound() throws Exception {
    assertThat(cookie(":0", "here", LOOPBACK)).contains(2);
    assertThat(cookie(":0", "there", LOOPBACK)).contains(3);
    assertThat(cookie(":10", "here", LOOPBACK)).contains(4);
    assertThat(cookie("localhost:10", "here", LOOPBACK)).contains(4); // forwarded
    assertThat(cookie("far:0", "here", InetAddress.ofLiteral("10.1.2.3"))).contains(5);
    assertThat(cookie("far6:9", "here", InetAddress.ofLiteral("fe80::7"))).contains(6);
    assertThat(cookie(":1", "here", LOOPBACK)).isEmpty();
    assertThat(cookie(":0", "elsewhere", LOOPBACK)).isEmpty();
  }

  @Test
  void anEntryForAnyHostFitsAll() throws Exception {
    add(65535, new byte[0], "", "MIT-MAGIC-COOKIE-1", 7);
    assertThat(cookie(":33", "elsewhere", LOOPBACK)).contains(7);
    assertThat(cookie(":0", "here", LOOPBACK)).contains(2);
  }

  @Test
  void aFileThatBreaksOffCountsAsFarAsItIsWhole() throws Exception {
    byte[] whole = file.toByteArray();
    for (int length = 0; length < whole.length; length++) {
      XAuthority broken = XAuthority.parse(Arrays.copyOf(whole, length));
      Optional<ByteBuffer> cookie = broken.cookie(DisplayName.parse(":10"), "here", LOOPBACK);
      cookie.ifPresent(c -> assertThat(c.get(0)).isEqualTo((byte) 4));
    }
  }

  @Test
  void withoutAFileThereAreNoCookies(@TempDir Path folder) throws Exception {
    XAuthority none = XAuthority.read(folder.resolve("missing"));
    assertThat(none.cookie(DisplayName.parse(":0"), "here", LOOPBACK)).isEmpty();
  }

  private Optional<Integer> cookie(String display, String hostName, InetAddress server)
      throws IOException {
    return XAuthority.parse(file.toByteArray())
        .cookie(DisplayName.parse(display), hostName, server)
        .map(bytes -> (int) bytes.get(0));
  }

  private void add(int family, byte[] address, String display, String protocol, int cookie)
      throws IOException {
    DataOutputStream out = new DataOutputStream(file);
    out.writeShort(family);
    for (byte[] field :
        new byte[][] {
          address, display.getBytes(UTF_8), protocol.getBytes(UTF_8), {(byte) cookie, 0, 0}
        }) {
      out.writeShort(field.length);
      out.write(field);
    }
  }
}
