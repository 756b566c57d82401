package dev.usermedia.webrtc;

import dev.usermedia.ContentHint;
import dev.usermedia.DOMException;
import dev.usermedia.MediaKind;
import dev.usermedia.MediaStream;
import dev.usermedia.MediaStreamTrack;
import dev.usermedia.MediaStreamTrackState;
import dev.usermedia.Registration;
import dev.usermedia.TypeError;
import dev.usermedia.webrtc.internal.adapt.Degradation;
import dev.usermedia.webrtc.internal.adapt.QpRange;
import dev.usermedia.webrtc.internal.adapt.QualityAdapter;
import dev.usermedia.webrtc.internal.media.AudioFeed;
import dev.usermedia.webrtc.internal.media.FeedCounts;
import dev.usermedia.webrtc.internal.media.SendLimits;
import dev.usermedia.webrtc.internal.media.VideoFeed;
import dev.usermedia.webrtc.internal.natives.Codecs;
import dev.usermedia.webrtc.internal.natives.NativeSource;
import dev.usermedia.webrtc.internal.natives.NativeTransceiver;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Sends a track. Safe for use from any thread.
 *
 * @see <a href="https://www.w3.org/TR/webrtc/#rtcrtpsender-interface">WebRTC, RTCRtpSender</a>
 */
public final class RTCRtpSender {
  private final RTCPeerConnection connection;
  private final NativeTransceiver natively;
  private final SenderParameters parameters;
  private @Nullable RTCRtpTransceiver transceiver;

  // ---- guarded for writing by the connection's slots ----

  private volatile Optional<MediaStreamTrack> track = Optional.empty();
  private volatile List<String> streamIds;
  private Registration feed = () -> {};
  private Supplier<FeedCounts> counts = () -> FeedCounts.NONE;

  /** Pictures of the feeds before this one. */
  private long givenBefore;

  private volatile int level;
  private volatile double framerate;

  /** Of the thread that watches the quality. */
  private final QualityAdapter adapter = new QualityAdapter();

  RTCRtpSender(
      RTCPeerConnection connection,
      NativeTransceiver natively,
      List<String> streamIds,
      List<RTCRtpEncodingParameters> encodings) {
    this.connection = connection;
    this.natively = natively;
    this.streamIds = streamIds;
    this.parameters = new SenderParameters(natively, encodings);
  }

  /**
   * What could be sent; empty for a kind that there is not.
   *
   * @param kind {@code audio} or {@code video}
   * @throws DOMException {@code NotSupportedError} if this machine cannot make connections
   */
  public static Optional<RTCRtpCapabilities> getCapabilities(String kind) {
    return RTCRtpReceiver.kind(kind).map(Codecs::sendable);
  }

  /** What is sent, if anything. */
  public Optional<MediaStreamTrack> track() {
    return track;
  }

  /**
   * How it sends. To change it, pass changed parameters to {@link #setParameters}: on the event
   * loop within the same task, elsewhere before they are asked for again.
   */
  public RTCRtpSendParameters getParameters() {
    RTCRtpSendParameters last =
        parameters.get(AgreedParameters.ofSender(connection.descriptions(), transceiver().mid()));
    if (connection.media().isOnEventLoop()) {
      connection.turns().queue(() -> parameters.forget(last));
    }
    return last;
  }

  /**
   * Waits for {@link #setParametersAsync}.
   *
   * @throws DOMException {@code InvalidStateError} on the event loop, and as that fails
   * @throws IllegalArgumentException (the Web's {@code RangeError}) for numbers out of bounds
   */
  public void setParameters(RTCRtpSendParameters newParameters) {
    connection.await("setParameters", () -> setParametersAsync(newParameters));
  }

  /**
   * Changes how it sends.
   *
   * @param newParameters what {@link #getParameters} returned, with changes
   * @return fails with {@code InvalidStateError} if the transceiver is stopped or the parameters
   *     are not the latest, {@code InvalidModificationError} if something was changed that cannot
   *     be, an {@link IllegalArgumentException} (the Web's {@code RangeError}) for numbers out of
   *     bounds
   */
  public CompletableFuture<Void> setParametersAsync(RTCRtpSendParameters newParameters) {
    try {
      checkNotStopped();
      parameters.set(newParameters);
    } catch (RuntimeException failure) {
      return CompletableFuture.failedFuture(failure);
    }
    return connection.onLoop(CompletableFuture.completedFuture(null));
  }

  /**
   * Waits for {@link #replaceTrackAsync}.
   *
   * @throws DOMException {@code InvalidStateError} on the event loop, and as that fails
   */
  public void replaceTrack(Optional<MediaStreamTrack> withTrack) {
    connection.await("replaceTrack", () -> replaceTrackAsync(withTrack));
  }

  /**
   * Sends another track, or nothing, without another exchange of descriptions.
   *
   * @return fails with {@code TypeError} if the track is of the other kind, {@code
   *     InvalidStateError} if the transceiver is stopped
   */
  public CompletableFuture<Void> replaceTrackAsync(Optional<MediaStreamTrack> withTrack) {
    if (withTrack.isPresent() && !withTrack.get().kind().equals(natively.kind().value())) {
      return CompletableFuture.failedFuture(
          new TypeError("a sender of " + natively.kind() + " takes no other track"));
    }
    return connection.chain(
        () -> {
          checkNotStopped();
          send(withTrack);
          return connection.onLoop(CompletableFuture.completedFuture(null));
        });
  }

  /**
   * Says where the other side is to put the track, with the next exchange of descriptions.
   *
   * @throws DOMException {@code InvalidStateError} if the connection is closed
   */
  public void setStreams(List<MediaStream> streams) {
    connection.checkOpen();
    streams(streams.stream().map(MediaStream::id).distinct().toList());
    connection.changed();
  }

  /**
   * Waits for {@link #getStatsAsync}.
   *
   * @throws DOMException {@code InvalidStateError} on the event loop
   */
  public RTCStatsReport getStats() {
    return connection.await("getStats", this::getStatsAsync);
  }

  /** What is known of it. */
  public CompletableFuture<RTCStatsReport> getStatsAsync() {
    return connection.onLoop(connection.natively().getSenderStats(natively));
  }

  private void checkNotStopped() {
    connection.checkOpen();
    if (transceiver().isStopping()) {
      throw new DOMException("the transceiver is stopped", "InvalidStateError");
    }
  }

  // ---- with the connection's slots ----

  void belongsTo(RTCRtpTransceiver its) {
    transceiver = its;
  }

  RTCRtpTransceiver transceiver() {
    if (transceiver == null) {
      throw new IllegalStateException("not connected yet");
    }
    return transceiver;
  }

  List<String> streamIds() {
    return streamIds;
  }

  void streams(List<String> newIds) {
    streamIds = newIds;
    natively.setStreams(newIds);
  }

  /** Sends a track from now on, or nothing. */
  void send(Optional<MediaStreamTrack> newTrack) {
    synchronized (connection.slots()) {
      if (track.equals(newTrack)) {
        return;
      }
      feed.close();
      feed = () -> {};
      givenBefore += counts.get().given();
      counts = () -> FeedCounts.NONE;
      track = newTrack;
      String id = newTrack.map(MediaStreamTrack::id).orElseGet(() -> UUID.randomUUID().toString());
      Optional<NativeSource> source = natively.sends(newTrack.isPresent(), id);
      if (newTrack.isPresent() && source.isPresent()) {
        feed(source.get(), newTrack.get());
      }
    }
  }

  private void feed(NativeSource source, MediaStreamTrack from) {
    try {
      if (natively.kind() == MediaKind.VIDEO) {
        VideoFeed video = new VideoFeed(source, from, this::limits);
        feed = video;
        counts = video::counts;
      } else {
        feed = new AudioFeed(source, from);
      }
    } catch (DOMException ended) {
      if (from.readyState() != MediaStreamTrackState.ENDED) {
        throw ended;
      }
    }
  }

  private SendLimits limits() {
    RTCRtpEncodingParameters encoding = parameters.encodings().getFirst();
    SendLimits adapted = Degradation.limits(preference(), level, framerate);
    return new SendLimits(
        encoding.scaleResolutionDownBy().orElse(1) * adapted.scaleDownBy(),
        Math.min(encoding.maxFramerate().orElse(Double.POSITIVE_INFINITY), adapted.maxFramerate()));
  }

  private RTCDegradationPreference preference() {
    return Degradation.preference(
        parameters.degradationPreference(),
        track.map(MediaStreamTrack::contentHint).orElse(ContentHint.NONE));
  }

  /** Whether there are pictures that something may have to be given up of. */
  boolean sendsPictures() {
    return natively.kind() == MediaKind.VIDEO && track.isPresent();
  }

  /** On the thread that watches the quality: what became of the pictures by now. */
  void learn(long timeUs, long framesEncoded, double qpSum, QpRange range) {
    FeedCounts now;
    long given;
    synchronized (connection.slots()) {
      now = counts.get();
      given = givenBefore + now.given();
    }
    framerate = now.framerate();
    level =
        adapter.learn(
            new QualityAdapter.Sample(timeUs, given, framesEncoded, qpSum),
            range,
            Degradation.highestLevel(preference()));
  }

  /** Sends nothing any more; the track stays known. */
  void stopSending() {
    feed.close();
    feed = () -> {};
  }
}
