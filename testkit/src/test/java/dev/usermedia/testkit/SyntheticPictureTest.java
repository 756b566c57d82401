package dev.usermedia.testkit;

import static dev.usermedia.testkit.SyntheticRun.i420;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.usermedia.frame.VideoFrame;
import dev.usermedia.frame.VideoPixelFormat;
import dev.usermedia.frame.VideoRect;
import dev.usermedia.spi.Source;
import dev.usermedia.spi.SourceOutput;
import dev.usermedia.spi.SourceSettings;
import dev.usermedia.spi.VideoMode;
import dev.usermedia.synthetic.SyntheticDevice;
import dev.usermedia.synthetic.SyntheticDriver;
import dev.usermedia.testkit.SyntheticRun.Picture;
import dev.usermedia.testkit.pattern.VideoPattern;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class SyntheticPictureTest {
  private static final long SECOND_US = 1_000_000;

  @Test
  void twoRunsAreTheSameToTheByte() throws Exception {
    List<Picture> first = picturesOfASecond();
    List<Picture> second = picturesOfASecond();
    assertThat(first).hasSize(30);
    for (int i = 0; i < first.size(); i++) {
      assertThat(second.get(i).bytes()).isEqualTo(first.get(i).bytes());
      assertThat(second.get(i).timestampUs()).isEqualTo(first.get(i).timestampUs());
    }
  }

  private static List<Picture> picturesOfASecond() throws Exception {
    try (SyntheticRun run = SyntheticRun.of("camera-user", 123_456_789_012L)) {
      run.keepingPixels().start(i420(320, 240, 30)).advanceUs(SECOND_US);
      return run.notes.pictures;
    }
  }

  @Test
  void aBufferDrawnOverManyTimesLooksLikeOneDrawnAnew() throws Exception {
    long startUs = 77 * SECOND_US - 10;
    Map<String, Object> pointer = Map.of("cursor", "motion");
    SourceSettings settings = new SourceSettings(bgrx(1024, 768, 7), pointer);
    try (SyntheticRun all = SyntheticRun.of("screen-2", startUs)) {
      all.keepingPixels().start(settings).advanceUs(5 * SECOND_US);
      assertThat(all.notes.pictures).hasSize(35);
      for (Picture picture : all.notes.pictures) {
        try (SyntheticRun one = SyntheticRun.of("screen-2", startUs)) {
          // one that begins muted draws nothing before the picture in question
          one.driver.setMuted("screen-2", true);
          one.keepingPixels().start(settings);
          one.advanceUs(picture.timestampUs() - startUs - 1);
          one.driver.setMuted("screen-2", false);
          one.clock.awaitWaiters(1);
          one.advanceUs(1);
          assertThat(one.notes.pictures.getLast().timestampUs()).isEqualTo(picture.timestampUs());
          assertThat(one.notes.pictures.getLast().bytes()).isEqualTo(picture.bytes());
        }
      }
    }
  }

  @ParameterizedTest
  @EnumSource(VideoPixelFormat.class)
  void everyFormatCarriesThePattern(VideoPixelFormat format) throws Exception {
    int[][] sizes = {{48, 36}, {50, 37}, {99, 77}, {128, 96}, {641, 479}, {1280, 720}, {720, 1280}};
    for (int[] size : sizes) {
      VideoMode mode = new VideoMode(format, size[0], size[1], 25);
      SyntheticDriver driver =
          new SyntheticDriver(List.of(SyntheticDevice.camera("odd").withModes(mode)));
      try (SyntheticRun run = new SyntheticRun(driver, "odd", 9_900_000)) {
        run.start(SourceSettings.of(mode)).advanceUs(300_000);
        assertThat(run.notes.numbers())
            .as("%s", mode)
            .containsExactly(0L, 1L, 2L, 3L, 4L, 5L, 6L, 7L);
        for (Picture picture : run.notes.pictures) {
          assertThat(picture.read().timeMs()).isEqualTo(picture.timestampUs() / 1000);
          assertThat(picture.read().source()).isEqualTo(VideoPattern.sourceOf("odd"));
          long phaseUs = picture.timestampUs() % SECOND_US;
          assertThat(picture.read().flash()).as("%s", mode).isEqualTo(phaseUs < 100_000);
        }
      }
    }
  }

  @Test
  void aCodeMayBeAnyNumberAndTime() throws Exception {
    Random random = new Random(42);
    for (int round = 0; round < 200; round++) {
      long startUs = random.nextLong(1L << 49);
      try (SyntheticRun run = SyntheticRun.of("camera-environment", startUs)) {
        run.start(i420(320, 240, 30)).advanceUs(40_000);
        Picture picture = run.notes.pictures.getFirst();
        assertThat(picture.timestampUs()).isBetween(startUs, startUs + 33_334);
        assertThat(picture.read().timeMs()).isEqualTo(picture.timestampUs() / 1000 % (1L << 40));
        assertThat(picture.read().source()).isEqualTo(0xE2); // as docs/test-pattern.md says
      }
    }
  }

  @ParameterizedTest
  @ValueSource(doubles = {1, 7, 9.5, 10, 15, 29.97, 30, 60})
  void aPictureIsDueEachIntervalAndFlashesAtEachSecond(double rate) throws Exception {
    SyntheticDriver driver = screenOf(192, 144);
    long startUs = 41 * SECOND_US + 777_777;
    try (SyntheticRun run = new SyntheticRun(driver, "screen", startUs)) {
      run.start(SourceSettings.of(bgrx(192, 144, rate))).advanceUs(4 * SECOND_US);
      List<Picture> pictures = run.notes.pictures;
      assertThat(run.notes.losses).isEmpty();
      assertThat((double) pictures.size()).isBetween(4 * rate - 1, 4 * rate + 1);
      assertThat(run.notes.numbers())
          .isEqualTo(LongStream.range(0, pictures.size()).boxed().toList());
      Set<Long> flashed = new TreeSet<>();
      for (int i = 0; i < pictures.size(); i++) {
        Picture picture = pictures.get(i);
        double intervals = (picture.timestampUs() - 41e6) * rate / 1e6;
        assertThat(intervals).isCloseTo(Math.rint(intervals), within(rate * 1e-6));
        assertThat(Math.abs(picture.durationUs() - 1e6 / rate)).isLessThan(2);
        if (i > 0) {
          Picture before = pictures.get(i - 1);
          assertThat(picture.timestampUs()).isEqualTo(before.timestampUs() + before.durationUs());
        }
        if (picture.read().flash()) {
          long phaseUs = picture.timestampUs() % SECOND_US;
          assertThat(phaseUs).isLessThan(Math.max(100_000, picture.durationUs()));
          flashed.add(picture.timestampUs() / SECOND_US);
        }
      }
      assertThat(flashed).containsExactly(42L, 43L, 44L, 45L);
    }
  }

  @Test
  void picturesThatALateThreadMissesAreCountedAndSkipped() throws Exception {
    try (SyntheticRun run = SyntheticRun.of("camera-user", 0)) {
      run.start(i420(320, 240, 30)).advanceUs(100_000);
      run.clock.jumpUs(SECOND_US); // 30 pictures, of which four wait
      run.clock.advanceUs(100_000);
      assertThat(run.notes.losses).containsExactly(26L);
      assertThat(run.notes.numbers())
          .containsExactly(0L, 1L, 2L, 3L, 30L, 31L, 32L, 33L, 34L, 35L, 36L);
      for (Picture picture : run.notes.pictures) {
        assertThat(picture.timestampUs()).isEqualTo(Math.round(picture.read().number() * 1e6 / 30));
      }
    }
  }

  @Test
  void picturesWithoutMemoryAreCountedAndSkipped() throws Exception {
    SyntheticDriver driver = new SyntheticDriver();
    ManualClock clock = new ManualClock();
    Queue<VideoFrame> held = new ConcurrentLinkedQueue<>();
    List<Long> losses = new ArrayList<>();
    try (Source source = driver.open(SyntheticRun.device(driver, "camera-user"), clock)) {
      source.start(
          i420(320, 240, 30),
          new SourceOutput() {
            @Override
            public void video(VideoFrame frame) {
              held.add(frame.clone());
            }

            @Override
            public void lost(long count) {
              losses.add(count);
            }
          });
      clock.awaitWaiters(1);
      clock.advanceUs(SECOND_US);
      assertThat(held).hasSize(24);
      assertThat(losses).isEqualTo(Collections.nCopies(7, 1L));
      held.forEach(VideoFrame::close);
      held.clear();
      clock.advanceUs(40_000);
      assertThat(VideoPattern.read(held.element()).orElseThrow().number()).isEqualTo(31);
      assertThat(held).hasSize(1);
    }
    held.forEach(VideoFrame::close);
  }

  @Test
  void numbersAndTimesGoOnRisingThroughReconfigurations() throws Exception {
    try (SyntheticRun run = SyntheticRun.of("camera-user", 500_000)) {
      run.start(i420(320, 240, 30)).advanceUs(200_000);
      run.source.reconfigure(i420(640, 480, 15));
      run.advanceUs(400_000);
      run.source.reconfigure(i420(1280, 720, 60));
      run.advanceUs(100_000);
      List<Picture> pictures = run.notes.pictures;
      assertThat(run.notes.losses).isEmpty();
      assertThat(run.notes.numbers())
          .isEqualTo(LongStream.range(0, pictures.size()).boxed().toList());
      assertThat(pictures).extracting(Picture::timestampUs).isSorted().doesNotHaveDuplicates();
      assertThat(pictures.stream().map(p -> p.layout().codedWidth()).distinct())
          .containsExactly(320, 640, 1280);
      assertThat(of(pictures, 320)).hasSize(7);
      assertThat(of(pictures, 640)).hasSize(6);
      assertThat(of(pictures, 1280)).hasSize(7);
    }
  }

  private static List<Picture> of(List<Picture> pictures, int width) {
    return pictures.stream().filter(p -> p.layout().codedWidth() == width).toList();
  }

  @Test
  void aMutedDeviceSaysSoAndItsPicturesAreNotLost() throws Exception {
    try (SyntheticRun run = SyntheticRun.of("camera-user", 0)) {
      run.start(i420(320, 240, 30)).advanceUs(100_000);
      run.driver.setMuted("camera-user", true);
      run.advanceUs(SECOND_US);
      run.driver.setMuted("camera-user", false);
      run.advanceUs(100_000);
      assertThat(run.notes.mutings).containsExactly(true, false);
      assertThat(run.notes.losses).isEmpty();
      assertThat(run.notes.numbers()).containsExactly(0L, 1L, 2L, 3L, 34L, 35L, 36L);
    }
  }

  @Test
  void thePointerIsSeenAsTheCursorConstraintHasIt() throws Exception {
    assertThat(secondsWithPointer("always")).containsExactly(true, true, true, true);
    assertThat(secondsWithPointer("motion")).containsExactly(true, true, true, false);
    assertThat(secondsWithPointer("never")).containsExactly(false, false, false, false);
  }

  /** Whether the arrow's white inside is at the place that docs/test-pattern.md names. */
  private static List<Boolean> secondsWithPointer(String cursor) throws Exception {
    List<Boolean> seen = new ArrayList<>();
    SourceSettings settings = new SourceSettings(bgrx(192, 144, 2), Map.of("cursor", cursor));
    try (SyntheticRun run = new SyntheticRun(screenOf(192, 144), "screen", 400_000)) {
      run.keepingPixels().start(settings).advanceUs(4 * SECOND_US - 1);
      for (Picture picture : run.notes.pictures) {
        if (!picture.read().flash()) {
          double along = Math.min(picture.timestampUs() % (4 * SECOND_US) / 3e6, 1);
          int x = (int) (32 + (152 - 32) * along);
          int y = 144 * 12 / 18;
          seen.add((picture.bytes()[((y + 8) * 192 + x + 4) * 4] & 0xFF) == 255);
        }
      }
    }
    return seen;
  }

  @Test
  void theBarsHaveTheirColours() throws Exception {
    int[][] expected = {
      {180, 128, 128},
      {161, 44, 142},
      {131, 156, 44},
      {112, 72, 58},
      {84, 184, 198},
      {65, 100, 212},
      {35, 212, 114},
      {16, 128, 128}
    };
    try (SyntheticRun run = SyntheticRun.of("camera-user", 0)) {
      run.keepingPixels().start(i420(640, 480, 30)).advanceUs(1);
      byte[] picture = run.notes.pictures.getFirst().bytes();
      for (int bar = 0; bar < 8; bar++) {
        int x = bar * 80 + 40;
        int luma = 640 * 480;
        int[] color = {
          picture[20 * 640 + x] & 0xFF,
          picture[luma + 10 * 320 + x / 2] & 0xFF,
          picture[luma + luma / 4 + 10 * 320 + x / 2] & 0xFF
        };
        assertThat(color).as("bar %d", bar).isEqualTo(expected[bar]);
      }
    }
  }

  @Test
  void theBoxCrossesOnceASecond() throws Exception {
    try (SyntheticRun run = SyntheticRun.of("camera-user", 0)) {
      run.keepingPixels().start(i420(640, 480, 30)).advanceUs(SECOND_US);
      int boxWidth = 53;
      for (Picture picture : run.notes.pictures) {
        byte[] luma = picture.bytes();
        int row = 480 * 33 / 36 * 640; // the middle of row 16
        int left = 0;
        while ((luma[row + left] & 0xFF) != 235) {
          left++;
        }
        double phase = picture.timestampUs() % SECOND_US / 1e6;
        assertThat((double) left).isCloseTo((640 - boxWidth) * phase, within(3.0));
      }
    }
  }

  private static VideoMode bgrx(int width, int height, double frameRate) {
    return new VideoMode(VideoPixelFormat.BGRX, width, height, frameRate);
  }

  private static SyntheticDriver screenOf(int width, int height) {
    return new SyntheticDriver(
        List.of(SyntheticDevice.screen("screen", new VideoRect(0, 0, width, height))));
  }
}
