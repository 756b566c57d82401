package dev.usermedia.codecs.internal.file;

import static org.assertj.core.api.Assertions.assertThat;

import dev.usermedia.frame.AudioData;
import dev.usermedia.frame.VideoFrame;
import dev.usermedia.spi.Source;
import dev.usermedia.spi.SourceOutput;
import java.lang.foreign.ValueLayout;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PacingTest {
  @TempDir Path directory;

  @Test
  void nothingComesBeforeItsTimeHoweverSlowlyTheClockTurns() throws Exception {
    try (Player player = new Player(clip(64, 48).toString())) {
      Tape pictures = player.play(player.camera());
      Tape sound = player.play(player.microphone());
      for (int ms = 0; ms < 500; ms++) {
        player.clock.advanceUs(1_000);
      }

      assertThat(pictures.pictures()).hasSize(13);
      assertThat(sound.sounds()).hasSize(50);
      assertThat(pictures.pictures())
          .allSatisfy(p -> assertThat(p.arrivedUs() - p.timestampUs()).isBetween(0L, 999L));
      assertThat(sound.sounds())
          .allSatisfy(s -> assertThat(s.arrivedUs() - s.timestampUs()).isBetween(10_000L, 10_999L));
    }
  }

  @Test
  void aConsumerThatIsHeldUpLosesWhatIsTooLateAndItIsCounted() throws Exception {
    try (Player player = new Player(clip(64, 48) + "#loop")) {
      Tape tape = new Tape(player.clock::nowUs);
      SourceOutput slow =
          new Delegate(tape) {
            @Override
            public void video(VideoFrame frame) {
              super.video(frame);
              if (tape.pictures().size() == 10) {
                holdUp(player, 3_000_000);
              }
            }
          };
      player.open(player.camera()).start(Player.settings(player.camera()), slow);
      player.clock.awaitWaiters(1);
      Tape sound = player.play(player.microphone(), 2);
      player.clock.advanceUs(6_000_000 - 1);

      assertThat(tape.pictures().size() + tape.lost()).isEqualTo(6 * 25);
      assertThat(tape.lost()).as("of the 75 in three seconds").isBetween(60L, 64L);
      assertThat(tape.pictures().get(10).timestampUs())
          .as("not half a second late")
          .isGreaterThan(tape.pictures().get(9).timestampUs() + 2_400_000);
      assertThat(sound.lost()).as("the microphone does not notice").isZero();
      assertThat(sound.sounds()).hasSize(599);
    }
  }

  @Test
  void aConsumerThatIsHeldUpForVeryLongDoesNotHoldUpTheOther() throws Exception {
    // pictures of a megabyte, so that what piles up is soon too much
    try (Player player = new Player(clip(1280, 720) + "#loop")) {
      Tape tape = new Tape(player.clock::nowUs);
      AtomicBoolean held = new AtomicBoolean();
      SourceOutput stuck =
          new SourceOutput() {
            @Override
            public void video(VideoFrame frame) {
              if (!held.getAndSet(true)) {
                holdUp(player, 8_000_000);
              }
            }

            @Override
            public void lost(long count) {
              tape.lost(count);
            }
          };
      player.open(player.camera()).start(Player.settings(player.camera()), stuck);
      player.clock.awaitWaiters(1);
      Tape sound = player.play(player.microphone(), 2);
      player.clock.advanceUs(9_000_000);

      assertThat(sound.lost()).isZero();
      assertThat(sound.sounds()).hasSizeBetween(899, 900);
      assertThat(tape.lost()).isGreaterThan(150);
    }
  }

  @Test
  void aMachineThatSleptSkipsWhatItMissedAndCountsIt() throws Exception {
    try (Player player = new Player(clip(64, 48) + "#loop")) {
      Tape tape = player.play(player.camera());
      player.clock.advanceUs(1_000_000 - 1);
      player.clock.jumpUs(10_000_000);
      player.clock.advanceUs(1_000_000);

      assertThat(tape.pictures().size() + tape.lost()).isEqualTo(12 * 25);
      assertThat(tape.lost()).isGreaterThan(230);
      assertThat(tape.pictures().getLast().timestampUs() - Player.START_US).isEqualTo(11_960_000);
    }
  }

  @Test
  void framesThatAreKeptAreNotOverwrittenAndTooManyAreLost() throws Exception {
    for (String codec : List.of("-c:v ffv1 -pix_fmt yuv444p", "-c:v mpeg4 -q:v 1")) {
      Path file =
          TestMedia.make(
              directory.resolve("keep" + codec.hashCode() + ".mkv"),
              "-f lavfi -i nullsrc=s=64x48:r=25:d=4,format=yuv420p,geq=lum=20+N:cb=128:cr=128",
              codec);
      Queue<VideoFrame> kept = new ConcurrentLinkedQueue<>();
      Tape tape = new Tape(() -> 0);
      try (Player player = new Player(file.toString())) {
        SourceOutput hoarder =
            new Delegate(tape) {
              @Override
              public void video(VideoFrame frame) {
                super.video(frame);
                kept.add(frame.clone());
              }
            };
        player.open(player.camera()).start(Player.settings(player.camera()), hoarder);
        player.clock.awaitWaiters(1);
        player.clock.advanceUs(4_000_000 - 1);
      }

      assertThat(kept).hasSizeBetween(25, 40);
      assertThat(kept.size() + tape.lost()).as(codec).isBetween(85L, 100L);
      int n = 0;
      for (VideoFrame frame : kept) {
        assertThat(Byte.toUnsignedInt(frame.plane(0).get(ValueLayout.JAVA_BYTE, 20)))
            .isBetween(19 + n, 21 + n);
        frame.close();
        n++;
      }
    }
  }

  @Test
  void broadcastsThatWereCutTogetherGoOnWhereTheirTimesLeap() throws Exception {
    Path file = directory.resolve("cut.ts");
    Files.createFile(file);
    for (int part : new int[] {5000, 100, 7000}) {
      Path cut =
          TestMedia.make(
              directory.resolve("part.ts"),
              TestMedia.pictures(64, 48, 25, 1),
              "-c:v mpeg2video -output_ts_offset " + part);
      Files.write(file, Files.readAllBytes(cut), StandardOpenOption.APPEND);
    }
    try (Player player = new Player(file.toString())) {
      Tape tape = player.play(player.camera());
      player.clock.advanceUs(5_000_000);

      assertThat(tape.pictures().size()).isBetween(70, 75);
      assertThat(tape.pictures().getLast().timestampUs() - Player.START_US)
          .isBetween(2_800_000L, 3_200_000L);
      assertThat(tape.awaitEnd()).hasMessageContaining("has ended");
    }
  }

  @Test
  void closingWhileWaitingForTheClockReturnsAtOnce() throws Exception {
    try (Player player = new Player(clip(64, 48).toString())) {
      Source source = player.open(player.camera());
      Tape tape = new Tape(player.clock::nowUs);
      source.start(Player.settings(player.camera()), tape);
      player.clock.awaitWaiters(1);
      source.close(); // nobody turns the clock

      int count = tape.pictures().size();
      player.clock.advanceUs(1_000_000);
      assertThat(tape.pictures()).hasSize(count);
      assertThat(tape.endings()).isEmpty();
    }
  }

  private static void holdUp(Player player, long us) {
    try {
      player.clock.awaitUs(player.clock.nowUs() + us);
    } catch (InterruptedException e) {
      // the test is over
    }
  }

  private Path clip(int width, int height) throws Exception {
    return TestMedia.make(
        directory.resolve("clip.mkv"),
        "-f lavfi -i color=c=gray:s=" + width + "x" + height + ":r=25:d=2",
        TestMedia.ramp(48_000, 2),
        "-c:v rawvideo -pix_fmt yuv420p -c:a pcm_s16le");
  }

  private abstract static class Delegate implements SourceOutput {
    private final SourceOutput to;

    Delegate(SourceOutput to) {
      this.to = to;
    }

    @Override
    public void video(VideoFrame frame) {
      to.video(frame);
    }

    @Override
    public void audio(AudioData data) {
      to.audio(data);
    }

    @Override
    public void lost(long count) {
      to.lost(count);
    }
  }
}
