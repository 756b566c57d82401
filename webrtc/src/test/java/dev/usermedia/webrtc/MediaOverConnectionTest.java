package dev.usermedia.webrtc;

import static dev.usermedia.webrtc.PeerPair.PATIENCE_SECONDS;
import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_FLOAT;
import static org.assertj.core.api.Assertions.assertThat;

import dev.usermedia.Delivery;
import dev.usermedia.MediaStream;
import dev.usermedia.MediaStreamTrack;
import dev.usermedia.MediaStreamTrackState;
import dev.usermedia.frame.AudioData;
import dev.usermedia.frame.VideoFrame;
import dev.usermedia.testkit.pattern.AudioPattern;
import dev.usermedia.testkit.pattern.VideoPattern;
import java.lang.foreign.MemorySegment;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Pictures and sound that were sent by one connection and received by another. */
@Tag("webrtc")
class MediaOverConnectionTest {
  private static final int RATE_HZ = 48_000;
  private static final double LEAST_PSNR_DB = 25;

  private PeerPair pair;

  @BeforeEach
  void open() {
    PeerPair.assumeNetwork();
    pair = new PeerPair();
  }

  @AfterEach
  void close() {
    if (pair != null) {
      pair.close();
    }
  }

  private static byte[] packed(VideoFrame frame) {
    byte[] bytes = new byte[Math.toIntExact(frame.allocationSize())];
    frame.copyTo(MemorySegment.ofArray(bytes));
    return bytes;
  }

  /** Waits for a picture. */
  private static void await(MediaStreamTrack track, Predicate<VideoFrame> expected)
      throws Exception {
    CountDownLatch seen = new CountDownLatch(1);
    try (var _ =
        track.addVideoSink(
            Delivery.direct(),
            frame -> {
              if (expected.test(frame)) {
                seen.countDown();
              }
            })) {
      assertThat(seen.await(PATIENCE_SECONDS, TimeUnit.SECONDS)).isTrue();
    }
  }

  private MediaStreamTrack callWith(MediaStream stream) throws Exception {
    MediaStreamTrack sent = stream.getTracks().getFirst();
    pair.caller.addTrack(sent, stream);
    pair.negotiate();
    return pair.received(sent.kind()).track();
  }

  @Test
  void picturesArriveInOrderAndInTheirColours() throws Exception {
    MediaStream stream = pair.camera();
    Map<Long, byte[]> sent = new ConcurrentHashMap<>();
    var _ =
        stream
            .getVideoTracks()
            .getFirst()
            .addVideoSink(
                Delivery.direct(),
                frame ->
                    VideoPattern.read(frame).ifPresent(it -> sent.put(it.number(), packed(frame))));
    MediaStreamTrack received = callWith(stream);
    BlockingQueue<Map.Entry<Long, byte[]>> arrived = new LinkedBlockingQueue<>();
    var sink =
        received.addVideoSink(
            Delivery.direct(),
            frame ->
                VideoPattern.read(frame)
                    .ifPresent(it -> arrived.add(Map.entry(it.number(), packed(frame)))));

    long before = -1;
    for (int i = 0; i < 30; i++) {
      Map.Entry<Long, byte[]> next = arrived.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
      assertThat(next).as("picture %d", i).isNotNull();
      assertThat(next.getKey()).isGreaterThan(before);
      before = next.getKey();
      if (i == 29) {
        byte[] original = sent.get(next.getKey());
        int luma = 320 * 240;
        assertThat(psnr(original, next.getValue(), 0, luma)).isGreaterThan(LEAST_PSNR_DB);
        assertThat(psnr(original, next.getValue(), luma, original.length))
            .isGreaterThan(LEAST_PSNR_DB);
      }
    }
    sink.close();
  }

  private static double psnr(byte[] one, byte[] other, int from, int to) {
    double sum = 0;
    for (int i = from; i < to; i++) {
      int difference = (one[i] & 0xFF) - (other[i] & 0xFF);
      sum += (double) difference * difference;
    }
    return 10 * Math.log10(255.0 * 255 * (to - from) / Math.max(sum, 1));
  }

  @Test
  void aTrackIsMutedUntilPicturesArrive() throws Exception {
    MediaStream stream = pair.camera();
    CompletableFuture<Boolean> mutedAtFirst = new CompletableFuture<>();
    CompletableFuture<Void> unmuted = new CompletableFuture<>();
    var _ =
        pair.callee.ontrack(
            event -> {
              mutedAtFirst.complete(event.track().muted());
              var _ = event.track().onunmute(it -> unmuted.complete(null));
            });
    MediaStreamTrack received = callWith(stream);

    assertThat(mutedAtFirst.get(PATIENCE_SECONDS, TimeUnit.SECONDS)).isTrue();
    unmuted.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    assertThat(received.muted()).isFalse();
    assertThat(received.label()).isEqualTo("remote video");
  }

  @Test
  void aDisabledTrackArrivesBlackAndAnEnabledOneInColourAgain() throws Exception {
    MediaStream stream = pair.camera();
    MediaStreamTrack received = callWith(stream);
    await(received, frame -> VideoPattern.read(frame).isPresent());

    stream.getVideoTracks().getFirst().enabled(false);
    await(received, MediaOverConnectionTest::isBlack);
    stream.getVideoTracks().getFirst().enabled(true);
    await(received, frame -> VideoPattern.read(frame).isPresent());
  }

  private static boolean isBlack(VideoFrame frame) {
    MemorySegment luma = frame.plane(0);
    for (int row = 0; row < frame.codedHeight(); row++) {
      for (int column = 0; column < frame.codedWidth(); column++) {
        int at = row * frame.layout().strideBytes(0) + column;
        if ((luma.get(JAVA_BYTE, at) & 0xFF) > 24) {
          return false;
        }
      }
    }
    return true;
  }

  @Test
  void aReplacedTrackArrivesWithoutAnotherNegotiation() throws Exception {
    MediaStream stream = pair.camera();
    MediaStreamTrack received = callWith(stream);
    await(received, frame -> frame.codedWidth() == 320);
    RTCRtpSender sender = pair.caller.getSenders().getFirst();

    sender.replaceTrack(Optional.empty());
    assertThat(sender.track()).isEmpty();
    MediaStreamTrack other =
        pair.media
            .mediaDevices()
            .getUserMedia(
                dev.usermedia.constraints.MediaStreamConstraints.builder().video(true).build())
            .getVideoTracks()
            .getFirst();
    sender.replaceTrack(Optional.of(other));
    await(received, frame -> frame.codedWidth() == 640);
    assertThat(pair.caller.signalingState()).isEqualTo(RTCSignalingState.STABLE);
  }

  @Test
  void encodingsMakePicturesSmallerAndFewer() throws Exception {
    MediaStreamTrack received = callWith(pair.camera());
    RTCRtpSender sender = pair.caller.getSenders().getFirst();
    RTCRtpSendParameters parameters = sender.getParameters();
    sender.setParameters(
        parameters.withEncodings(
            List.of(
                parameters
                    .encodings()
                    .getFirst()
                    .withScaleResolutionDownBy(2.5)
                    .withMaxFramerate(5))));

    await(received, frame -> frame.codedWidth() == 128 && frame.codedHeight() == 96);
    List<Long> numbers = new ArrayList<>();
    await(
        received,
        frame -> {
          VideoPattern.read(frame).ifPresent(it -> numbers.add(it.number()));
          return numbers.size() == 6;
        });
    // the camera makes 30 a second
    assertThat(numbers.getLast() - numbers.getFirst()).isGreaterThanOrEqualTo(25);
  }

  @Test
  void aBeepIsHeardAndADisabledTrackIsSilent() throws Exception {
    MediaStream stream = pair.microphone();
    MediaStreamTrack received = callWith(stream);
    BlockingQueue<float[]> chunks = new LinkedBlockingQueue<>();
    var _ = received.addAudioSink(Delivery.direct(), data -> chunks.add(samples(data)));

    // a beep a second, and the first second may be lost
    float[] sound = take(chunks, 3 * RATE_HZ);
    assertThat(AudioPattern.find(sound, RATE_HZ, 0)).isNotEmpty();

    stream.getAudioTracks().getFirst().enabled(false);
    int silent = 0;
    for (int chunk = 0; silent < 50; chunk++) {
      assertThat(chunk).as("chunks until half a second of silence").isLessThan(6_000);
      float[] next = chunks.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
      assertThat(next).isNotNull();
      silent = peak(next) < 0.01 ? silent + 1 : 0;
    }
  }

  private static float peak(float[] samples) {
    float peak = 0;
    for (float sample : samples) {
      peak = Math.max(peak, Math.abs(sample));
    }
    return peak;
  }

  private static float[] samples(AudioData data) {
    return data.plane(0).asSlice(0, (long) data.numberOfFrames() * Float.BYTES).toArray(JAVA_FLOAT);
  }

  private static float[] take(BlockingQueue<float[]> chunks, int count)
      throws InterruptedException {
    float[] all = new float[count];
    for (int at = 0; at < count; ) {
      float[] chunk = chunks.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
      assertThat(chunk).as("a chunk after %d samples", at).isNotNull();
      int length = Math.min(chunk.length, count - at);
      System.arraycopy(chunk, 0, all, at, length);
      at += length;
    }
    return all;
  }

  @Test
  void aTrackOfAStoppedTransceiverEndsOnBothSides() throws Exception {
    MediaStreamTrack received = callWith(pair.camera());
    RTCRtpTransceiver stopping = pair.caller.getTransceivers().getFirst();
    CompletableFuture<Void> here = new CompletableFuture<>();
    CompletableFuture<Void> there = new CompletableFuture<>();
    var _ = stopping.receiver().track().onended(event -> here.complete(null));
    var _ = received.onended(event -> there.complete(null));

    stopping.stop();
    here.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    assertThat(received.readyState()).isEqualTo(MediaStreamTrackState.LIVE);
    pair.negotiate();
    there.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    assertThat(received.readyState()).isEqualTo(MediaStreamTrackState.ENDED);
    assertThat(pair.callee.getTransceivers()).isEmpty();
    assertThat(pair.caller.getTransceivers()).isEmpty();
  }

  @Test
  void statisticsTellWhatWasSentAndReceived() throws Exception {
    MediaStreamTrack received = callWith(pair.camera());
    await(received, frame -> VideoPattern.read(frame).isPresent());

    RTCStats sent = pair.caller.getStats().ofType("outbound-rtp").getFirst();
    assertThat(sent.members())
        .containsEntry("kind", "video")
        .containsEntry("frameWidth", 320L)
        .containsKeys("bytesSent", "framesEncoded", "ssrc");
    assertThat(pair.callee.getReceivers().getFirst().getStats().ofType("inbound-rtp"))
        .singleElement()
        .satisfies(it -> assertThat((Long) it.members().get("framesDecoded")).isPositive());
    RTCStatsReport selected =
        pair.caller
            .getStatsAsync(pair.caller.getSenders().getFirst().track().orElseThrow())
            .get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    assertThat(selected.ofType("outbound-rtp")).hasSize(1);
  }
}
