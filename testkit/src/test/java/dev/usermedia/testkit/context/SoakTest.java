package dev.usermedia.testkit.context;

import static org.assertj.core.api.Assertions.assertThat;

import dev.usermedia.DOMException;
import dev.usermedia.Delivery;
import dev.usermedia.MediaContext;
import dev.usermedia.MediaStream;
import dev.usermedia.MediaStreamTrack;
import dev.usermedia.MediaStreamTrackState;
import dev.usermedia.constraints.ConstrainDouble;
import dev.usermedia.constraints.ConstrainULong;
import dev.usermedia.constraints.MediaStreamConstraints;
import dev.usermedia.constraints.MediaTrackConstraints;
import dev.usermedia.synthetic.SyntheticDevice;
import dev.usermedia.synthetic.SyntheticDriver;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Queue;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A crowd that uses a few devices in every way at once. */
class SoakTest {
  private static final int THREADS = 1_000;
  private static final int CAMERAS = 4;
  private static final Duration LENGTH = Duration.ofSeconds(Long.getLong("soak.seconds", 60));

  private final Queue<Watched> tracks = new ConcurrentLinkedQueue<>();
  private final Queue<Throwable> errors = new ConcurrentLinkedQueue<>();
  private final AtomicLong opened = new AtomicLong();
  private final AtomicLong constrained = new AtomicLong();
  private final AtomicLong frames = new AtomicLong();

  /** A track and the events that it fired, in their order. */
  private record Watched(
      MediaStreamTrack track, List<String> events, CompletableFuture<Void> ended) {}

  @Test
  @Timeout(value = 5, unit = TimeUnit.MINUTES)
  void aThousandThreadsLeaveNothingBehindAndLoseNoEvent() throws Exception {
    List<SyntheticDevice> cameras = new ArrayList<>();
    for (int i = 0; i < CAMERAS; i++) {
      cameras.add(SyntheticDevice.camera("camera-" + i).withLabel("Camera " + i));
    }
    List<SyntheticDevice> devices = new ArrayList<>(cameras);
    devices.add(SyntheticDevice.microphone("microphone"));
    SyntheticDriver driver = new SyntheticDriver(devices);
    MediaContext context =
        MediaContext.builder().driver(driver).systemDrivers(false).onError(errors::add).build();
    long end = System.nanoTime() + LENGTH.toNanos();
    CountDownLatch finished = new CountDownLatch(THREADS);
    for (int thread = 0; thread < THREADS; thread++) {
      Random random = new Random(thread);
      Thread.ofVirtual()
          .start(
              () -> {
                try {
                  while (System.nanoTime() < end) {
                    useDevices(context, random);
                  }
                } catch (Throwable failure) {
                  errors.add(failure);
                } finally {
                  finished.countDown();
                }
              });
    }
    Random random = new Random(-1);
    while (!finished.await(100 + random.nextInt(200), TimeUnit.MILLISECONDS)) {
      int camera = random.nextInt(CAMERAS);
      if (random.nextBoolean()) {
        driver.setMuted("camera-" + camera, random.nextBoolean());
      } else {
        driver.unplug("camera-" + camera);
        driver.plug(cameras.get(camera));
      }
    }
    // what is still live ends with its device, and says so
    List<Watched> live =
        tracks.stream()
            .filter(watched -> watched.track.kind().equals("video"))
            .filter(watched -> watched.track.readyState() == MediaStreamTrackState.LIVE)
            .toList();
    for (int i = 0; i < CAMERAS; i++) {
      driver.unplug("camera-" + i);
    }
    CompletableFuture.allOf(live.stream().map(Watched::ended).toArray(CompletableFuture<?>[]::new))
        .get(20, TimeUnit.SECONDS);
    assertThat(live).allMatch(SoakTest::endedLast);
    context.close();
    assertThat(errors).isEmpty();
    assertThat(Threads.ofSources()).isEmpty();
    assertThat(tracks)
        .allMatch(watched -> watched.track.readyState() == MediaStreamTrackState.ENDED)
        .allMatch(watched -> isLegal(watched.events));
    assertThat(opened.get()).isGreaterThan(THREADS);
    assertThat(constrained.get()).isPositive();
    assertThat(frames.get()).isPositive();
  }

  private void useDevices(MediaContext context, Random random) {
    MediaStream stream;
    try {
      stream =
          context
              .mediaDevices()
              .getUserMedia(
                  MediaStreamConstraints.builder()
                      .video(random.nextInt(4) > 0)
                      .audio(true)
                      .build());
    } catch (DOMException e) {
      // all cameras may be unplugged, or the chosen one pulled while it was opened
      assertThat(e.name()).isIn("NotFoundError", "NotReadableError");
      return;
    }
    opened.incrementAndGet();
    for (MediaStreamTrack track : stream.getTracks()) {
      watch(track);
      if (random.nextBoolean()) {
        MediaStreamTrack clone = track.clone();
        watch(clone);
        clone.enabled(random.nextBoolean());
        if (random.nextInt(8) > 0) {
          clone.stop();
        }
      }
      if (track.kind().equals("video") && random.nextInt(3) == 0) {
        constrain(track, random);
      }
      if (random.nextInt(10) > 0) {
        track.stop();
      }
    }
    // most of what was left running by somebody is stopped by somebody else
    if (tracks.size() > 50_000 || random.nextInt(4) == 0) {
      for (Watched watched : tracks) {
        if (random.nextInt(20) == 0) {
          watched.track.stop();
        }
        if (random.nextInt(50) == 0) {
          break;
        }
      }
    }
  }

  private void constrain(MediaStreamTrack track, Random random) {
    MediaTrackConstraints constraints =
        MediaTrackConstraints.builder()
            .width(ConstrainULong.ideal(100 + random.nextInt(700)))
            .frameRate(ConstrainDouble.max(5 + random.nextInt(30)))
            .build();
    try {
      track.applyConstraints(constraints);
      constrained.incrementAndGet();
    } catch (DOMException e) {
      assertThat(e.name()).isIn("OverconstrainedError", "NotReadableError", "NotFoundError");
    }
  }

  private void watch(MediaStreamTrack track) {
    Watched watched =
        new Watched(
            track, Collections.synchronizedList(new ArrayList<>()), new CompletableFuture<>());
    var _ = track.onmute(event -> watched.events.add(event.type()));
    var _ = track.onunmute(event -> watched.events.add(event.type()));
    var _ =
        track.onended(
            event -> {
              watched.events.add(event.type());
              watched.ended.complete(null);
            });
    try {
      if (track.kind().equals("video")) {
        track.addVideoSink(Delivery.direct(), frame -> frames.incrementAndGet());
      }
    } catch (DOMException e) {
      assertThat(e.name()).isEqualTo("InvalidStateError"); // it has just ended
    }
    tracks.add(watched);
  }

  private static boolean endedLast(Watched watched) {
    List<String> events = List.copyOf(watched.events);
    return !events.isEmpty() && events.getLast().equals("ended");
  }

  /** Mute and unmute take turns, and nothing follows ended. */
  private static boolean isLegal(List<String> events) {
    String before = "";
    for (String event : List.copyOf(events)) {
      boolean legal =
          switch (event) {
            case "mute" -> !before.equals("mute") && !before.equals("ended");
            case "unmute" -> !before.equals("unmute") && !before.equals("ended");
            default -> !before.equals("ended");
          };
      if (!legal) {
        return false;
      }
      before = event;
    }
    return true;
  }
}
