package dev.usermedia.codecs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.usermedia.MediaContext;
import dev.usermedia.MediaStream;
import dev.usermedia.MediaStreamTrack;
import dev.usermedia.MediaStreamTrackProcessor;
import dev.usermedia.MediaStreamTrackProcessorInit;
import dev.usermedia.constraints.MediaStreamConstraints;
import dev.usermedia.frame.VideoFrame;
import dev.usermedia.streams.ReadableStream;
import dev.usermedia.testkit.lab.RecordedFile;
import java.awt.image.BufferedImage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What docs/guide/from-mdn-to-java.md shows of photos and recordings, between the marks. */
@Tag("ffmpeg")
class FromMdnToJavaCodecsTest {
  @TempDir Path directory;

  private final MediaContext context = MediaContext.builder().fakeDevices().build();
  private MediaStream stream;

  @BeforeEach
  void capture() {
    stream =
        context
            .mediaDevices()
            .getUserMedia(MediaStreamConstraints.builder().audio(true).video(true).build());
  }

  @AfterEach
  void close() {
    context.close();
  }

  @Test
  void takesAPhoto() throws Exception {
    Path file = directory.resolve("photo.jpg");
    // region photo
    MediaStreamTrack camera = stream.getVideoTracks().getFirst();
    ReadableStream<VideoFrame> frames =
        MediaStreamTrackProcessor.ofVideo(new MediaStreamTrackProcessorInit(camera)).readable();
    try (VideoFrame frame = frames.read().orElseThrow()) {
      Files.write(file, PhotoEncoder.jpeg(frame, PhotoEncoder.DEFAULT_JPEG_QUALITY));
    } finally {
      frames.cancel();
    }
    // endregion
    BufferedImage photo = ImageIO.read(file.toFile());
    assertThat(photo.getWidth()).isEqualTo(640);
    assertThat(photo.getHeight()).isEqualTo(480);
    int white = photo.getRGB(20, 20) & 0xff; // the first colour bar
    assertThat(white).isBetween(170, 210);
  }

  @Test
  void recordsAClip() throws Exception {
    Path file = directory.resolve("clip.webm");
    // region record
    try (StreamRecorder recorder =
        StreamRecorder.open(file, RecorderOptions.defaults().withVideoBitsPerSecond(2_500_000))) {
      recorder.start(stream, context.clock());
      RecorderResult result = recorder.stopAfterAsync(Duration.ofSeconds(2)).join();
      result.error().ifPresent(error -> System.err.println("The clip ends early: " + error));
      System.out.println(result.stats().sizeBytes() + " bytes in " + file);
    }
    // endregion
    RecordedFile recorded = new RecordedFile(file);
    assertThat(recorded.durationUs()).isCloseTo(2_000_000, within(150_000L));
    assertThat(recorded.shown("v:0", "stream=codec_name")).isEqualTo("vp8");
    assertThat(recorded.shown("a:0", "stream=codec_name")).isEqualTo("opus");
  }
}
