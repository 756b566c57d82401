package dev.usermedia.javascript;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.File;
import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.SocketTimeoutException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The attempt of {@link EscapeTest} that needs peer connections: to reach the network by one. */
@Tag("webrtc")
class PeerConnectionEscapeTest {
  /** Asks a server for an address, and tells a connection that its peer is there. */
  private static final String CALL =
      """
      const pc = new RTCPeerConnection({ iceServers: [{ urls: "stun:127.0.0.1:SERVER" }] });
      const peer = new RTCPeerConnection();
      const found = [];
      const next = new Promise((resolve) => {
        pc.onicecandidate = ({ candidate }) => {
          if (candidate?.candidate) found.push(candidate);
          resolve(); // with none, all were found
        };
      });
      pc.addTransceiver("video");
      await pc.setLocalDescription();
      await next;
      await peer.setRemoteDescription(pc.localDescription);
      await peer.setLocalDescription();
      const lines = "a=candidate:1 1 udp 2113937151 127.0.0.1 SERVER typ host\\r\\n";
      await pc.setRemoteDescription({ type: "answer", sdp: peer.localDescription.sdp + lines });
      await pc.addIceCandidate({ candidate: "candidate:2 1 udp 2113937151 127.0.0.1 SERVER typ host", sdpMLineIndex: 0 });
      const types = Array.from((await pc.getStats()).values(), (it) => it.type);
      return [found.length > 0, /a=candidate/.test(pc.localDescription.sdp), /a=candidate/.test(pc.remoteDescription.sdp),
        types.includes("local-candidate"), types.includes("remote-candidate"), types.includes("candidate-pair")].join();
      """;

  private static final String TOLD =
      "RTCPeerConnection finds no way to a peer: scripts may not reach the network";

  private final LinkedBlockingQueue<String> warnings = new LinkedBlockingQueue<>();

  /** What no connection can be made with. */
  private static final String CONFIGURE =
      """
      const pc = new RTCPeerConnection();
      return [{ iceServers: [{ urls: "http://nobody" }] }, { iceServers: [{ urls: "turn:nobody" }] }, { iceCandidatePoolSize: 1 }]
        .flatMap((it) => [() => new RTCPeerConnection(it), () => pc.setConfiguration(it)])
        .map((attempt) => { try { attempt(); } catch (e) { return e.name; } })
        .concat(JSON.stringify(pc.getConfiguration().iceServers)).join();
      """;

  private String call(DatagramSocket server, boolean network) throws InterruptedException {
    return run(CALL.replace("SERVER", String.valueOf(server.getLocalPort())), network);
  }

  private String run(String steps, boolean network) throws InterruptedException {
    LinkedBlockingQueue<String> lines = new LinkedBlockingQueue<>();
    try (ScriptEngine engine = ScriptEngine.create();
        ScriptContext context =
            engine
                .newContext()
                .network(() -> network)
                .console((level, text) -> (level == ConsoleLevel.WARN ? warnings : lines).add(text))
                .build()) {
      context
          .runModule(
              "call.js",
              "const call = async () => {" + steps + "}; call().then(console.log, console.log);")
          .join();
      return lines.poll(60, TimeUnit.SECONDS);
    }
  }

  @Test
  void aPeerConnectionFindsNoWayOutUnlessItMay() throws Exception {
    try (DatagramSocket server = new DatagramSocket(0, InetAddress.getLoopbackAddress())) {
      assertThat(call(server, false)).isEqualTo("false,false,false,false,false,false");
      assertThat(warnings).containsExactly(TOLD);
      server.setSoTimeout(1);
      assertThatThrownBy(() -> receive(server)).isInstanceOf(SocketTimeoutException.class);

      assumeThat(new File("/sys/class/net").list())
          .as("network interfaces")
          .anyMatch(it -> !it.equals("lo"));
      assertThat(call(server, true)).startsWith("true,true,true,true,true,");
      server.setSoTimeout(60_000);
      receive(server); // what it must not get without leave
    }
  }

  @Test
  void withoutLeaveTheSameConfigurationsAreRefused() throws InterruptedException {
    String refusals =
        "SyntaxError,SyntaxError,InvalidAccessError,InvalidAccessError,NotSupportedError,NotSupportedError,[]";
    assertThat(run(CONFIGURE, true)).isEqualTo(refusals);
    assertThat(run(CONFIGURE, false)).isEqualTo(refusals);
  }

  private static void receive(DatagramSocket server) throws IOException {
    server.receive(new DatagramPacket(new byte[1500], 1500));
  }
}
