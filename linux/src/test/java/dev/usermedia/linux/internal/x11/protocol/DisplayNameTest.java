package dev.usermedia.linux.internal.x11.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnixDomainSocketAddress;
import java.util.List;
import org.junit.jupiter.api.Test;

class DisplayNameTest {
  @Test
  void namesOfThisMachineLeadToItsSocket() {
    for (String name : List.of(":7", "unix:7", ":7.0", "unix/:7")) {
      DisplayName display = DisplayName.parse(name);
      assertThat(display).isEqualTo(new DisplayName("", 7, 0));
      assertThat(display.address()).isEqualTo(UnixDomainSocketAddress.of("/tmp/.X11-unix/X7"));
      assertThat(display).hasToString(":7");
    }
  }

  @Test
  void namesOfHostsLeadToTheirPort() {
    assertThat(DisplayName.parse("localhost:10.2")).isEqualTo(new DisplayName("localhost", 10, 2));
    assertThat(DisplayName.parse("127.0.0.1:10").address())
        .isEqualTo(new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), 6010));
    assertThat(DisplayName.parse("tcp/::1:0").host()).isEqualTo("::1");
  }

  @Test
  void whatIsNoDisplayIsRefused() {
    for (String name : List.of("", ":", "0", ":x", ":0.", ":123456", "host:59536")) {
      assertThatThrownBy(() -> DisplayName.parse(name))
          .as(name)
          .isInstanceOf(IllegalArgumentException.class);
    }
  }
}
