package dev.usermedia.codecs.internal.recorder;

import static dev.usermedia.codecs.internal.recorder.Studio.START_US;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.usermedia.codecs.RecorderResult;
import dev.usermedia.codecs.RecorderStats;
import dev.usermedia.frame.VideoPixelFormat;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a recording makes up for when devices do not deliver. */
@Tag("ffmpeg")
class AccidentsTest {
  private static final int WIDTH = 160;
  private static final int HEIGHT = 120;

  @TempDir Path directory;

  @Test
  void aMicrophoneThatPausesLeavesSilenceAndComesBackInTime() throws Exception {
    Path file = directory.resolve("clip.webm");
    RecorderResult result;
    try (Studio studio = new Studio(file)) {
      Studio.Camera camera = studio.camera(VideoPixelFormat.I420, WIDTH, HEIGHT);
      Studio.Microphone microphone = studio.microphone(48_000, 1);
      studio.start();
      studio.play(camera, Beeps.FLASH, microphone, Beeps.SOUND, START_US, START_US + 1_500_000);
      microphone.track.muted = true;
      watch(studio, camera, START_US + 1_500_000, START_US + 4_500_000);
      Studio.await(
          "the sound keeps going meanwhile", () -> soundUs(studio.recording.stats()) > 3_800_000);
      studio.play(
          camera, Beeps.FLASH, microphone, Beeps.SOUND, START_US + 4_500_000, START_US + 7_000_000);
      result = studio.stop(START_US + 7_000_000);
    }

    Judge judge = new Judge(file);
    assertThat(judge.complaints()).isEmpty();
    assertThat(judge.sound()).hasSize(7 * 48_000);
    List<Double> onsets = Beeps.onsets(judge.sound());
    assertThat(onsets).hasSize(4);
    assertThat(Beeps.worst(onsets)).isLessThan(0.001);
    assertThat(onsets.get(2)).isCloseTo(5, within(0.001));
    assertThat(judge.packets("video")).hasSize(210);
    assertThat(((RecorderStats.Audio) result.stats().tracks().get(1)).silenceUs())
        .isCloseTo(3_000_000, within(1_000L));
  }

  @Test
  void aMicrophoneThatNeverSoundsIsSilentThroughout() throws Exception {
    Path file = directory.resolve("clip.webm");
    try (Studio studio = new Studio(file)) {
      Studio.Camera camera = studio.camera(VideoPixelFormat.I420, WIDTH, HEIGHT);
      studio.microphone(48_000, 2);
      studio.start();
      watch(studio, camera, START_US, START_US + 3_000_000);
      studio.stop(START_US + 3_000_000);
    }

    Judge judge = new Judge(file);
    assertThat(judge.complaints()).isEmpty();
    assertThat(judge.packets("video")).hasSize(90);
    assertThat(judge.sound()).hasSize(3 * 48_000).containsOnly(0);
  }

  @Test
  void aMutedCameraIsBlackAndOneThatHangsShowsItsLastPicture() throws Exception {
    Path file = directory.resolve("clip.webm");
    RecorderResult result;
    try (Studio studio = new Studio(file)) {
      Studio.Camera camera = studio.camera(VideoPixelFormat.I420, WIDTH, HEIGHT);
      Studio.Microphone microphone = studio.microphone(48_000, 1);
      studio.start();
      studio.play(camera, s -> 180, microphone, Beeps.SOUND, START_US, START_US + 1_000_000);
      listen(studio, microphone, START_US + 1_000_000, START_US + 4_000_000);
      camera.track.muted = true;
      listen(studio, microphone, START_US + 4_000_000, START_US + 7_000_000);
      camera.track.muted = false;
      studio.play(
          camera, s -> 90, microphone, Beeps.SOUND, START_US + 7_000_000, START_US + 8_000_000);
      result = studio.stop(START_US + 8_000_000);
    }

    Judge judge = new Judge(file);
    assertThat(judge.complaints()).isEmpty();
    List<Judge.Packet> packets = judge.packets("video");
    List<Integer> luma =
        judge.pictures("gray", WIDTH * HEIGHT).stream().map(p -> p[p.length / 2] & 0xff).toList();
    assertThat(luma.subList(0, 30)).allSatisfy(y -> assertThat(y).isCloseTo(190, within(4)));
    assertThat(luma.subList(luma.size() - 29, luma.size()))
        .allSatisfy(y -> assertThat(y).isCloseTo(86, within(4)));
    List<Double> madeUp =
        packets.subList(30, packets.size() - 30).stream().map(Judge.Packet::pts).toList();
    assertThat(madeUp).hasSizeBetween(5, 6);
    for (int i = 30; i < packets.size() - 30; i++) {
      boolean muted = packets.get(i).pts() > 3.5;
      assertThat(luma.get(i)).isCloseTo(muted ? 0 : 190, within(6));
    }
    assertThat(((RecorderStats.Video) result.stats().tracks().getFirst()).framesRepeated())
        .isEqualTo(madeUp.size());
    assertThat(Beeps.onsets(judge.sound())).hasSize(8);
  }

  @Test
  void aCameraThatNeverShowsAnythingIsBlackInTheSizeThatWasExpected() throws Exception {
    Path file = directory.resolve("clip.webm");
    try (Studio studio = new Studio(file)) {
      studio.camera(VideoPixelFormat.I420, WIDTH, HEIGHT);
      Studio.Microphone microphone = studio.microphone(48_000, 1);
      studio.start();
      listen(studio, microphone, START_US, START_US + 4_000_000);
      studio.stop(START_US + 4_000_000);
    }

    Judge judge = new Judge(file);
    assertThat(judge.complaints()).isEmpty();
    assertThat(judge.packets("video").getFirst().pts()).isZero();
    assertThat(judge.pictures("gray", WIDTH * HEIGHT))
        .hasSizeGreaterThan(2)
        .allSatisfy(p -> assertThat(p[WIDTH * HEIGHT / 2] & 0xff).isLessThan(3));
    assertThat(Beeps.onsets(judge.sound())).hasSize(4);
  }

  @Test
  void aTrackThatEndsIsHeldUntilTheOtherEnds() throws Exception {
    Path file = directory.resolve("clip.webm");
    try (Studio studio = new Studio(file)) {
      Studio.Camera camera = studio.camera(VideoPixelFormat.I420, WIDTH, HEIGHT);
      Studio.Microphone microphone = studio.microphone(48_000, 1);
      studio.start();
      studio.play(camera, Beeps.FLASH, microphone, Beeps.SOUND, START_US, START_US + 1_500_000);
      microphone.track.ended = true;
      watch(studio, camera, START_US + 1_500_000, START_US + 3_000_000);
      studio.stop(START_US + 3_000_000);
    }

    Judge judge = new Judge(file);
    assertThat(judge.complaints()).isEmpty();
    assertThat(judge.packets("video")).hasSize(90);
    assertThat(judge.sound()).hasSize(3 * 48_000);
    assertThat(Beeps.onsets(judge.sound())).hasSize(2);
  }

  @Test
  void aLateDeviceIsWaitedForOnceItIsKnownToBeLate() throws Exception {
    Path file = directory.resolve("voice.webm");
    RecorderResult result;
    try (Studio studio = new Studio(file)) {
      Studio.Microphone microphone = studio.microphone(48_000, 1);
      studio.start();
      long latencyUs = 900_000;
      for (long at = START_US; at < START_US + 5_000_000; at += 10_000) {
        studio.until(at + latencyUs);
        microphone.play(at, Beeps.SOUND);
      }
      result = studio.stop(START_US + 5_000_000);
    }

    Judge judge = new Judge(file);
    assertThat(judge.complaints()).isEmpty();
    RecorderStats.Audio stats = (RecorderStats.Audio) result.stats().tracks().getFirst();
    // what was silence before the first chunk arrived stays; nothing after it is lost
    assertThat(stats.trimmedUs()).isLessThan(500_000);
    assertThat(Beeps.onsets(judge.sound()).stream().filter(t -> t > 0.5))
        .hasSize(4)
        .allSatisfy(t -> assertThat(t).isCloseTo(Math.rint(t), within(0.001)));
  }

  private static void watch(Studio studio, Studio.Camera camera, long fromUs, long toUs) {
    for (long n = Math.ceilDiv((fromUs - START_US) * 30, 1_000_000); ; n++) {
      long at = START_US + n * 1_000_000 / 30;
      if (at >= toUs) {
        break;
      }
      studio.until(at);
      camera.show(at, (int) Beeps.FLASH.applyAsDouble(at / 1e6));
    }
    studio.until(toUs);
  }

  private static void listen(Studio studio, Studio.Microphone microphone, long fromUs, long toUs) {
    for (long at = fromUs; at < toUs; at += 10_000) {
      studio.until(at + 10_000);
      microphone.play(at, Beeps.SOUND);
    }
  }

  private static long soundUs(RecorderStats stats) {
    return ((RecorderStats.Audio) stats.tracks().get(1)).samplesEncoded() * 1_000 / 48;
  }
}
