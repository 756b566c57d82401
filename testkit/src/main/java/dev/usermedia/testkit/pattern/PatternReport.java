package dev.usermedia.testkit.pattern;

import dev.usermedia.testkit.pattern.AudioPattern.Beep;
import dev.usermedia.testkit.pattern.VideoPattern.Reading;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.LongSummaryStatistics;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/**
 * What became of the test pattern on its way: loss, order, and how far picture and sound are apart.
 *
 * @param pictures how many there are
 * @param unreadable pictures without a valid code
 * @param firstNumber the lowest number among them
 * @param lastNumber the highest number among them
 * @param missing numbers between these that no picture has
 * @param repeated pictures whose number an earlier one has
 * @param backwards pictures whose number is lower than that of the one before
 * @param beeps how many there are
 * @param unreadableBeeps beeps whose second cannot be read
 * @param missingBeeps seconds between the first and the last beep that no beep marks
 * @param maxSpacingErrorUs how far the distance of two beeps in the file is off the distance of the
 *     seconds they mark (or a whole second, where one is unreadable), at most: sound that was lost,
 *     inserted, or drifts
 * @param minSkewUs the least of the flash-to-beep skews: how much later than sound of the same
 *     instant the picture is, in microseconds, negative if earlier; empty without a second that has
 *     both
 * @param maxSkewUs the greatest of them
 */
public record PatternReport(
    int pictures,
    int unreadable,
    long firstNumber,
    long lastNumber,
    long missing,
    int repeated,
    int backwards,
    int beeps,
    int unreadableBeeps,
    long missingBeeps,
    long maxSpacingErrorUs,
    OptionalLong minSkewUs,
    OptionalLong maxSkewUs) {

  /** A decoded picture and when it is shown. */
  public record Picture(long ptsUs, Optional<Reading> reading) {}

  /** Looks at pictures and beeps in the order in which they were decoded; either may be absent. */
  public static PatternReport of(List<Picture> pictures, List<Beep> beeps) {
    int unreadable = 0;
    int repeated = 0;
    int backwards = 0;
    long previous = -1;
    Set<Long> numbers = new HashSet<>();
    Map<Long, Picture> flashes = new HashMap<>(); // by second
    for (Picture picture : pictures) {
      if (picture.reading.isEmpty()) {
        unreadable++;
        continue;
      }
      Reading reading = picture.reading.get();
      repeated += numbers.add(reading.number()) ? 0 : 1;
      backwards += reading.number() < previous ? 1 : 0;
      previous = reading.number();
      if (reading.flash()) {
        flashes.putIfAbsent(reading.timeMs() / 1000, picture);
      }
    }
    LongSummaryStatistics range = numbers.stream().mapToLong(n -> n).summaryStatistics();
    List<Beep> read = beeps.stream().filter(beep -> beep.second().isPresent()).toList();
    LongSummaryStatistics skew = new LongSummaryStatistics();
    for (Beep beep : read) {
      Picture flash = flashes.get(beep.second().getAsLong());
      if (flash != null) {
        skew.accept(skewUs(flash, beep));
      }
    }
    boolean any = range.getCount() > 0;
    return new PatternReport(
        pictures.size(),
        unreadable,
        any ? range.getMin() : 0,
        any ? range.getMax() : 0,
        any ? range.getMax() - range.getMin() + 1 - range.getCount() : 0,
        repeated,
        backwards,
        beeps.size(),
        beeps.size() - read.size(),
        missing(read),
        maxSpacingErrorUs(beeps),
        skew.getCount() > 0 ? OptionalLong.of(skew.getMin()) : OptionalLong.empty(),
        skew.getCount() > 0 ? OptionalLong.of(skew.getMax()) : OptionalLong.empty());
  }

  /** Compares how late each is against the time that it tells, whichever picture flashed first. */
  private static long skewUs(Picture flash, Beep beep) {
    long pictureLateUs = flash.ptsUs - flash.reading.orElseThrow().timeMs() * 1000;
    long beepLateUs = beep.ptsUs() - beep.second().getAsLong() * 1_000_000;
    return pictureLateUs - beepLateUs;
  }

  private static long missing(List<Beep> beeps) {
    LongSummaryStatistics range =
        beeps.stream().mapToLong(b -> b.second().getAsLong()).summaryStatistics();
    long distinct = beeps.stream().mapToLong(b -> b.second().getAsLong()).distinct().count();
    return beeps.isEmpty() ? 0 : range.getMax() - range.getMin() + 1 - distinct;
  }

  private static long maxSpacingErrorUs(List<Beep> beeps) {
    long max = 0;
    for (int i = 1; i < beeps.size(); i++) {
      Beep one = beeps.get(i - 1);
      Beep two = beeps.get(i);
      long distanceUs = two.ptsUs() - one.ptsUs();
      long seconds =
          one.second().isPresent() && two.second().isPresent()
              ? two.second().getAsLong() - one.second().getAsLong()
              : Math.round(distanceUs / 1e6);
      max = Math.max(max, Math.abs(distanceUs - seconds * 1_000_000));
    }
    return max;
  }
}
