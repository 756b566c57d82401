package dev.usermedia.codecs.internal.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.usermedia.spi.Source;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Pictures carry their number and sound its time, so that each says where the file stands. */
class SyncTest {
  private static final int RATE = 25;

  @TempDir Path directory;

  @Test
  void aMicrophoneJoinsTheCameraAtThePresent() throws Exception {
    try (Player player = new Player(clip("-c:v ffv1", "mov").toString())) {
      Tape pictures = player.play(player.camera());
      player.clock.advanceUs(2_345_678);
      Tape sound = player.play(player.microphone());
      player.clock.advanceUs(1_000_000);

      Tape.Sound first = sound.sounds().getFirst();
      assertThat(first.timestampUs() - Player.START_US)
          .as("from the present on")
          .isBetween(2_345_678L, 2_345_678L + 1_000);
      assertThat(sound.lost()).isZero();
      assertInStep(pictures, sound);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "-c:v ffv1, mov",
    "-c:v mpeg4 -g 600 -q:v 1, mp4",
    "-c:v ffv1, mkv",
    "-c:v ffv1, nut"
  })
  void aCameraJoinsTheMicrophoneAtThePresent(String codec, String container) throws Exception {
    try (Player player = new Player(clip(codec, container).toString())) {
      Tape sound = player.play(player.microphone());
      player.clock.advanceUs(3_210_000);
      Tape pictures = player.play(player.camera());
      player.clock.advanceUs(1_000_000);

      assertThat(pictures.pictures().getFirst().timestampUs() - Player.START_US)
          .as("the next picture, though its key picture is long past")
          .isBetween(3_160_000L, 3_250_000L);
      assertThat(pictures.lost()).isZero();
      assertInStep(pictures, sound);
    }
  }

  @Test
  void bothFromTheBeginningAreInStepForPassAfterPass() throws Exception {
    try (Player player = new Player(clip("-c:v ffv1", "mov") + "#loop")) {
      Tape pictures = player.play(player.camera());
      Tape sound = player.play(player.microphone());
      player.clock.advanceUs(21_000_000);

      assertInStep(pictures, sound);
      assertThat(pictures.pictures()).hasSize(21 * RATE + 1);
    }
  }

  @Test
  void aSourceThatComesBackFindsTheRunningTimeLine() throws Exception {
    try (Player player = new Player(clip("-c:v mpeg4 -g 600 -q:v 1", "mp4").toString())) {
      Tape sound = player.play(player.microphone());
      Tape before = new Tape(player.clock::nowUs);
      Source camera = player.open(player.camera());
      camera.start(Player.settings(player.camera()), before);
      player.clock.awaitWaiters(2);
      player.clock.advanceUs(1_000_000);
      camera.close();
      player.clock.advanceUs(1_000_000);
      Tape after = player.play(player.camera(), 2);
      player.clock.advanceUs(1_000_000);

      assertInStep(before, sound);
      assertInStep(after, sound);
      assertThat(after.pictures().getFirst().timestampUs() - Player.START_US)
          .isBetween(1_960_000L, 2_040_000L);
    }
  }

  @Test
  void withoutAnybodyLookingTheFileBeginsAgainFromTheStart() throws Exception {
    try (Player player = new Player(clip("-c:v ffv1", "mov").toString())) {
      Source camera = player.open(player.camera());
      Tape before = new Tape(player.clock::nowUs);
      camera.start(Player.settings(player.camera()), before);
      player.clock.awaitWaiters(1);
      player.clock.advanceUs(1_000_000);
      camera.close();
      Tape after = player.play(player.camera(), 1);
      player.clock.advanceUs(100_000);

      assertThat(after.pictures().getFirst().sample(0)).isEqualTo(20);
      assertThat(after.pictures().getFirst().timestampUs() - Player.START_US).isEqualTo(1_000_000);
    }
  }

  @Test
  void aSecondCameraOfTheSameFileHasATimeLineOfItsOwn() throws Exception {
    try (Player player = new Player(clip("-c:v ffv1", "mov").toString())) {
      Tape first = player.play(player.camera());
      player.clock.advanceUs(1_000_000);
      Tape second = player.play(player.camera());
      player.clock.advanceUs(1_000_000);

      assertThat(second.pictures().getFirst().sample(0)).isEqualTo(20);
      assertThat(first.pictures()).hasSize(51);
    }
  }

  private Path clip(String codec, String container) throws Exception {
    return TestMedia.make(
        directory.resolve("clip." + container),
        "-f lavfi -i nullsrc=s=64x48:r=" + RATE + ":d=6,format=yuv420p,geq=lum=20+N:cb=128:cr=128",
        TestMedia.ramp(48_000, 6),
        codec + " -c:a " + (container.equals("mp4") ? "flac" : "pcm_s16le"));
  }

  /** What pictures and sound say of where the file stands, at the same instants of the clock. */
  private static void assertInStep(Tape pictures, Tape sound) {
    int compared = 0;
    for (Tape.Sound chunk : sound.sounds()) {
      for (Tape.Picture picture : pictures.pictures()) {
        long offsetUs = picture.timestampUs() - chunk.timestampUs();
        if (offsetUs >= 0 && offsetUs < 10_000) {
          float pictureSeconds = (picture.sample(100) - 20) / (float) RATE;
          float sample = chunk.samples().getFirst()[(int) (offsetUs * 48 / 1000)];
          assertThat(sample * 10)
              .as("seconds of the file at " + picture.timestampUs() + " us")
              .isCloseTo(pictureSeconds, within(0.001f));
          compared++;
        }
      }
    }
    assertThat(compared).isGreaterThan(RATE / 2);
  }
}
