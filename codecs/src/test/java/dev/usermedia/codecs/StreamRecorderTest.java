package dev.usermedia.codecs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.usermedia.DOMException;
import dev.usermedia.MediaContext;
import dev.usermedia.MediaStream;
import dev.usermedia.MediaStreamTrack;
import dev.usermedia.codecs.internal.recorder.Judge;
import dev.usermedia.codecs.internal.recorder.Studio;
import dev.usermedia.constraints.MediaStreamConstraints;
import dev.usermedia.testkit.ManualClock;
import dev.usermedia.testkit.pattern.AudioPattern;
import dev.usermedia.testkit.pattern.PatternReport;
import dev.usermedia.testkit.pattern.VideoPattern;
import java.lang.foreign.MemorySegment;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Recordings of the synthetic devices through tracks, judged by their test pattern. */
@Tag("ffmpeg")
class StreamRecorderTest {
  private static final int WIDTH = 640;
  private static final int HEIGHT = 480;

  @TempDir Path directory;

  private final ManualClock clock = new ManualClock(3_950_000);
  private MediaContext context;
  private MediaStream stream;
  private Path file;
  private StreamRecorder recorder;

  @BeforeEach
  void capture() {
    context = MediaContext.builder().fakeDevices().clock(clock).build();
    stream =
        context
            .mediaDevices()
            .getUserMedia(MediaStreamConstraints.builder().video(true).audio(true).build());
    file = directory.resolve("clip.webm");
    recorder = StreamRecorder.open(file, RecorderOptions.defaults());
  }

  @AfterEach
  void close() {
    turnWhile(CompletableFuture.runAsync(recorder::close));
    context.close();
  }

  @Test
  void fiveSecondsOfTheSyntheticDevicesAreWholeInOrderAndTogether() {
    recorder.start(stream, clock);
    RecorderResult result = turnUntil(recorder.stopAfterAsync(Duration.ofSeconds(5)));

    Judge judge = new Judge(file);
    assertThat(result.error()).isEmpty();
    assertThat(judge.complaints()).isEmpty();
    PatternReport report = report(judge);
    assertThat(report.pictures()).isBetween(149, 151);
    assertThat(report.unreadable()).isZero();
    assertThat(report.missing()).isZero();
    assertThat(report.repeated()).isZero();
    assertThat(report.backwards()).isZero();
    assertThat(report.beeps()).isEqualTo(5);
    assertThat(report.unreadableBeeps()).isZero();
    assertThat(report.maxSpacingErrorUs()).isLessThan(1_000);
    assertThat(report.minSkewUs().orElseThrow()).isBetween(-2_000L, 2_000L);
    assertThat(report.maxSkewUs().orElseThrow()).isBetween(-2_000L, 2_000L);
    assertThat(judge.sound()).hasSize(5 * 48_000);
  }

  @Test
  void aDisabledTrackIsBlackOrSilentWhileItIs() {
    MediaStreamTrack video = stream.getVideoTracks().getFirst();
    MediaStreamTrack audio = stream.getAudioTracks().getFirst();
    recorder.start(stream, clock);
    turn(2);
    video.enabled(false);
    audio.enabled(false);
    turn(2);
    video.enabled(true);
    audio.enabled(true);
    RecorderResult result = turnUntil(recorder.stopAfterAsync(Duration.ofSeconds(6)));

    Judge judge = new Judge(file);
    assertThat(judge.complaints()).isEmpty();
    assertThat(result.stats().tracks())
        .filteredOn(RecorderStats.Video.class::isInstance)
        .singleElement(InstanceOfAssertFactories.type(RecorderStats.Video.class))
        .satisfies(v -> assertThat(v.framesEncoded()).isBetween(179L, 181L));
    PatternReport report = report(judge);
    assertThat(report.unreadable()).isBetween(58, 62);
    assertThat(report.beeps()).isEqualTo(4);
    List<byte[]> pictures = judge.pictures("gray", WIDTH * HEIGHT);
    byte[] black = pictures.get(90);
    assertThat(IntStream.range(0, black.length).allMatch(i -> (black[i] & 0xff) < 4)).isTrue();
  }

  @Test
  void aRecordingEndsWithItsTracks() {
    recorder.start(stream, clock);
    turn(2);
    stream.getTracks().forEach(MediaStreamTrack::stop);

    RecorderResult result = turnUntil(recorder.result());

    assertThat(result.error()).isEmpty();
    assertThat(new Judge(file).complaints()).isEmpty();
    assertThat(report(new Judge(file)).missing()).isZero();
  }

  @Test
  void aRecorderIsStartedOnceAndOnlyWithSomethingToRecord() {
    assertThatThrownBy(() -> recorder.start(new MediaStream(), clock))
        .isInstanceOfSatisfying(
            DOMException.class, e -> assertThat(e.name()).isEqualTo("NotSupportedError"));
    assertThatThrownBy(recorder::stop)
        .isInstanceOfSatisfying(
            DOMException.class, e -> assertThat(e.name()).isEqualTo("InvalidStateError"));
    recorder.start(stream, clock);

    assertThatThrownBy(() -> recorder.start(stream, clock))
        .isInstanceOfSatisfying(
            DOMException.class, e -> assertThat(e.name()).isEqualTo("InvalidStateError"));
  }

  private void turn(int seconds) {
    for (long end = clock.nowUs() + seconds * 1_000_000L; clock.nowUs() < end; ) {
      step();
    }
  }

  private <T> T turnUntil(CompletableFuture<T> result) {
    turnWhile(result);
    return result.join();
  }

  /** Gives what is pending a moment of the machine's time after each step of the clock. */
  private void turnWhile(CompletableFuture<?> pending) {
    for (int i = 0; !pending.isDone(); i++) {
      assertThat(i).as("steps of the clock").isLessThan(1_000);
      step();
      pending.copy().completeOnTimeout(null, 20, TimeUnit.MILLISECONDS).join();
    }
  }

  /** Turns the clock on by a few pictures, and lets the encoder catch up. */
  private void step() {
    clock.advanceUs(100_000);
    // those that wait when the recording ends are not encoded
    Studio.await("the encoder catches up", () -> behind() < 20 || recorder.result().isDone());
  }

  private long behind() {
    return recorder.stats().tracks().stream()
        .mapToLong(
            track ->
                track instanceof RecorderStats.Video v
                    ? v.framesReceived()
                        - (v.framesEncoded() - v.framesRepeated())
                        - v.framesDropped()
                        - v.framesLeftOut()
                    : 0)
        .max()
        .orElse(0);
  }

  private static PatternReport report(Judge judge) {
    List<byte[]> pictures = judge.pictures("gray", WIDTH * HEIGHT);
    List<Judge.Packet> packets = judge.packets("video");
    assertThat(pictures.size()).isEqualTo(packets.size());
    return PatternReport.of(
        IntStream.range(0, packets.size())
            .mapToObj(
                i ->
                    new PatternReport.Picture(
                        Math.round(packets.get(i).pts() * 1e6),
                        VideoPattern.read(
                            MemorySegment.ofArray(pictures.get(i)), WIDTH, HEIGHT, WIDTH)))
            .toList(),
        AudioPattern.find(judge.sound(), 48_000, 0));
  }
}
