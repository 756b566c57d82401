package dev.usermedia.webrtc.internal.natives;

import dev.usermedia.webrtc.RTCStats;
import dev.usermedia.webrtc.RTCStatsReport;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

/** Statistics as the binding has them: times in microseconds, unsigned numbers of any size. */
final class Stats {
  private static final double US_OF_MS = 1000;

  private Stats() {}

  /** On a thread of the library. */
  static void complete(
      CompletableFuture<RTCStatsReport> report, dev.onvoid.webrtc.RTCStatsReport from) {
    try {
      report.complete(of(from));
    } catch (Throwable failure) {
      report.completeExceptionally(failure);
    }
  }

  private static RTCStatsReport of(dev.onvoid.webrtc.RTCStatsReport from) {
    Map<String, RTCStats> stats = new LinkedHashMap<>();
    from.getStats().forEach((id, it) -> stats.put(id, of(it)));
    return new RTCStatsReport(stats);
  }

  private static RTCStats of(dev.onvoid.webrtc.RTCStats from) {
    Map<String, Object> members = new LinkedHashMap<>();
    from.getAttributes()
        .forEach(
            (name, value) -> {
              if (value != null) {
                members.put(name, value(value));
              }
            });
    return new RTCStats(
        from.getId(),
        from.getType().name().toLowerCase(Locale.ROOT).replace('_', '-'),
        from.getTimestamp() / US_OF_MS,
        members);
  }

  private static Object value(Object value) {
    return switch (value) {
      case Integer it -> it.longValue();
      case BigInteger it -> it.longValue();
      case Object[] many -> Arrays.stream(many).map(Stats::value).toList();
      case Map<?, ?> map -> {
        Map<String, Object> members = new LinkedHashMap<>();
        map.forEach((key, it) -> members.put(String.valueOf(key), value(it)));
        yield members;
      }
      default -> value;
    };
  }
}
