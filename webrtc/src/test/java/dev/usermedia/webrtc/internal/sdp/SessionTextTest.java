package dev.usermedia.webrtc.internal.sdp;

import static org.assertj.core.api.Assertions.assertThat;

import dev.usermedia.webrtc.RTCIceCandidateType;
import dev.usermedia.webrtc.RTCIceComponent;
import dev.usermedia.webrtc.RTCIceProtocol;
import dev.usermedia.webrtc.RTCIceTcpCandidateType;
import dev.usermedia.webrtc.RTCRtpCodecParameters;
import dev.usermedia.webrtc.RTCRtpHeaderExtensionParameters;
import dev.usermedia.webrtc.RTCRtpTransceiverDirection;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
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
          "a=rtpmap:111 opus/48000/2",
          "a=fmtp:111 minptime=10;useinbandfec=1",
          "a=extmap:3/sendonly urn:x",
          "a=rtcp-rsize",
          "a=ssrc:17 cname:me",
          "m=video 0 UDP/TLS/RTP/SAVPF 96",
          "a=mid:v",
          "a=ice-ufrag:own",
          "a=inactive",
          "m=video 0 UDP/TLS/RTP/SAVPF 96",
          "a=mid:w",
          "a=bundle-only",
          "a=ssrc:1 msid:old track",
          "");

  @Test
  void saysWhatEachPartIsFor() {
    SessionText text = SessionText.parse(OFFER);
    assertThat(text.trickles()).isTrue();
    assertThat(text.ufrags()).containsExactly("all", "own");
    SessionText.Section audio = text.section("a").orElseThrow();
    assertThat(audio.kind()).isEqualTo("audio");
    assertThat(audio.direction()).isEqualTo(RTCRtpTransceiverDirection.SENDONLY);
    assertThat(audio.streamIds()).hasValue(List.of("one", "two"));
    assertThat(audio.rejected()).isFalse();
    SessionText.Section video = text.section("v").orElseThrow();
    assertThat(video.rejected()).isTrue();
    assertThat(video.direction()).isEqualTo(RTCRtpTransceiverDirection.INACTIVE);
    assertThat(text.section("w").orElseThrow().rejected()).isFalse();
    assertThat(video.streamIds()).isEmpty();
    assertThat(text.section("w").orElseThrow().streamIds()).hasValue(List.of("old"));
    assertThat(audio.codecs())
        .containsExactly(
            new RTCRtpCodecParameters(
                111,
                "audio/opus",
                48_000,
                OptionalInt.of(2),
                Optional.of("minptime=10;useinbandfec=1")));
    assertThat(audio.extensions())
        .containsExactly(new RTCRtpHeaderExtensionParameters("urn:x", 3, false));
    assertThat(audio.reducedSize()).isTrue();
    assertThat(audio.cname()).hasValue("me");
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
