package dev.usermedia.javascript.internal.bridge;

import dev.usermedia.MediaKind;
import dev.usermedia.MediaStream;
import dev.usermedia.Registration;
import dev.usermedia.webrtc.RTCConfiguration;
import dev.usermedia.webrtc.RTCIceCandidateInit;
import dev.usermedia.webrtc.RTCIceGatheringState;
import dev.usermedia.webrtc.RTCPeerConnection;
import dev.usermedia.webrtc.RTCPeerConnectionIceErrorEvent;
import dev.usermedia.webrtc.RTCPeerConnectionIceEvent;
import dev.usermedia.webrtc.RTCRtpSender;
import dev.usermedia.webrtc.RTCRtpTransceiver;
import dev.usermedia.webrtc.RTCRtpTransceiverInit;
import dev.usermedia.webrtc.RTCSessionDescription;
import dev.usermedia.webrtc.RTCTrackEvent;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.graalvm.polyglot.HostAccess.Export;
import org.graalvm.polyglot.Value;

/** A peer connection as a script may use it. Dictionaries are converted by the script's side. */
public final class PeerConnectionHost implements Held {
  private final RTCPeerConnection connection;
  private final MediaHost media;
  private final NetworkLeave leave;
  private final Waiting waiting;
  private final Consumer<PeerConnectionHost> closed;
  private final Map<RTCRtpTransceiver, TransceiverHost> transceivers = new HashMap<>();
  private RTCConfiguration asked;
  private Optional<Registration> document = Optional.empty();
  private boolean open = true;

  PeerConnectionHost(
      MediaHost media,
      NetworkLeave leave,
      RTCConfiguration asked,
      Waiting waiting,
      Consumer<PeerConnectionHost> closed) {
    this.media = media;
    this.leave = leave;
    this.asked = asked;
    this.waiting = waiting;
    this.closed = closed;
    this.connection = leave.open(media.context(), asked);
  }

  /** What is not needed any more once this is closed. */
  void closeWith(Registration registration) {
    document = Optional.of(registration);
  }

  // ---- events ----

  /**
   * Calls a function with the type of each event and what it is about: an object for {@code
   * icecandidate}, {@code icecandidateerror} and {@code track}, else nothing.
   */
  @Export
  public void onEvent(Value steps) {
    var _ = connection.onnegotiationneeded(_ -> plain(steps, "negotiationneeded"));
    var _ = connection.onsignalingstatechange(_ -> plain(steps, "signalingstatechange"));
    var _ = connection.oniceconnectionstatechange(_ -> plain(steps, "iceconnectionstatechange"));
    var _ = connection.onicegatheringstatechange(_ -> plain(steps, "icegatheringstatechange"));
    var _ = connection.onconnectionstatechange(_ -> plain(steps, "connectionstatechange"));
    var _ = connection.onicecandidate(event -> candidate(steps, event));
    var _ = connection.onicecandidateerror(event -> candidateError(steps, event));
    var _ = connection.ontrack(event -> track(steps, event));
  }

  private void plain(Value steps, String type) {
    updateSearch();
    steps.executeVoid(type, media.undefined());
  }

  private void candidate(Value steps, RTCPeerConnectionIceEvent event) {
    steps.executeVoid("icecandidate", media.trees().object(ConnectionTrees.found(event)));
  }

  private void candidateError(Value steps, RTCPeerConnectionIceErrorEvent event) {
    steps.executeVoid("icecandidateerror", media.trees().object(ConnectionTrees.error(event)));
  }

  private void track(Value steps, RTCTrackEvent event) {
    steps.executeVoid(
        "track",
        media
            .trees()
            .object(
                Map.of(
                    "transceiver",
                    host(event.transceiver()),
                    "track",
                    media.host(event.track()),
                    "streams",
                    event.streams().stream().map(media::host).toList())));
  }

  /** Whether addresses or a way to the peer are looked for, which begins with a description. */
  private void updateSearch() {
    boolean described = connection.getTransceivers().stream().anyMatch(it -> it.mid().isPresent());
    boolean gathers =
        connection.localDescription().isPresent()
            && connection.iceGatheringState() != RTCIceGatheringState.COMPLETE;
    boolean connects =
        switch (connection.connectionState()) {
          case NEW, CONNECTING ->
              leave == NetworkLeave.GRANTED && connection.currentLocalDescription().isPresent();
          case CONNECTED, DISCONNECTED, FAILED, CLOSED -> false;
        };
    waiting.searching(described && (gathers || connects));
  }

  // ---- descriptions ----

  @Export
  public void createOffer(Value options, Value resolve, Value reject) {
    settle(
        () -> connection.createOfferAsync(ConnectionDictionaries.offer(Trees.map(options))),
        ConnectionTrees::description,
        resolve,
        reject);
  }

  @Export
  public void createAnswer(Value resolve, Value reject) {
    settle(connection::createAnswerAsync, ConnectionTrees::description, resolve, reject);
  }

  @Export
  public void setLocalDescription(Value description, Value resolve, Value reject) {
    settle(
        () ->
            connection.setLocalDescriptionAsync(
                ConnectionDictionaries.local(Trees.map(description))),
        _ -> Map.of(),
        resolve,
        reject);
  }

  @Export
  public void setRemoteDescription(Value description, Value resolve, Value reject) {
    settle(
        () ->
            connection.setRemoteDescriptionAsync(
                leave.remote(ConnectionDictionaries.remote(Trees.map(description)))),
        _ -> Map.of(),
        resolve,
        reject);
  }

  @Export
  public void addIceCandidate(Value candidate, Value resolve, Value reject) {
    RTCIceCandidateInit init = ConnectionDictionaries.candidate(Trees.map(candidate));
    settle(
        () ->
            leave.takes(init)
                ? connection.addIceCandidateAsync(init)
                : CompletableFuture.completedFuture(null),
        _ -> Map.of(),
        resolve,
        reject);
  }

  /** A description with {@code type} and {@code sdp}; undefined if there is none. */
  @Export
  public Object description(String which) {
    Optional<RTCSessionDescription> description =
        switch (which) {
          case "localDescription" -> connection.localDescription();
          case "currentLocalDescription" -> connection.currentLocalDescription();
          case "pendingLocalDescription" -> connection.pendingLocalDescription();
          case "remoteDescription" -> connection.remoteDescription();
          case "currentRemoteDescription" -> connection.currentRemoteDescription();
          case "pendingRemoteDescription" -> connection.pendingRemoteDescription();
          default -> throw new IllegalArgumentException("no description " + which);
        };
    return description
        .<Object>map(it -> media.trees().object(ConnectionTrees.description(it.toJSON())))
        .orElse(media.undefined());
  }

  /** True, false, or undefined if it is not known. */
  @Export
  public Object canTrickleIceCandidates() {
    return connection.canTrickleIceCandidates().<Object>map(it -> it).orElse(media.undefined());
  }

  @Export
  public void restartIce() {
    connection.restartIce();
  }

  // ---- states ----

  @Export
  public String signalingState() {
    return connection.signalingState().value();
  }

  @Export
  public String iceGatheringState() {
    return connection.iceGatheringState().value();
  }

  @Export
  public String iceConnectionState() {
    return connection.iceConnectionState().value();
  }

  @Export
  public String connectionState() {
    return connection.connectionState().value();
  }

  @Export
  public Value getConfiguration() {
    return media.trees().object(ConnectionTrees.configuration(asked));
  }

  @Export
  public void setConfiguration(Value configuration) {
    RTCConfiguration wanted = ConnectionDictionaries.configuration(Trees.map(configuration));
    run(() -> leave.change(connection, wanted));
    asked = wanted;
  }

  /** When the script's own context is closed, at the latest. */
  @Override
  @Export
  public void close() {
    if (open) {
      open = false;
      document.ifPresent(Registration::close);
      waiting.over();
      closed.accept(this);
      connection.close();
    }
  }

  // ---- tracks ----

  /** An array of {@link TransceiverHost}. */
  @Export
  public Value transceivers() {
    return media.trees().array(connection.getTransceivers().stream().map(this::host).toList());
  }

  /** An array of the {@link TransceiverHost} of each sender. */
  @Export
  public Value senders() {
    return media.trees().array(connection.getSenders().stream().map(this::host).toList());
  }

  /** An array of the {@link TransceiverHost} of each receiver. */
  @Export
  public Value receivers() {
    return media
        .trees()
        .array(
            connection.getReceivers().stream()
                .map(receiver -> hostWhere(it -> it.receiver() == receiver))
                .toList());
  }

  private TransceiverHost host(RTCRtpSender sender) {
    return hostWhere(it -> it.sender() == sender);
  }

  private TransceiverHost hostWhere(Predicate<RTCRtpTransceiver> wanted) {
    return host(connection.getTransceivers().stream().filter(wanted).findFirst().orElseThrow());
  }

  private TransceiverHost host(RTCRtpTransceiver transceiver) {
    return transceivers.computeIfAbsent(transceiver, it -> new TransceiverHost(it, media, waiting));
  }

  /**
   * The transceiver of the track's sender.
   *
   * @param streams an array of {@link StreamHost}
   */
  @Export
  public TransceiverHost addTrack(TrackHost track, Value streams) {
    MediaStream[] wanted = StreamHost.streams(streams).toArray(MediaStream[]::new);
    return host(media.answers().get(() -> connection.addTrack(track.track(), wanted)));
  }

  @Export
  public void removeTrack(SenderHost sender) {
    run(() -> connection.removeTrack(sender.sender()));
  }

  /**
   * A transceiver that begins with a track.
   *
   * @param streams an array of {@link StreamHost}
   */
  @Export
  public TransceiverHost addTransceiver(TrackHost track, Value init, Value streams) {
    RTCRtpTransceiverInit read = init(init, streams);
    return host(media.answers().get(() -> connection.addTransceiver(track.track(), read)));
  }

  /** The same without a track. */
  @Export
  public TransceiverHost addTransceiverOf(String kind, Value init, Value streams) {
    RTCRtpTransceiverInit read = init(init, streams);
    MediaKind wanted = DisplayOptions.named(MediaKind.values(), kind);
    return host(media.answers().get(() -> connection.addTransceiver(wanted, read)));
  }

  private static RTCRtpTransceiverInit init(Value init, Value streams) {
    return ConnectionDictionaries.transceiver(Trees.map(init))
        .withStreams(StreamHost.streams(streams));
  }

  // ---- statistics ----

  /** Of all, in an array of objects. */
  @Export
  public void getStats(Value resolve, Value reject) {
    waiting.settle(media, connection::getStatsAsync, ConnectionTrees::stats, resolve, reject);
  }

  /** Of a track. */
  @Export
  public void getStatsOf(TrackHost track, Value resolve, Value reject) {
    waiting.settle(
        media,
        () -> connection.getStatsAsync(track.track()),
        ConnectionTrees::stats,
        resolve,
        reject);
  }

  private void run(Runnable steps) {
    media
        .answers()
        .get(
            () -> {
              steps.run();
              return media.undefined();
            });
  }

  private <T> void settle(
      Supplier<CompletableFuture<T>> start,
      Function<T, Object> convert,
      Value resolve,
      Value reject) {
    waiting.settle(
        media,
        start,
        value -> {
          updateSearch();
          return convert.apply(value);
        },
        resolve,
        reject);
  }
}
