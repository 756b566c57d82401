package dev.usermedia.javascript.internal.bridge;

import dev.usermedia.DOMException;
import dev.usermedia.javascript.ConsoleLevel;
import dev.usermedia.javascript.ScriptConsole;
import dev.usermedia.javascript.internal.loop.ScriptLoop;
import dev.usermedia.webrtc.RTCIceCandidate;
import dev.usermedia.webrtc.RTCIceCandidateInit;
import dev.usermedia.webrtc.RTCRtpCapabilities;
import dev.usermedia.webrtc.RTCRtpReceiver;
import dev.usermedia.webrtc.RTCRtpSender;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.BooleanSupplier;
import org.graalvm.polyglot.HostAccess.Export;
import org.graalvm.polyglot.Value;

/** Makes the peer connections of scripts. */
public final class ConnectionsHost {
  /** As browsers have it. */
  private static final int MOST_CONNECTIONS = 500;

  /** The candidate attribute is all that is asked of such a candidate. */
  private static final String ANY_MID = "0";

  private final MediaHost media;
  private final ScriptLoop loop;
  private final Held.All held;
  private final ScriptConsole console;
  private final BooleanSupplier network;
  private Optional<NetworkLeave> leave = Optional.empty();
  private int connections;

  /**
   * A maker of connections.
   *
   * @param network asked at the first connection whether they may find a way to a peer
   */
  ConnectionsHost(
      MediaHost media,
      ScriptLoop loop,
      Held.All held,
      ScriptConsole console,
      BooleanSupplier network) {
    this.media = media;
    this.loop = loop;
    this.held = held;
    this.console = console;
    this.network = network;
  }

  /**
   * A connection of a document.
   *
   * @param configuration a dictionary that the script's side has converted
   */
  @Export
  public PeerConnectionHost connection(MediaHost document, Value configuration) {
    return media
        .answers()
        .get(
            () -> {
              if (connections >= MOST_CONNECTIONS) {
                throw new DOMException(
                    "there are " + connections + " peer connections; close some", "UnknownError");
              }
              PeerConnectionHost made =
                  new PeerConnectionHost(
                      document,
                      leave(),
                      ConnectionDictionaries.configuration(Trees.map(configuration)),
                      new Waiting(loop),
                      this::closed);
              connections++;
              // a frame's document may be gone before the page is
              made.closeWith(document.context().onclose(() -> loop.execute(made::close)));
              return held.add(made);
            });
  }

  private NetworkLeave leave() {
    if (leave.isEmpty()) {
      boolean allowed = network.getAsBoolean();
      if (!allowed) {
        console.print(
            ConsoleLevel.WARN,
            "RTCPeerConnection finds no way to a peer: scripts may not reach the network");
      }
      leave = Optional.of(allowed ? NetworkLeave.GRANTED : NetworkLeave.REFUSED);
    }
    return leave.get();
  }

  private void closed(PeerConnectionHost connection) {
    connections--;
    held.remove(connection);
  }

  /** What the attribute of a candidate says. */
  @Export
  public Value candidate(String attribute) {
    RTCIceCandidate candidate =
        new RTCIceCandidate(
            new RTCIceCandidateInit(
                attribute, Optional.of(ANY_MID), OptionalInt.empty(), Optional.empty()));
    return media.trees().object(ConnectionTrees.attribute(candidate));
  }

  /** What could be sent; undefined for a kind that there is not. */
  @Export
  public Object senderCapabilities(String kind) {
    return capabilities(media.answers().get(() -> RTCRtpSender.getCapabilities(kind)));
  }

  /** What could be received; undefined for a kind that there is not. */
  @Export
  public Object receiverCapabilities(String kind) {
    return capabilities(media.answers().get(() -> RTCRtpReceiver.getCapabilities(kind)));
  }

  private Object capabilities(Optional<RTCRtpCapabilities> capabilities) {
    return capabilities
        .map(it -> media.trees().object(ConnectionTrees.capabilities(it)))
        .orElse(media.undefined());
  }
}
