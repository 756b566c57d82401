package dev.usermedia.webrtc.internal.sdp;

import static org.assertj.core.api.Assertions.assertThat;

import dev.usermedia.webrtc.RTCIceCandidateType;
import dev.usermedia.webrtc.RTCIceComponent;
import dev.usermedia.webrtc.RTCIceProtocol;
import dev.usermedia.webrtc.RTCIceTcpCandidateType;
import dev.usermedia.webrtc.RTCRtpTransceiverDirection;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SessionTextTest {
  private static final String OFFER =
      String.join(
          "\r\n",
          "v=0",
          "o=- 1 2 IN IP4 127.0.0.1",
          "a=sendonly",
          "a=ice-ufrag:all",
          "m=audio 9 UDP/TLS/RTP/SAVPF 111",
          "a=mid:a",
          "a=ice-options:renomination trickle",
          "a=msid:one track",
          "a=msid:two track",
          "m=video 0 UDP/TLS/RTP/SAVPF 96",
          "a=mid:v",
          "a=ice-ufrag:own",
          "a=inactive",
          "m=video 0 UDP/TLS/RTP/SAVPF 96",
          "a=mid:w",
          "a=bundle-only",
          "a=msid:- track",
          "");

  @Test
  void saysWhatEachPartIsFor() {
    SessionText text = SessionText.parse(OFFER);
    assertThat(text.trickles()).isTrue();
    assertThat(text.ufrags()).containsExactly("all", "own");
    SessionText.Section audio = text.section("a").orElseThrow();
    assertThat(audio.kind()).isEqualTo("audio");
    assertThat(audio.direction()).isEqualTo(RTCRtpTransceiverDirection.SENDONLY);
    assertThat(audio.streamIds()).containsExactly("one", "two");
    assertThat(audio.rejected()).isFalse();
    SessionText.Section video = text.section("v").orElseThrow();
    assertThat(video.rejected()).isTrue();
    assertThat(video.direction()).isEqualTo(RTCRtpTransceiverDirection.INACTIVE);
    assertThat(text.section("w").orElseThrow().rejected()).isFalse();
    assertThat(text.section("w").orElseThrow().streamIds()).isEmpty();
    assertThat(text.section("x")).isEmpty();
  }

  @Test
  void takesCandidatesApart() {
    CandidateAttribute relayed =
        CandidateAttribute.parse(
                "candidate:842163049 2 TCP 1677729535 2001:db8::1 3478 typ relay raddr 192.0.2.1"
                    + " rport 9 tcptype passive generation 0 ufrag abcd")
            .orElseThrow();
    assertThat(relayed.foundation()).isEqualTo("842163049");
    assertThat(relayed.component()).isEqualTo(RTCIceComponent.RTCP);
    assertThat(relayed.protocol()).isEqualTo(RTCIceProtocol.TCP);
    assertThat(relayed.priority()).isEqualTo(1677729535);
    assertThat(relayed.address()).isEqualTo("2001:db8::1");
    assertThat(relayed.port()).isEqualTo(3478);
    assertThat(relayed.type()).isEqualTo(RTCIceCandidateType.RELAY);
    assertThat(relayed.tcpType()).hasValue(RTCIceTcpCandidateType.PASSIVE);
    assertThat(relayed.relatedAddress()).hasValue("192.0.2.1");
    assertThat(relayed.relatedPort()).hasValue(9);
    assertThat(relayed.ufrag()).isEqualTo(Optional.of("abcd"));
    assertThat(CandidateAttribute.parse("")).isEmpty();
    assertThat(CandidateAttribute.parse("candidate:1 1 udp 1 192.0.2.1 70000 typ host")).isEmpty();
    assertThat(CandidateAttribute.parse("candidate:1 1 udp 1 192.0.2.1 7 typ magic")).isEmpty();
  }
}
