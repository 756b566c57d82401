package dev.usermedia.webrtc;

import dev.usermedia.DOMException;
import dev.usermedia.MediaClock;
import dev.usermedia.webrtc.internal.adapt.QpRange;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * Looks twice a second at what becomes of the pictures that a connection sends, while it sends any,
 * and tells their senders.
 */
final class QualityWatch {
  private static final long INTERVAL_US = 500_000;
  private static final long PATIENCE_SECONDS = 10;

  private final RTCPeerConnection connection;

  /** Guarded by this. */
  private @Nullable Thread thread;

  private boolean closed;

  QualityWatch(RTCPeerConnection connection) {
    this.connection = connection;
  }

  /** The connection carries; again is harmless. */
  synchronized void begin() {
    if (thread == null && !closed) {
      thread = Thread.ofVirtual().name("usermedia webrtc quality").start(this::run);
    }
  }

  synchronized void close() {
    closed = true;
    if (thread != null) {
      thread.interrupt();
    }
  }

  private void run() {
    MediaClock clock = connection.media().clock();
    try {
      while (!Thread.currentThread().isInterrupted()) {
        clock.awaitUs(clock.nowUs() + INTERVAL_US);
        List<RTCRtpSender> sending =
            connection.getSenders().stream().filter(RTCRtpSender::sendsPictures).toList();
        if (!sending.isEmpty()) {
          tell(sending, clock);
        }
      }
    } catch (InterruptedException closing) {
      log().log(System.Logger.Level.TRACE, "the connection is closed", closing);
    } catch (DOMException | ExecutionException | TimeoutException failure) {
      if (connection.signalingState() != RTCSignalingState.CLOSED) {
        log().log(System.Logger.Level.WARNING, "pictures are not adapted any more", failure);
      }
    }
  }

  private void tell(List<RTCRtpSender> senders, MediaClock clock)
      throws InterruptedException, ExecutionException, TimeoutException {
    RTCStatsReport report =
        connection.natively().getStats().get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    for (RTCStats it : report.ofType("outbound-rtp")) {
      Map<String, Object> members = it.members();
      for (RTCRtpSender sender : senders) {
        if (sender.transceiver().mid().equals(Optional.ofNullable(members.get("mid")))) {
          range(report, members)
              .ifPresent(
                  range ->
                      sender.learn(
                          clock.nowUs(),
                          number(members, "framesEncoded"),
                          (double) number(members, "qpSum"),
                          range));
        }
      }
    }
  }

  private static Optional<QpRange> range(RTCStatsReport report, Map<String, Object> outbound) {
    return Optional.ofNullable(outbound.get("codecId"))
        .map(id -> report.stats().get((String) id))
        .map(codec -> codec.members().get("mimeType"))
        .flatMap(mimeType -> QpRange.of((String) mimeType));
  }

  private static long number(Map<String, Object> members, String name) {
    return members.get(name) instanceof Long value ? value : 0;
  }

  private static System.Logger log() {
    return System.getLogger("dev.usermedia.webrtc");
  }
}
