package dev.usermedia.javascript;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.usermedia.MediaClock;
import java.io.File;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Peer connections as scripts have them; what they carry is real, and in real time. */
@Tag("webrtc")
class PeerConnectionTest {
  /** Two connections of the page that tell each other their addresses. */
  private static final String PAIR =
      """
      const a = new RTCPeerConnection(), b = new RTCPeerConnection();
      a.onicecandidate = ({ candidate }) => b.addIceCandidate(candidate);
      b.onicecandidate = ({ candidate }) => a.addIceCandidate(candidate);
      const exchange = async () => {
        await a.setLocalDescription();
        await b.setRemoteDescription(a.localDescription);
        await b.setLocalDescription();
        await a.setRemoteDescription(b.localDescription);
      };
      """;

  @RegisterExtension
  static final ScriptFixture script =
      new ScriptFixture(builder -> builder.clock(MediaClock.system()).network(() -> true));

  /** The loopback interface is none that peers are looked for on. */
  @BeforeEach
  void assumeNetwork() {
    assumeThat(new File("/sys/class/net").list())
        .as("network interfaces")
        .anyMatch(it -> !it.equals("lo"));
  }

  @Test
  void parametersComeBackAsTheyWereSet() throws InterruptedException {
    script.run(
        """
        const { sender } = new RTCPeerConnection().addTransceiver("video", { sendEncodings: [{ maxBitrate: 90000 }] });
        const first = sender.getParameters();
        console.log(Object.keys(first).sort().join());
        first.degradationPreference = "maintain-resolution";
        first.encodings[0].maxFramerate = 7.5;
        await sender.setParameters(first);
        const { degradationPreference, encodings: [{ active, maxBitrate, maxFramerate }], transactionId } = sender.getParameters();
        console.log(degradationPreference, active, maxBitrate, maxFramerate, transactionId !== first.transactionId);
        await sender.setParameters(first).catch((e) => console.log(e.name));
        await sender.setParameters(Object.assign(sender.getParameters(), { degradationPreference: "none" })).catch((e) => console.log(e.name));
        """);

    assertThat(script.line()).isEqualTo("codecs,encodings,headerExtensions,rtcp,transactionId");
    assertThat(script.line()).isEqualTo("maintain-resolution true 90000 7.5 true");
    assertThat(script.line()).isEqualTo("InvalidModificationError");
    assertThat(script.line()).isEqualTo("TypeError");
  }

  @Test
  void numbersOutOfBoundsAreRangeErrors() throws InterruptedException {
    script.run(
        """
        const pc = new RTCPeerConnection();
        const attempt = (steps) => { try { steps(); } catch (e) { console.log(e.name, e instanceof Error); } };
        attempt(() => pc.addTransceiver("video", { sendEncodings: [{ scaleResolutionDownBy: 0.5 }] }));
        attempt(() => pc.addTransceiver("smell"));
        attempt(() => new RTCPeerConnection({ iceServers: [{ urls: "http://nobody" }] }));
        attempt(() => new RTCPeerConnection({ iceServers: [{ urls: "turn:nobody" }] }));
        """);

    assertThat(script.line()).isEqualTo("RangeError true");
    assertThat(script.line()).isEqualTo("TypeError true");
    assertThat(script.line()).isEqualTo("SyntaxError true");
    assertThat(script.line()).isEqualTo("InvalidAccessError true");
  }

  @Test
  void aTrackThatComesIsATrackLikeAnyOther() throws InterruptedException {
    script.run(
        PAIR
            + """
              const stream = await navigator.mediaDevices.getUserMedia({ video: { width: 320, height: 240 } });
              const [track] = stream.getTracks();
              const sender = a.addTrack(track, stream);
              console.log(sender === a.getSenders()[0], sender.track === track, a.getTransceivers()[0].sender === sender);
              const came = new Promise((resolve) => { b.ontrack = resolve; });
              await exchange();
              const { track: received, streams: [with_], receiver, transceiver } = await came;
              console.log(received instanceof MediaStreamTrack, received.kind, receiver.track === received, transceiver === b.getTransceivers()[0],
                with_.id === stream.id, with_.getTracks()[0] === received);
              const video = document.createElement("video");
              video.srcObject = with_;
              await video.play();
              console.log(video.videoWidth > 0, received.muted);
              const canvas = document.createElement("canvas");
              canvas.width = canvas.height = 16;
              const painter = canvas.getContext("2d");
              painter.drawImage(video, 0, 0, 16, 16);
              console.log(painter.getImageData(0, 0, 16, 16).data.some((it, i) => i % 4 < 3 && it > 50));
              const report = await b.getStats();
              const inbound = [...report.values()].find((it) => it.type === "inbound-rtp");
              console.log(report instanceof RTCStatsReport, report.size === [...report].length, report.get(inbound.id) === inbound, inbound.kind);
              received.onended = () => console.log("ended");
              a.close();
              b.close();
              console.log(received.readyState, a.signalingState, b.connectionState);
              """);

    assertThat(script.line()).isEqualTo("true true true");
    assertThat(script.line()).isEqualTo("true video true true true true");
    assertThat(script.line()).isEqualTo("true false");
    assertThat(script.line()).isEqualTo("true");
    assertThat(script.line()).isEqualTo("true true true video");
    assertThat(script.line()).isEqualTo("ended closed closed");
    script.awaitIdle();
    assertThat(script.lines()).isEmpty();
  }

  @Test
  void theCallbacksOfOldAreCalled() throws InterruptedException {
    script.run(
        """
        const pc = new RTCPeerConnection();
        const fail = (e) => console.log("failed " + e.name);
        const nothing = await pc.createOffer((offer) => {
          console.log(offer.type, Object.getPrototypeOf(offer) === Object.prototype);
          pc.setLocalDescription(offer, () => {
            console.log(pc.signalingState, pc.localDescription === pc.pendingLocalDescription, pc.localDescription instanceof RTCSessionDescription);
            pc.createAnswer(() => {}, fail);
          }, fail);
        }, fail, { offerToReceiveVideo: true });
        console.log(nothing);
        """);

    assertThat(script.line()).isEqualTo("undefined");
    assertThat(script.line()).isEqualTo("offer true");
    assertThat(script.line()).isEqualTo("have-local-offer true true");
    assertThat(script.line()).isEqualTo("failed InvalidStateError");
  }

  @Test
  void aRunIsOverWhenNoWayIsLookedForAnyMore() throws InterruptedException {
    script.run(
        PAIR
            + """
              a.addTransceiver("audio");
              a.onconnectionstatechange = () => { if (a.connectionState === "connected") console.log("connected"); };
              await exchange();
              """);
    script.awaitIdle();

    assertThat(script.lines()).containsExactly("connected");
  }

  @Test
  void nothingComesOfWhatWasUnderWayWhenItWasClosed() throws InterruptedException {
    script.run(
        """
        const pc = new RTCPeerConnection();
        pc.addTransceiver("video");
        const settled = () => console.log("settled");
        pc.createOffer().then(settled, settled);
        pc.onsignalingstatechange = pc.onnegotiationneeded = () => console.log("an event");
        pc.close();
        console.log(pc.signalingState);
        await pc.createOffer().catch((e) => console.log(e.name));
        """);
    script.awaitIdle();

    assertThat(script.lines()).containsExactly("closed", "InvalidStateError");
  }

  @Test
  void connectionsOfAFrameEndWithIt() throws InterruptedException {
    script.run(
        """
        const frame = document.createElement("iframe");
        document.body.append(frame);
        const { RTCPeerConnection: Theirs } = frame.contentWindow;
        const pc = new Theirs();
        pc.addTransceiver("video");
        const { receiver } = pc.getTransceivers()[0];
        console.log(pc.signalingState, receiver.track.readyState);
        frame.remove();
        try { new Theirs(); } catch (e) { console.log(e.name); }
        const look = () => pc.signalingState === "closed" ? console.log("closed") : setTimeout(look, 10);
        look();
        """);

    assertThat(script.line()).isEqualTo("stable live");
    assertThat(script.line()).isEqualTo("InvalidStateError");
    assertThat(script.line()).isEqualTo("closed");
  }
}
