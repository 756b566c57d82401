package dev.usermedia.webrtc.internal.adapt;

import java.util.ArrayDeque;

/**
 * Decides how much is given up, from what became of the pictures: more where they are coded too
 * coarsely or left out by the encoder, less once they have been better than needed for a while. A
 * step back that has to be taken again makes the next one wait twice as long, so that it comes to
 * rest. Used by one thread.
 */
public final class QualityAdapter {
  private static final long WINDOW_US = 2_000_000;
  private static final long OLDEST_US = 20_000_000;

  /** The estimate of the bandwidth rises from little, and an encoder needs a while to follow. */
  private static final long BEGIN_US = 4_000_000;

  private static final long SETTLE_US = 500_000;
  private static final long SHORTEST_RELIEF_US = 4_000_000;
  private static final long LONGEST_RELIEF_US = 64_000_000;

  /** A step back was a mistake if it had to be taken again within this. */
  private static final long REGRET_US = 15_000_000;

  private static final int FEWEST_FRAMES = 4;
  private static final double MANY_LEFT_OUT = 0.2;
  private static final double FEW_LEFT_OUT = 0.05;

  /** A picture may be under way. */
  private static final double UNDER_WAY = 1;

  private final ArrayDeque<Sample> window = new ArrayDeque<>();
  private int level;
  private long quietUntilUs = Long.MIN_VALUE;
  private long relievedSinceUs = Long.MAX_VALUE;
  private long reliefUs = SHORTEST_RELIEF_US;
  private long steppedBackUs = Long.MIN_VALUE / 2;
  private boolean begun;

  /**
   * What became of the pictures by now.
   *
   * @param timeUs when
   * @param given pictures that the encoder was given, in all
   * @param coded pictures that it coded
   * @param qpSum how coarsely, summed up over them
   */
  public record Sample(long timeUs, long given, long coded, double qpSum) {}

  /** How much is given up: 0 is nothing. */
  public int level() {
    return level;
  }

  /**
   * Learns what has become of the pictures.
   *
   * @param highest the level beyond which nothing is left to give up
   * @return the level from now on
   */
  public int learn(Sample now, QpRange range, int highest) {
    if (!begun) {
      begun = true;
      quietUntilUs = now.timeUs + BEGIN_US;
    }
    level = Math.min(level, highest);
    if (now.timeUs < quietUntilUs) {
      return level;
    }
    Sample before = before(now);
    long given = now.given - before.given;
    long coded = now.coded - before.coded;
    if (coded < 0) {
      window.clear(); // another encoder counts from 0
      return level;
    }
    if (!isTelling(before, now)) {
      return level;
    }
    long leftOut = given - coded;
    double qp = coded == 0 ? Double.POSITIVE_INFINITY : (now.qpSum - before.qpSum) / coded;
    if (qp > range.high() || leftOut > Math.max(UNDER_WAY, given * MANY_LEFT_OUT)) {
      relievedSinceUs = Long.MAX_VALUE;
      if (level < highest) {
        giveUp(now.timeUs);
      }
    } else if (qp < range.low() && leftOut <= Math.max(UNDER_WAY, given * FEW_LEFT_OUT)) {
      relieved(now.timeUs);
    } else {
      relievedSinceUs = Long.MAX_VALUE;
    }
    return level;
  }

  /** The latest sample that tells something of the time since, or the first that there is. */
  private Sample before(Sample now) {
    window.addLast(now);
    Sample oldest = window.getFirst();
    while (true) {
      window.removeFirst();
      Sample next = window.peekFirst();
      if (next == null || (!isTelling(next, now) && now.timeUs - next.timeUs < OLDEST_US)) {
        window.addFirst(oldest);
        return oldest;
      }
      oldest = next;
    }
  }

  /** Long enough, and, where pictures are few, enough of them. */
  private static boolean isTelling(Sample before, Sample now) {
    return now.timeUs - before.timeUs >= WINDOW_US && now.given - before.given >= FEWEST_FRAMES;
  }

  private void giveUp(long nowUs) {
    if (nowUs - steppedBackUs < REGRET_US) {
      reliefUs = Math.min(reliefUs * 2, LONGEST_RELIEF_US);
    }
    change(level + 1, nowUs);
  }

  private void relieved(long nowUs) {
    if (level == 0) {
      return;
    }
    relievedSinceUs = Math.min(relievedSinceUs, nowUs);
    if (nowUs - relievedSinceUs >= reliefUs) {
      if (nowUs - steppedBackUs > LONGEST_RELIEF_US) {
        reliefUs = SHORTEST_RELIEF_US;
      }
      steppedBackUs = nowUs;
      change(level - 1, nowUs);
    }
  }

  private void change(int newLevel, long nowUs) {
    level = newLevel;
    window.clear();
    relievedSinceUs = Long.MAX_VALUE;
    quietUntilUs = nowUs + SETTLE_US;
  }
}
