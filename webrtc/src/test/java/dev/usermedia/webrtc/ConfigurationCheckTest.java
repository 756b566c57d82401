package dev.usermedia.webrtc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatNoException;

import dev.usermedia.DOMException;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ConfigurationCheckTest {
  private static void check(RTCIceServer... servers) {
    ConfigurationCheck.check(RTCConfiguration.DEFAULT.withIceServers(List.of(servers)));
  }

  private static void assertFails(String name, RTCIceServer server) {
    assertThatExceptionOfType(DOMException.class)
        .isThrownBy(() -> check(server))
        .satisfies(it -> assertThat(it.name()).isEqualTo(name));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "stun:stun.example.org",
        "stun:stun.example.org:3478",
        "STUNS:192.0.2.1",
        "stun:[2001:db8::1]:5349"
      })
  void takesServersThatNeedNoName(String url) {
    assertThatNoException().isThrownBy(() -> check(new RTCIceServer(url)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "stun",
        "stun:",
        "http://example.org",
        "stun://example.org",
        "stun:example.org:port",
        "stun:example.org:123456",
        "stun:example.org?transport=udp",
        "stun:host name"
      })
  void refusesWhatIsNoServer(String url) {
    assertFails("SyntaxError", new RTCIceServer(url));
  }

  @ParameterizedTest
  @ValueSource(strings = {"turn:example.org", "turns:example.org:443?transport=tcp"})
  void wantsANameForRelays(String url) {
    assertFails("InvalidAccessError", new RTCIceServer(url));
    assertThatNoException()
        .isThrownBy(
            () ->
                check(
                    new RTCIceServer(
                        List.of(url), Optional.of("name"), Optional.of("credential"))));
  }

  @Test
  void doesNotChangeWhatConnectionsAreMadeWith() {
    assertThatExceptionOfType(DOMException.class)
        .isThrownBy(
            () ->
                ConfigurationCheck.checkChange(
                    RTCConfiguration.DEFAULT,
                    RTCConfiguration.DEFAULT.withBundlePolicy(RTCBundlePolicy.MAX_BUNDLE)))
        .satisfies(it -> assertThat(it.name()).isEqualTo("InvalidModificationError"));
  }
}
