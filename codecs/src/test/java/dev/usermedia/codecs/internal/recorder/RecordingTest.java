package dev.usermedia.codecs.internal.recorder;

import static dev.usermedia.codecs.internal.recorder.Studio.START_US;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.usermedia.codecs.RecorderResult;
import dev.usermedia.codecs.RecorderStats;
import dev.usermedia.frame.VideoPixelFormat;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What recordings look like to others: number, order and time of pictures, length of sound. */
@Tag("ffmpeg")
class RecordingTest {
  private static final int WIDTH = 160;
  private static final int HEIGHT = 120;

  @TempDir Path directory;

  @Test
  void fiveSecondsAreHundredAndFiftyPicturesAndFiveSecondsOfSound() throws Exception {
    Path file = directory.resolve("clip.webm");
    RecorderResult result;
    try (Studio studio = new Studio(file)) {
      Studio.Camera camera = studio.camera(VideoPixelFormat.I420, WIDTH, HEIGHT);
      Studio.Microphone microphone = studio.microphone(48_000, 1);
      studio.start();
      studio.play(camera, Beeps.FLASH, microphone, Beeps.SOUND, START_US, START_US + 4_900_000);
      studio.recording.stop(START_US + 5_000_000);
      studio.play(
          camera, Beeps.FLASH, microphone, Beeps.SOUND, START_US + 4_900_000, START_US + 5_200_000);
      result = studio.ended();
      assertThat(camera.held()).isZero();
      assertThat(microphone.held()).isZero();
    }

    Judge judge = new Judge(file);
    assertThat(result.error()).isEmpty();
    assertThat(judge.complaints()).isEmpty();
    assertThat(judge.durationSeconds()).isCloseTo(5, within(0.02));
    List<Judge.Packet> video = judge.packets("video");
    assertThat(video.stream().map(Judge.Packet::pts))
        .isEqualTo(IntStream.range(0, 150).mapToObj(n -> Math.round(n * 1e3 / 30) / 1e3).toList());
    assertThat(judge.sound()).hasSize(5 * 48_000);
    assertThat(result.stats().elapsedUs()).isCloseTo(5_000_000, within(20_000L));
    assertThat(result.stats().sizeBytes()).isEqualTo(Files.size(file));
    RecorderStats.Video video150 = (RecorderStats.Video) result.stats().tracks().getFirst();
    assertThat(video150.framesEncoded()).isEqualTo(150);
    assertThat(video150.framesDropped() + video150.framesRepeated() + video150.framesLeftOut())
        .isZero();
  }

  @Test
  void flashAndBeepStayTogether() throws Exception {
    Path file = directory.resolve("clip.webm");
    try (Studio studio = new Studio(file)) {
      Studio.Camera camera = studio.camera(VideoPixelFormat.I420, WIDTH, HEIGHT);
      Studio.Microphone microphone = studio.microphone(44_100, 2);
      studio.start();
      studio.play(camera, Beeps.FLASH, microphone, Beeps.SOUND, START_US, START_US + 6_000_000);
      studio.stop(START_US + 6_000_000);
    }

    Judge judge = new Judge(file);
    assertThat(judge.complaints()).isEmpty();
    List<Double> beeps = Beeps.onsets(judge.sound());
    assertThat(beeps).hasSize(6);
    assertThat(Beeps.worst(beeps)).isLessThan(0.001);
    assertThat(flashes(judge)).containsExactly(0.0, 1.0, 2.0, 3.0, 4.0, 5.0);
  }

  @Test
  void theEarliestPictureIsTimeZeroAndTheLaterTrackKeepsItsDistance() throws Exception {
    Path file = directory.resolve("clip.webm");
    try (Studio studio = new Studio(file)) {
      Studio.Camera camera = studio.camera(VideoPixelFormat.I420, WIDTH, HEIGHT);
      Studio.Microphone microphone = studio.microphone(48_000, 1);
      studio.start();
      long earlier = START_US - 250_000;
      camera.show(earlier, 100);
      camera.show(earlier + 40_000, 100);
      for (long at = START_US; at < START_US + 1_000_000; at += 10_000) {
        studio.until(at);
        camera.show(at, 100);
        microphone.play(at, Beeps.SOUND);
      }
      studio.stop(START_US + 1_000_000);
    }

    Judge judge = new Judge(file);
    assertThat(judge.complaints()).isEmpty();
    assertThat(judge.packets("video").stream().limit(3).map(Judge.Packet::pts))
        .containsExactly(0.0, 0.04, 0.25);
    assertThat(judge.sound()).hasSize(48_000 * 5 / 4);
    assertThat(Beeps.onsets(judge.sound())).hasSize(1);
    assertThat(Beeps.onsets(judge.sound()).getFirst()).isCloseTo(0.25, within(0.001));
  }

  @Test
  void aFileBeginsWithAPictureAlsoIfAMicrophoneBeginsALittleBefore() throws Exception {
    Path file = directory.resolve("clip.webm");
    RecorderResult result = recordWithSoundFrom(START_US - 83_000, file);

    Judge judge = new Judge(file);
    assertThat(judge.complaints()).isEmpty();
    assertThat(judge.packets("video").getFirst().pts()).isZero();
    assertThat(judge.packets("video")).hasSize(100);
    assertThat(judge.sound()).hasSize(48_000);
    assertThat(Beeps.onsets(judge.sound()).getFirst()).isCloseTo(0, within(0.001));
    RecorderStats.Audio sound = (RecorderStats.Audio) result.stats().tracks().getLast();
    assertThat(sound.trimmedUs() + sound.silenceUs()).isZero();
  }

  @Test
  void soundFromLongBeforeTheFirstPictureIsKept() throws Exception {
    Path file = directory.resolve("clip.webm");
    recordWithSoundFrom(START_US - 101_000, file);

    Judge judge = new Judge(file);
    assertThat(judge.complaints()).isEmpty();
    assertThat(judge.packets("video").getFirst().pts()).isEqualTo(0.101);
    assertThat(judge.sound()).hasSize(48 * 1_101);
    assertThat(Beeps.onsets(judge.sound()).getFirst()).isCloseTo(0.101, within(0.001));
  }

  /** A second of a hundred pictures, from the beginning of a beep on, and sound to its end. */
  private static RecorderResult recordWithSoundFrom(long soundUs, Path file) throws Exception {
    try (Studio studio = new Studio(file)) {
      Studio.Camera camera = studio.camera(VideoPixelFormat.I420, WIDTH, HEIGHT);
      Studio.Microphone microphone = studio.microphone(48_000, 1);
      studio.start();
      for (long at = soundUs; at < START_US; at += 10_000) {
        microphone.play(at, Beeps.SOUND);
      }
      for (long at = START_US; at < START_US + 1_000_000; at += 10_000) {
        studio.until(at);
        camera.show(at, 100);
        microphone.play(at + (soundUs - START_US) % 10_000 + 10_000, Beeps.SOUND);
      }
      return studio.stop(START_US + 1_000_000);
    }
  }

  @Test
  void picturesOfAnyPacePassAndThoseThatDoNotRiseAreLeftOut() throws Exception {
    Path file = directory.resolve("clip.webm");
    RecorderResult result;
    long[] times = {0, 7_000, 7_400, 6_000, 50_000, 51_000, 900_000, 900_000, 1_400_000};
    try (Studio studio = new Studio(file)) {
      Studio.Camera camera = studio.camera(VideoPixelFormat.I420, WIDTH, HEIGHT);
      studio.start();
      for (long at : times) {
        studio.until(START_US + at);
        camera.show(START_US + at, 100);
      }
      result = studio.stop(START_US + 1_500_000);
    }

    // in the file's own time: by default ffmpeg rounds times to a frame rate that it guesses
    assertThat(new Judge(file).complaints()).isEmpty();
    assertThat(new Judge(file).packets().stream().map(Judge.Packet::pts))
        .containsExactly(0.0, 0.007, 0.05, 0.051, 0.9, 1.4);
    assertThat(result.stats().tracks()).containsExactly(new RecorderStats.Video(9, 6, 0, 0, 3));
  }

  @Test
  void soundAloneIsAFileToo() throws Exception {
    Path file = directory.resolve("voice.webm");
    try (Studio studio = new Studio(file)) {
      Studio.Microphone microphone = studio.microphone(16_000, 1);
      studio.start();
      studio.recording.stop(START_US + 1_234_000); // what is encoded by then cannot be taken back
      for (long at = START_US; at < START_US + 2_000_000; at += 10_000) {
        studio.until(at + 10_000);
        microphone.play(at, Beeps.SOUND);
      }
      studio.ended();
    }

    Judge judge = new Judge(file);
    assertThat(judge.complaints()).isEmpty();
    assertThat(judge.sound()).hasSize(48 * 1_234);
    assertThat(Beeps.worst(Beeps.onsets(judge.sound()))).isLessThan(0.001);
    assertThat(judge.durationSeconds()).isCloseTo(1.234, within(0.02));
  }

  @Test
  void severalTracksOfAKindAreRecordedInTheirOrder() throws Exception {
    Path file = directory.resolve("clip.webm");
    try (Studio studio = new Studio(file)) {
      Studio.Microphone microphone = studio.microphone(48_000, 1);
      Studio.Camera first = studio.camera(VideoPixelFormat.I420, WIDTH, HEIGHT);
      Studio.Camera second = studio.camera(VideoPixelFormat.BGRX, 64, 48);
      studio.start();
      for (long at = START_US; at < START_US + 1_000_000; at += 50_000) {
        studio.until(at);
        first.show(at, 100);
        second.show(at + 20_000, 200);
        for (int chunk = 0; chunk < 5; chunk++) {
          microphone.play(at + chunk * 10_000L, Beeps.SOUND);
        }
      }
      assertThat(studio.stop(START_US + 1_000_000).error()).isEmpty();
    }

    Judge judge = new Judge(file);
    assertThat(judge.complaints("-map", "0")).isEmpty();
    assertThat(judge.shown("stream=codec_name,width")).isEqualTo("opus vp8,160 vp8,64");
    assertThat(judge.packets("video")).hasSize(40);
  }

  @Test
  void theLimitMayBeSetBeforeTheFirstFrame() throws Exception {
    Path file = directory.resolve("clip.webm");
    RecorderResult result;
    try (Studio studio = new Studio(file)) {
      Studio.Camera camera = studio.camera(VideoPixelFormat.I420, WIDTH, HEIGHT);
      Studio.Microphone microphone = studio.microphone(48_000, 1);
      studio.recording.stopAfter(2_000_000);
      studio.start();
      studio.play(camera, Beeps.FLASH, microphone, Beeps.SOUND, START_US, START_US + 2_500_000);
      result = studio.ended();
    }

    assertThat(result.error()).isEmpty();
    assertThat(new Judge(file).packets("video")).hasSize(60);
    assertThat(new Judge(file).sound()).hasSize(2 * 48_000);
  }

  @Test
  void theRecordingEndsWithItsLastTrack() throws Exception {
    Path file = directory.resolve("clip.webm");
    RecorderResult result;
    try (Studio studio = new Studio(file)) {
      Studio.Camera camera = studio.camera(VideoPixelFormat.I420, WIDTH, HEIGHT);
      Studio.Microphone microphone = studio.microphone(48_000, 1);
      studio.start();
      studio.play(camera, Beeps.FLASH, microphone, Beeps.SOUND, START_US, START_US + 1_000_000);
      camera.track.ended = true;
      microphone.track.ended = true;
      result = studio.ended();
    }

    assertThat(result.error()).isEmpty();
    assertThat(new Judge(file).packets("video")).hasSize(30);
    assertThat(new Judge(file).sound()).hasSize(48_000);
  }

  @Test
  void everyKeyPictureIsFoundByTheIndex() throws Exception {
    Path file = directory.resolve("clip.webm");
    try (Studio studio = new Studio(file)) {
      Studio.Camera camera = studio.camera(VideoPixelFormat.I420, WIDTH, HEIGHT);
      Studio.Microphone microphone = studio.microphone(48_000, 1);
      studio.start();
      studio.play(camera, Beeps.FLASH, microphone, Beeps.SOUND, START_US, START_US + 10_000_000);
      studio.stop(START_US + 10_000_000);
    }

    Judge judge = new Judge(file);
    assertThat(judge.packets("video").stream().filter(Judge.Packet::key).map(Judge.Packet::pts))
        .containsExactly(0.0, 3.0, 6.0, 9.0);
    assertThat(judge.firstPacketAfterSeek(7.5)).isEqualTo(6.0);
  }

  private static List<Double> flashes(Judge judge) {
    List<byte[]> pictures = judge.pictures("gray", WIDTH * HEIGHT);
    List<Judge.Packet> packets = judge.packets("video");
    assertThat(pictures).hasSameSizeAs(packets);
    return IntStream.range(0, pictures.size())
        .filter(i -> isWhite(pictures.get(i)) && (i == 0 || !isWhite(pictures.get(i - 1))))
        .mapToObj(i -> packets.get(i).pts())
        .toList();
  }

  private static boolean isWhite(byte[] picture) {
    return (picture[picture.length / 2] & 0xff) > 128;
  }
}
