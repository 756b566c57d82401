package dev.usermedia.app.internal.record;

import dev.usermedia.codecs.RecorderStats;
import java.util.Locale;

/** What is shown while recording: time, rate, losses, size and sound, in one line. */
final class LiveLine {
  private static final long RATE_WINDOW_US = 1_000_000;
  private static final int METER_WIDTH = 20;
  private static final double METER_FLOOR_DB = -60;

  private long windowStartUs;
  private long windowStartFrames;
  private double framesPerSecond;

  /**
   * The line.
   *
   * @param dropped pictures that were lost, wherever
   * @param nowUs the media clock's time, in microseconds
   */
  String update(RecorderStats stats, long dropped, long nowUs) {
    StringBuilder line = new StringBuilder(time(stats.elapsedUs()));
    for (RecorderStats.Track track : stats.tracks()) {
      if (track instanceof RecorderStats.Video video) {
        line.append(
            String.format(
                Locale.ROOT,
                "  %.1f fps  %d dropped",
                rate(video.framesReceived(), nowUs),
                dropped));
      }
    }
    line.append("  ").append(size(stats.sizeBytes()));
    for (RecorderStats.Track track : stats.tracks()) {
      if (track instanceof RecorderStats.Audio audio) {
        line.append("  ").append(meter(audio.peakLevel()));
      }
    }
    return line.toString();
  }

  /** Over the last whole window, or over what there is of the first. */
  private double rate(long frames, long nowUs) {
    if (windowStartUs == 0) {
      windowStartUs = nowUs;
      windowStartFrames = frames;
      return 0;
    }
    long windowUs = nowUs - windowStartUs;
    double rate = (frames - windowStartFrames) * 1e6 / windowUs;
    if (windowUs >= RATE_WINDOW_US) {
      framesPerSecond = rate;
      windowStartUs = nowUs;
      windowStartFrames = frames;
    }
    return framesPerSecond == 0 ? rate : framesPerSecond;
  }

  /** Hours, minutes and seconds. */
  static String time(long us) {
    long seconds = us / 1_000_000;
    return String.format(
        Locale.ROOT, "%d:%02d:%02d", seconds / 3600, seconds / 60 % 60, seconds % 60);
  }

  static String size(long bytes) {
    return bytes < 1_000_000
        ? String.format(Locale.ROOT, "%.0f kB", bytes / 1e3)
        : bytes < 1_000_000_000
            ? String.format(Locale.ROOT, "%.1f MB", bytes / 1e6)
            : String.format(Locale.ROOT, "%.2f GB", bytes / 1e9);
  }

  /** A bar from -60 dB to full scale, and the number. */
  static String meter(double peak) {
    double db = Math.max(METER_FLOOR_DB, 20 * Math.log10(peak));
    int filled = (int) Math.round((1 - db / METER_FLOOR_DB) * METER_WIDTH);
    filled = Math.clamp(filled, 0, METER_WIDTH);
    return "["
        + "#".repeat(filled)
        + "-".repeat(METER_WIDTH - filled)
        + "]"
        + String.format(Locale.ROOT, " %3.0f dB", db);
  }
}
