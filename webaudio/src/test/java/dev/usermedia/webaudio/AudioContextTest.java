package dev.usermedia.webaudio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.usermedia.DOMException;
import dev.usermedia.MediaContext;
import dev.usermedia.testkit.ManualClock;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A graph on a clock that is turned by hand. */
class AudioContextTest {
  private static final long PATIENCE_SECONDS = 30;

  private final ManualClock clock = new ManualClock();
  private final LinkedBlockingQueue<String> events = new LinkedBlockingQueue<>();
  private MediaContext media;
  private AudioContext context;

  @BeforeEach
  void open() {
    media = MediaContext.builder().systemDrivers(false).clock(clock).build();
    context = new AudioContext(media);
    clock.awaitWaiters(1);
  }

  @AfterEach
  void close() {
    media.close();
  }

  private static <T> T done(CompletableFuture<T> future) throws Exception {
    return future.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
  }

  private String event() throws InterruptedException {
    return String.valueOf(events.poll(PATIENCE_SECONDS, TimeUnit.SECONDS));
  }

  @Test
  void timePassesAsItDoesOnTheClockOfTheMediaContext() throws Exception {
    done(context.resumeAsync());
    assertThat(context.state()).isEqualTo(AudioContextState.RUNNING);
    assertThat(context.currentTime()).isZero();
    clock.advanceUs(1_000_000);
    assertThat(context.currentTime()).isBetween(1 - context.baseLatency(), 1.0);
  }

  @Test
  void whileItIsSuspendedTimeStandsStill() throws Exception {
    clock.advanceUs(500_000);
    done(context.suspendAsync());
    double suspended = context.currentTime();
    assertThat(context.state()).isEqualTo(AudioContextState.SUSPENDED);
    clock.advanceUs(500_000);
    assertThat(context.currentTime()).isEqualTo(suspended);
    done(context.resumeAsync());
    clock.awaitWaiters(1);
    clock.advanceUs(500_000);
    assertThat(context.currentTime())
        .isBetween(suspended + 0.5 - context.baseLatency(), suspended + 0.5);
  }

  @Test
  void eachChangeOfTheStateIsToldInItsOrder() throws Exception {
    done(context.resumeAsync());
    context.onstatechange(event -> events.add(context.state().value()));
    done(context.suspendAsync());
    done(context.resumeAsync());
    done(context.closeAsync());
    assertThat(List.of(event(), event(), event()))
        .containsExactly("suspended", "running", "closed");
    assertThatThrownBy(() -> done(context.resumeAsync()))
        .hasRootCauseInstanceOf(DOMException.class)
        .rootCause()
        .matches(e -> ((DOMException) e).name().equals("InvalidStateError"));
  }

  @Test
  void aSourceTellsWhenItIsOverThoughNobodyHasIt() throws Exception {
    startDropped();
    System.gc(); // which may collect the node, but not what listens to it
    clock.advanceUs(300_000);
    assertThat(event()).isEqualTo("ended at 0.25");
  }

  private void startDropped() {
    OscillatorNode oscillator = context.createOscillator();
    oscillator.onended(event -> events.add("ended at 0.25"));
    oscillator.connect(context.destination());
    oscillator.start();
    oscillator.stop(0.25);
  }

  @Test
  void aContextEndsWithItsMediaContext() {
    media.close();
    assertThatThrownBy(() -> done(context.resumeAsync()))
        .hasRootCauseInstanceOf(DOMException.class);
    assertThatThrownBy(() -> new AudioContext(media)).isInstanceOf(DOMException.class);
  }

  @Test
  void latencyIsAsTheHintSaysInWholeQuanta() {
    AudioContextOptions playback =
        AudioContextOptions.DEFAULT.with(AudioContextLatencyCategory.PLAYBACK);
    try (AudioContext slow = new AudioContext(media, playback)) {
      assertThat(slow.baseLatency()).isBetween(0.098, 0.102);
      assertThat(slow.baseLatency() * slow.sampleRate() / 128).isEqualTo(38);
    }
    assertThat(context.baseLatency()).isBetween(0.009, 0.011);
  }
}
