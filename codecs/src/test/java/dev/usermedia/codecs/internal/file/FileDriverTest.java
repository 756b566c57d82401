package dev.usermedia.codecs.internal.file;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.usermedia.MediaClock;
import dev.usermedia.Registration;
import dev.usermedia.frame.VideoPixelFormat;
import dev.usermedia.spi.AudioMode;
import dev.usermedia.spi.MediaDriver;
import dev.usermedia.spi.SourceDevice;
import dev.usermedia.spi.SourceException;
import dev.usermedia.spi.SourceException.Kind;
import dev.usermedia.spi.SourceKind;
import dev.usermedia.spi.VideoMode;
import java.lang.module.ModuleDescriptor;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileDriverTest {
  @TempDir Path directory;

  private final FileDriver driver = new FileDriver();

  @Test
  void isFoundAsAService() {
    ModuleDescriptor descriptor = FileDriver.class.getModule().getDescriptor();

    assertThat(descriptor.provides())
        .anySatisfy(
            provided -> {
              assertThat(provided.service()).isEqualTo(MediaDriver.class.getName());
              assertThat(provided.providers()).contains(FileDriver.class.getName());
            });
    assertThat(driver.devices()).isEmpty();
    assertThat(driver.unavailable()).isEmpty();
  }

  @Test
  void aClipWithSoundIsACameraAndAMicrophoneOfOneGroup() throws Exception {
    Path file =
        TestMedia.make(
            directory.resolve("clip.mp4"),
            TestMedia.pictures(64, 48, 25, 1),
            TestMedia.ramp(44_100, 1),
            "-c:v mpeg4 -c:a aac");
    AtomicInteger changes = new AtomicInteger();
    Registration watch = driver.watch(changes::incrementAndGet);

    List<SourceDevice> devices = driver.add(file.toString());

    assertThat(devices)
        .extracting(SourceDevice::kind)
        .containsExactly(SourceKind.CAMERA, SourceKind.MICROPHONE);
    assertThat(devices).extracting(SourceDevice::label).containsOnly("clip.mp4");
    assertThat(devices).extracting(SourceDevice::group).containsOnly(file.toString());
    assertThat(devices).extracting(SourceDevice::hardwareId).doesNotHaveDuplicates();
    assertThat(devices.getFirst().modes())
        .containsExactly(new VideoMode(VideoPixelFormat.I420, 64, 48, 25));
    assertThat(devices.getLast().modes()).containsExactly(new AudioMode(44_100, 1, 32, 0.005, 0.2));
    assertThat(driver.devices()).isEqualTo(devices);
    assertThat(driver.add(file.toString())).isEqualTo(devices);
    assertThat(driver.devices()).hasSize(2);
    assertThat(changes).hasValue(2);
    watch.close();
  }

  @Test
  void aSongWithACoverIsAMicrophoneOnly() throws Exception {
    Path cover = TestMedia.make(directory.resolve("cover.png"), TestMedia.pictures(16, 16, 1, 1));
    Path song =
        TestMedia.make(
            directory.resolve("song.flac"),
            TestMedia.ramp(48_000, 1),
            "-i " + cover + " -map 0 -map 1 -disposition:v attached_pic -sample_fmt s16");

    assertThat(driver.add(song.toString()))
        .singleElement()
        .satisfies(
            device -> {
              assertThat(device.kind()).isEqualTo(SourceKind.MICROPHONE);
              assertThat(device.modes()).containsExactly(new AudioMode(48_000, 1, 16, 0.005, 0.2));
            });
  }

  @Test
  void aFileThatIsNotThereIsNamedWithThePlaceThatWasLookedIn() {
    SourceException refusal = refusal("nowhere/clip.mp4");

    assertThat(refusal.kind()).isEqualTo(Kind.NOT_FOUND);
    assertThat(refusal)
        .hasMessageContaining("there is no file nowhere/clip.mp4")
        .hasMessageContaining(Path.of("nowhere/clip.mp4").toAbsolutePath().toString());
  }

  @Test
  void aDirectoryIsNoFile() {
    assertThat(refusal(directory.toString())).hasMessageContaining("is a directory");
  }

  @Test
  void aPipeIsRefusedForItCouldBlockForEver() throws Exception {
    Path pipe = directory.resolve("pipe");
    assertThat(new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor()).isZero();

    assertThat(refusal(pipe.toString())).hasMessageContaining("is a pipe or a device");
  }

  @Test
  void whatIsNoMediaIsSaidToBeNone() throws Exception {
    Path text =
        Files.writeString(directory.resolve("notes.md"), "Dear diary,\n".repeat(500), UTF_8);
    Path empty = Files.createFile(directory.resolve("empty.mp4"));
    Path noise = Files.write(directory.resolve("noise.bin"), new byte[100_000]);

    for (Path file : List.of(text, empty, noise)) {
      SourceException refusal = refusal(file.toString());
      assertThat(refusal.kind()).isEqualTo(Kind.FAILED);
      assertThat(refusal)
          .hasMessageContaining(file + ": ")
          .hasMessageContaining("no media file")
          .message()
          .doesNotContain("\n");
    }
  }

  @Test
  void subtitlesAreNeitherPicturesNorSound() throws Exception {
    Path file =
        Files.writeString(
            directory.resolve("words.srt"), "1\n00:00:00,000 --> 00:00:01,000\nHello\n", UTF_8);

    assertThat(refusal(file.toString())).hasMessageContaining("it has no video, it has no sound");
  }

  @Test
  void aProtocolThatThereIsNotIsNamed() {
    assertThat(refusal("gopher2://somewhere/x"))
        .hasMessageContaining("gopher2://somewhere/x: Protocol not found");
  }

  @Test
  void whatWentAwaySinceItWasAddedIsNotOpened() throws Exception {
    Path file = TestMedia.make(directory.resolve("voice.wav"), TestMedia.ramp(48_000, 1));
    SourceDevice device = driver.add(file.toString()).getFirst();
    Files.delete(file);

    SourceException refusal =
        catchThrowableOfType(SourceException.class, () -> driver.open(device, MediaClock.system()));
    assertThat(refusal.kind()).isEqualTo(Kind.NOT_FOUND);
    assertThat(refusal).hasMessageContaining("there is no file");
  }

  @Test
  void whatBecameAnotherFileSinceItWasAddedIsNotOpened() throws Exception {
    Path file = TestMedia.make(directory.resolve("clip.mkv"), TestMedia.pictures(64, 48, 25, 1));
    SourceDevice device = driver.add(file.toString()).getFirst();
    TestMedia.make(file, TestMedia.ramp(48_000, 1));

    assertThat(
            catchThrowableOfType(
                SourceException.class, () -> driver.open(device, MediaClock.system())))
        .hasMessageContaining("add it again");
  }

  private SourceException refusal(String address) {
    return catchThrowableOfType(SourceException.class, () -> driver.add(address));
  }
}
