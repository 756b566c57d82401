package dev.usermedia.webrtc;

import static org.assertj.core.api.Assertions.assertThat;

import dev.usermedia.Delivery;
import dev.usermedia.MediaClock;
import dev.usermedia.MediaStream;
import dev.usermedia.MediaStreamTrack;
import dev.usermedia.VideoTrackGenerator;
import dev.usermedia.frame.VideoFrameBuffer;
import dev.usermedia.frame.VideoFramePool;
import dev.usermedia.frame.VideoLayout;
import dev.usermedia.frame.VideoPixelFormat;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A sender that has too few bits for its pictures. */
@Tag("webrtc")
class AdaptationTest {
  private static final int WIDTH = 320;
  private static final int HEIGHT = 240;
  private static final long INTERVAL_US = 66_667;
  private static final long FEW_BITS = 60_000;
  private static final long SEED = 130;

  @Test
  void givesUpSizeToKeepTheRate() throws Exception {
    PeerPair.assumeNetwork();
    try (PeerPair pair = new PeerPair();
        VideoTrackGenerator generator = new VideoTrackGenerator(pair.media)) {
      MediaStreamTrack track = generator.track();
      RTCRtpSender sender = pair.caller.addTrack(track, new MediaStream(List.of(track)));
      RTCRtpSendParameters parameters = sender.getParameters();
      sender.setParameters(
          parameters
              .withEncodings(List.of(parameters.encodings().getFirst().withMaxBitrate(FEW_BITS)))
              .withDegradationPreference(RTCDegradationPreference.MAINTAIN_FRAMERATE));
      pair.negotiate();
      MediaStreamTrack received = pair.received("video").track();
      CountDownLatch smaller = new CountDownLatch(1);
      try (var _ =
          received.addVideoSink(
              Delivery.direct(),
              frame -> {
                if (frame.codedWidth() < WIDTH) {
                  smaller.countDown();
                }
              })) {
        Thread noise = Thread.ofVirtual().start(() -> makeNoise(generator));
        assertThat(smaller.await(PeerPair.PATIENCE_SECONDS, TimeUnit.SECONDS)).isTrue();
        noise.interrupt();
        noise.join();
      }
    }
  }

  private static void makeNoise(VideoTrackGenerator generator) {
    MediaClock clock = MediaClock.system();
    Random random = new Random(SEED);
    byte[] bytes = new byte[WIDTH * HEIGHT];
    try (VideoFramePool pool =
        new VideoFramePool(VideoLayout.packed(VideoPixelFormat.I420, WIDTH, HEIGHT), 8)) {
      for (long dueUs = clock.nowUs(); ; dueUs += INTERVAL_US) {
        clock.awaitUs(dueUs);
        VideoFrameBuffer buffer = pool.acquire().orElseThrow();
        for (int plane = 0; plane < 3; plane++) {
          random.nextBytes(bytes);
          buffer
              .plane(plane)
              .copyFrom(
                  java.lang.foreign.MemorySegment.ofArray(bytes)
                      .asSlice(0, buffer.plane(plane).byteSize()));
        }
        generator.writable().write(buffer.publish(dueUs, INTERVAL_US));
      }
    } catch (InterruptedException | dev.usermedia.DOMException done) {
      Thread.currentThread().interrupt();
    }
  }
}
