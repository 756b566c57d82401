package dev.usermedia.codecs.internal.recorder;

import static dev.usermedia.codecs.internal.recorder.Studio.START_US;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.usermedia.DOMException;
import dev.usermedia.codecs.RecorderOptions;
import dev.usermedia.codecs.RecorderResult;
import dev.usermedia.codecs.StreamRecorder;
import dev.usermedia.frame.VideoPixelFormat;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Where recordings go, and what becomes of them when they cannot. */
@Tag("ffmpeg")
class OutputsTest {
  @TempDir Path directory;

  @Test
  void aFileThatIsThereIsLeftAloneUnlessItMayBeReplaced() throws Exception {
    Path file = Files.writeString(directory.resolve("clip.webm"), "precious");
    RecorderOptions options = RecorderOptions.defaults();

    assertThatThrownBy(() -> StreamRecorder.open(file, options))
        .isInstanceOfSatisfying(
            DOMException.class, e -> assertThat(e.name()).isEqualTo("NoModificationAllowedError"))
        .hasMessageContaining("clip.webm exists");
    assertThat(file).hasContent("precious");

    StreamRecorder.open(file, options.withOverwrite(true)).close();
    assertThat(file).isEmptyFile();
  }

  @Test
  void aPathThatLeadsNowhereIsAnErrorBeforeAnythingIsCaptured() {
    Path file = directory.resolve("missing/clip.webm");

    assertThatThrownBy(() -> StreamRecorder.open(file, RecorderOptions.defaults()))
        .isInstanceOfSatisfying(
            DOMException.class, e -> assertThat(e.name()).isEqualTo("NotFoundError"))
        .hasMessageContaining(file.toString());
    assertThatThrownBy(() -> StreamRecorder.open(directory, RecorderOptions.defaults()))
        .isInstanceOf(DOMException.class)
        .hasMessageContaining(directory.toString());
  }

  @Test
  void aFileThatNothingWasRecordedToIsRemoved() {
    Path file = directory.resolve("clip.webm");
    StreamRecorder recorder = StreamRecorder.open(file, RecorderOptions.defaults());
    assertThat(file).exists();

    recorder.close();
    recorder.close();

    assertThat(file).doesNotExist();
  }

  @Test
  void aDeviceThatIsFullEndsTheRecordingWithOneError() throws Exception {
    RecorderResult result = recordUntilItFails(new FileOutput(Path.of("/dev/full"), false));

    assertThat(result.error().orElseThrow().name()).isEqualTo("QuotaExceededError");
    assertThat(result.stats().sizeBytes()).isZero();
  }

  /** Needs a file system that fills up, which only root can mount. */
  @Test
  void whatWasRecordedUntilTheDiskWasFullPlays() throws Exception {
    Path disk = Files.createDirectory(directory.resolve("disk"));
    boolean mounted = run("mount", "-t", "tmpfs", "-o", "size=400k", "tmpfs", disk.toString()) == 0;
    assumeThat(mounted).as("mounting needs root").isTrue();
    try {
      Path file = disk.resolve("clip.webm");
      RecorderResult result = recordUntilItFails(new FileOutput(file, false));

      assertThat(result.error().orElseThrow().name()).isEqualTo("QuotaExceededError");
      assertThat(result.error().orElseThrow()).hasMessageContaining("no space left");
      assertThat(Files.size(file)).isEqualTo(result.stats().sizeBytes()).isGreaterThan(250_000);
      assertThat(new Judge(file).complaints()).isEmpty();
      assertThat(new Judge(file).packets("video")).hasSizeGreaterThan(20);
    } finally {
      assertThat(run("umount", disk.toString())).isZero();
    }
  }

  @Test
  void aPipeIsWrittenFromFrontToBack() throws Exception {
    Path pipe = directory.resolve("pipe");
    assertThat(run("mkfifo", pipe.toString())).isZero();
    Path copy = directory.resolve("copy.webm");
    CompletableFuture<Long> reader =
        CompletableFuture.supplyAsync(
            () -> {
              try (InputStream in = Files.newInputStream(pipe)) {
                return Files.copy(in, copy);
              } catch (IOException e) {
                throw new AssertionError(e);
              }
            });
    RecorderResult result = record(new FileOutput(pipe, false), 2);

    assertThat(result.error()).isEmpty();
    assertThat(reader.get(10, TimeUnit.SECONDS)).isEqualTo(result.stats().sizeBytes());
    assertThat(new Judge(copy).complaints()).isEmpty();
    assertThat(new Judge(copy).packets("video")).hasSize(60);
  }

  @Test
  void aPipeThatItsReaderClosedEndsTheRecordingWithOneError() throws Exception {
    Path pipe = directory.resolve("pipe");
    assertThat(run("mkfifo", pipe.toString())).isZero();
    CompletableFuture<Void> reader =
        CompletableFuture.runAsync(
            () -> {
              try (InputStream in = Files.newInputStream(pipe)) {
                assertThat(in.readNBytes(10_000)).hasSize(10_000);
              } catch (IOException e) {
                throw new AssertionError(e);
              }
            });
    RecorderResult result = recordUntilItFails(new FileOutput(pipe, false));

    reader.get(10, TimeUnit.SECONDS);
    assertThat(result.error().orElseThrow().name()).isEqualTo("UnknownError");
    assertThat(result.error().orElseThrow()).hasMessageContaining("Broken pipe");
  }

  @Test
  void bytesMayGoAnywhereClusterByCluster() throws Exception {
    Chunks chunks = new Chunks();
    RecorderResult result = record(chunks, 3);

    assertThat(result.error()).isEmpty();
    assertThat(chunks.closed).isTrue();
    // the head, two clusters a second, the index
    assertThat(chunks.sizes).hasSizeBetween(6, 9);
    Path file = Files.write(directory.resolve("chunks.webm"), chunks.bytes.toByteArray());
    assertThat(new Judge(file).complaints()).isEmpty();
    assertThat(new Judge(file).packets("video")).hasSize(90);
  }

  /** Whoever fails, at the first write or a later one, even with an error: it is told once. */
  @ParameterizedTest
  @ValueSource(ints = {0, 1, 3})
  void anOutputThatThrowsIsLeftAloneAfterwards(int good) throws Exception {
    Chunks chunks = new Chunks();
    chunks.good = good;
    RecorderResult result = recordUntilItFails(chunks);

    assertThat(result.error().orElseThrow()).hasMessageContaining("it is enough");
    assertThat(chunks.refused).isEqualTo(1);
    assertThat(chunks.closed).isTrue();
  }

  private static final class Chunks implements ByteOutput {
    final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    final List<Integer> sizes = new ArrayList<>();
    int good = Integer.MAX_VALUE;
    int refused;
    boolean closed;

    @Override
    public void write(ByteBuffer chunk) {
      if (sizes.size() == good) {
        refused++;
        throw new IllegalStateException("it is enough");
      }
      byte[] copy = new byte[chunk.remaining()];
      chunk.get(copy);
      bytes.writeBytes(copy);
      sizes.add(copy.length);
    }

    @Override
    public boolean isSeekable() {
      return false;
    }

    @Override
    public void seek(long positionBytes) {
      throw new AssertionError("not seekable");
    }

    @Override
    public long sizeBytes() {
      return bytes.size();
    }

    @Override
    public void close() {
      closed = true;
    }
  }

  private static RecorderResult record(ByteOutput output, int seconds) throws Exception {
    try (Studio studio = new Studio(output, RecorderOptions.defaults())) {
      Studio.Camera camera = studio.camera(VideoPixelFormat.I420, 320, 240);
      Studio.Microphone microphone = studio.microphone(48_000, 1);
      studio.start();
      studio.play(
          camera, Beeps.FLASH, microphone, Beeps.SOUND, START_US, START_US + seconds * 1_000_000L);
      return studio.stop(START_US + seconds * 1_000_000L);
    }
  }

  /** Records noise, which takes room, until the recording ends by itself. */
  private static RecorderResult recordUntilItFails(ByteOutput output) throws Exception {
    try (Studio studio = new Studio(output, RecorderOptions.defaults())) {
      Studio.Camera camera = studio.camera(VideoPixelFormat.I420, 320, 240);
      Studio.Microphone microphone = studio.microphone(48_000, 1);
      studio.start();
      for (long from = START_US; !studio.recording.done().isDone(); from += 500_000) {
        assertThat(from - START_US).as("recorded without an error").isLessThan(60_000_000);
        studio.play(
            camera,
            s -> ((int) (s * 1_000)) * 7919 % 200,
            microphone,
            s -> Math.sin(s * s * 9_999) * 0.9,
            from,
            from + 500_000);
      }
      assertThat(camera.held()).isZero();
      assertThat(microphone.held()).isZero();
      return studio.recording.done().join();
    }
  }

  private static int run(String... command) throws Exception {
    return new ProcessBuilder(command).inheritIO().start().waitFor();
  }
}
