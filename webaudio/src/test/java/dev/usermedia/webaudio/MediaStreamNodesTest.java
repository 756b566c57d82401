package dev.usermedia.webaudio;

import static java.lang.foreign.ValueLayout.JAVA_FLOAT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.within;

import dev.usermedia.DOMException;
import dev.usermedia.Delivery;
import dev.usermedia.MediaContext;
import dev.usermedia.MediaStream;
import dev.usermedia.MediaStreamTrack;
import dev.usermedia.MediaStreamTrackState;
import dev.usermedia.constraints.ConstrainULong;
import dev.usermedia.constraints.MediaStreamConstraints;
import dev.usermedia.constraints.MediaTrackConstraints;
import dev.usermedia.frame.AudioData;
import dev.usermedia.testkit.ManualClock;
import dev.usermedia.testkit.pattern.AudioPattern;
import java.lang.foreign.MemorySegment;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** From streams into graphs and back, on a clock that is turned by hand. */
class MediaStreamNodesTest {
  private static final long STEP_US = 10_000;
  private static final long PATIENCE_SECONDS = 30;
  private static final int RATE_HZ = 48_000;

  private final ManualClock clock = new ManualClock();
  private MediaContext media;
  private AudioContext context;

  @BeforeEach
  void open() {
    media = MediaContext.builder().fakeDevices().clock(clock).build();
    context = new AudioContext(media);
  }

  @AfterEach
  void close() {
    media.close();
  }

  private void turn(int steps) {
    for (int i = 0; i < steps; i++) {
      clock.advanceUs(STEP_US);
    }
  }

  private MediaStream microphone() {
    return media.mediaDevices().getUserMedia(MediaStreamConstraints.builder().audio(true).build());
  }

  /** What a track delivers, chunk after chunk. */
  private static BlockingQueue<Chunk> listen(MediaStreamTrack track) {
    BlockingQueue<Chunk> chunks = new LinkedBlockingQueue<>();
    var _ = track.addAudioSink(Delivery.direct(), data -> chunks.add(Chunk.of(data)));
    return chunks;
  }

  private record Chunk(long timestampUs, int sampleRateHz, int channels, List<Float> left) {
    static Chunk of(AudioData data) {
      List<Float> samples = new ArrayList<>();
      MemorySegment plane = data.plane(0);
      for (int i = 0; i < data.numberOfFrames(); i++) {
        samples.add(plane.getAtIndex(JAVA_FLOAT, i));
      }
      return new Chunk(data.timestampUs(), data.sampleRateHz(), data.numberOfChannels(), samples);
    }
  }

  private static float[] take(BlockingQueue<Chunk> chunks, int count) throws InterruptedException {
    float[] samples = new float[count];
    for (int at = 0; at < count; ) {
      Chunk chunk = chunks.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
      assertThat(chunk).as("a chunk after %d samples", at).isNotNull();
      for (int i = 0; i < chunk.left.size() && at < count; i++) {
        samples[at++] = chunk.left.get(i);
      }
    }
    return samples;
  }

  @Test
  void aToneIsATrackLikeAnyOther() throws Exception {
    OscillatorNode tone = context.createOscillator();
    GainNode gain = context.createGain();
    gain.gain().value(0.5f);
    MediaStreamAudioDestinationNode destination = context.createMediaStreamDestination();
    tone.frequency().value(1_000);
    tone.connect(gain).connect(destination);
    tone.start();
    MediaStreamTrack track = destination.stream().getAudioTracks().getFirst();
    MediaStreamTrack mono = track.clone();
    mono.applyConstraints(
        MediaTrackConstraints.builder()
            .channelCount(ConstrainULong.exact(1))
            .sampleRate(ConstrainULong.exact(16_000))
            .build());
    BlockingQueue<Chunk> whole = listen(track);
    BlockingQueue<Chunk> narrow = listen(mono);
    clock.awaitWaiters(1);
    turn(120);

    assertThat(whole.peek().channels).isEqualTo(2);
    float[] samples = take(whole, RATE_HZ);
    assertThat(Sound.amplitude(samples, 0, RATE_HZ, 1_000, RATE_HZ)).isEqualTo(0.5, within(1e-3));
    assertThat(Sound.rms(samples, 0, RATE_HZ)).isEqualTo(0.5 / Math.sqrt(2), within(1e-3));
    float[] few = take(narrow, 16_000);
    assertThat(Sound.amplitude(few, 1_600, 16_000, 1_000, 16_000)).isEqualTo(0.5, within(5e-3));
    assertThat(track.getSettings().sampleRate()).hasValue(RATE_HZ);
    assertThat(track.getSettings().channelCount()).hasValue(2);
    assertThat(track.getSettings().deviceId()).isEmpty();
    assertThat(mono.getSettings().sampleRate()).hasValue(16_000);
    assertThat(mono.getSettings().channelCount()).hasValue(1);
  }

  @Test
  void chunksFollowEachOtherOnTheClockWithoutAGap() throws Exception {
    MediaStreamAudioDestinationNode destination = context.createMediaStreamDestination();
    BlockingQueue<Chunk> chunks = listen(destination.stream().getAudioTracks().getFirst());
    clock.awaitWaiters(1);
    turn(100);
    Chunk before = chunks.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
    for (int i = 1; i < 80; i++) {
      Chunk chunk = chunks.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
      long expectedUs = before.timestampUs + before.left.size() * 1_000_000L / RATE_HZ;
      assertThat(chunk.timestampUs).isCloseTo(expectedUs, within(1L));
      before = chunk;
    }
  }

  @Test
  void aTrackEndsWithItsContextAndADisabledOneIsSilent() throws Exception {
    ConstantSourceNode one = context.createConstantSource();
    MediaStreamAudioDestinationNode destination = context.createMediaStreamDestination();
    one.connect(destination);
    one.start();
    MediaStreamTrack track = destination.stream().getAudioTracks().getFirst();
    MediaStreamTrack disabled = track.clone();
    disabled.enabled(false);
    CompletableFuture<Void> ended = new CompletableFuture<>();
    track.onended(event -> ended.complete(null));
    BlockingQueue<Chunk> chunks = listen(track);
    BlockingQueue<Chunk> silence = listen(disabled);
    clock.awaitWaiters(1);
    turn(50);
    float[] samples = take(chunks, 4_800);
    assertThat(samples[4_799]).isEqualTo(1);
    assertThat(Sound.rms(take(silence, 4_800), 0, 4_800)).isZero();
    context.closeAsync().get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    ended.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    assertThat(track.readyState()).isEqualTo(MediaStreamTrackState.ENDED);
  }

  @Test
  void aLevelMeterSeesTheBeepOfEachSecondOfTheSyntheticMicrophone() {
    AnalyserNode analyser = context.createAnalyser();
    analyser.smoothingTimeConstant(0);
    context.createMediaStreamSource(microphone()).connect(analyser);
    clock.awaitWaiters(2);
    List<Long> loudAtMs = new ArrayList<>();
    float[] samples = new float[analyser.fftSize()];
    for (int step = 0; step < 330; step++) {
      turn(1);
      analyser.getFloatTimeDomainData(samples);
      int newest = samples.length;
      double level = Sound.amplitude(samples, newest - 480, newest, 1_000, RATE_HZ);
      if (level > 0.25) {
        loudAtMs.add(clock.nowUs() / 1_000 % 1_000);
      }
    }
    // 100 ms of each second, at its begin, heard some 30 to 50 ms late
    assertThat(loudAtMs).hasSizeBetween(3 * 8, 4 * 11).allMatch(ms -> ms > 20 && ms < 170);
  }

  @Test
  void theMicrophonesSoundPassesAsItIsWhileTheClocksAgree() throws Exception {
    MediaStreamAudioDestinationNode destination = context.createMediaStreamDestination();
    context.createMediaStreamSource(microphone()).connect(destination);
    MediaStreamTrack track = destination.stream().getAudioTracks().getFirst();
    BlockingQueue<Chunk> chunks = listen(track);
    clock.awaitWaiters(2);
    turn(350);
    long beganUs = chunks.peek().timestampUs;
    List<AudioPattern.Beep> beeps = AudioPattern.find(take(chunks, 3 * RATE_HZ), RATE_HZ, beganUs);
    assertThat(beeps).hasSizeBetween(2, 3);
    for (AudioPattern.Beep beep : beeps) {
      assertThat(beep.second()).as("the bits after the beep at %d us", beep.ptsUs()).isPresent();
      long lateUs = beep.ptsUs() - beep.second().orElseThrow() * 1_000_000;
      assertThat(lateUs).isBetween(20_000L, 60_000L);
    }
  }

  @Test
  void twoMicrophonesAreMixed() throws Exception {
    MediaStreamAudioDestinationNode destination = context.createMediaStreamDestination();
    GainNode half = context.createGain();
    half.gain().value(0.5f);
    ConstantSourceNode other = context.createConstantSource();
    other.offset().value(0.25f);
    other.start();
    context.createMediaStreamTrackSource(microphone().getAudioTracks().getFirst()).connect(half);
    half.connect(destination);
    other.connect(destination);
    BlockingQueue<Chunk> chunks = listen(destination.stream().getAudioTracks().getFirst());
    clock.awaitWaiters(2);
    turn(150);
    float[] samples = take(chunks, RATE_HZ + 9_600);
    int beep = RATE_HZ + 4_800;
    assertThat(Sound.amplitude(samples, beep - 960, beep, 1_000, RATE_HZ))
        .isEqualTo(0.25, within(0.01));
    assertThat(Sound.amplitude(samples, beep - 960, beep, 0, RATE_HZ) / 2)
        .isEqualTo(0.25, within(0.01));
  }

  @Test
  void aStreamWithoutSoundIsNoSource() {
    MediaStream silent = new MediaStream();
    assertThatExceptionOfType(DOMException.class)
        .isThrownBy(() -> context.createMediaStreamSource(silent))
        .matches(e -> e.name().equals("InvalidStateError"));
  }
}
