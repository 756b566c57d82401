package dev.usermedia.testkit.context;

import dev.usermedia.Delivery;
import dev.usermedia.MediaContext;
import dev.usermedia.MediaStream;
import dev.usermedia.MediaStreamTrack;
import dev.usermedia.constraints.MediaStreamConstraints;
import dev.usermedia.constraints.MediaTrackConstraints;
import dev.usermedia.frame.AudioData;
import dev.usermedia.frame.VideoFrame;
import dev.usermedia.synthetic.SyntheticDriver;
import dev.usermedia.testkit.ManualClock;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;

/** A context on synthetic devices and a hand-turned clock, and what the tests do with it. */
final class ContextFixture implements AutoCloseable {
  static final MediaStreamConstraints CAMERA = MediaStreamConstraints.builder().video(true).build();
  static final MediaStreamConstraints BOTH =
      MediaStreamConstraints.builder().video(true).audio(true).build();

  private static final int PATIENCE_SECONDS = 20;

  final ManualClock clock = new ManualClock(1_000_000);
  final SyntheticDriver driver;
  final List<Throwable> errors = Collections.synchronizedList(new ArrayList<>());
  final MediaContext context;

  ContextFixture() {
    this(new SyntheticDriver());
  }

  ContextFixture(SyntheticDriver driver) {
    this(driver, builder -> builder);
  }

  ContextFixture(
      SyntheticDriver driver, Function<MediaContext.Builder, MediaContext.Builder> configured) {
    this.driver = driver;
    this.context =
        configured
            .apply(
                MediaContext.builder()
                    .driver(driver)
                    .systemDrivers(false)
                    .exposeDevices(true)
                    .clock(clock)
                    .onError(errors::add))
            .build();
  }

  static ContextFixture web() {
    return web(builder -> builder);
  }

  /** A context that tells and grants nothing of itself. */
  static ContextFixture web(Function<MediaContext.Builder, MediaContext.Builder> configured) {
    return new ContextFixture(
        new SyntheticDriver(), builder -> configured.apply(builder.exposeDevices(false)));
  }

  MediaStream open(MediaStreamConstraints constraints) {
    MediaStream stream = context.mediaDevices().getUserMedia(constraints);
    clock.awaitWaiters(1);
    return stream;
  }

  MediaStreamTrack camera(MediaTrackConstraints constraints) {
    return open(MediaStreamConstraints.builder().video(constraints).build())
        .getVideoTracks()
        .getFirst();
  }

  MediaStreamTrack camera() {
    return camera(MediaTrackConstraints.EMPTY);
  }

  MediaStreamTrack microphone() {
    return open(MediaStreamConstraints.builder().audio(true).build()).getAudioTracks().getFirst();
  }

  /** Pictures of the track from now on, each turned into something on the capture thread. */
  static <T> List<T> watch(MediaStreamTrack track, Function<VideoFrame, T> look) {
    List<T> seen = Collections.synchronizedList(new ArrayList<>());
    track.addVideoSink(Delivery.direct(), frame -> seen.add(look.apply(frame)));
    return seen;
  }

  /** Sound of the track from now on, each chunk turned into something on the capture thread. */
  static <T> List<T> listen(MediaStreamTrack track, Function<AudioData, T> look) {
    List<T> seen = Collections.synchronizedList(new ArrayList<>());
    track.addAudioSink(Delivery.direct(), data -> seen.add(look.apply(data)));
    return seen;
  }

  static <T> T await(CompletableFuture<T> future) throws Exception {
    return future.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
  }

  static String size(VideoFrame frame) {
    return frame.displayWidth() + "x" + frame.displayHeight();
  }

  @Override
  public void close() {
    context.close();
  }
}
