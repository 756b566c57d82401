package dev.usermedia.linux.internal.pulse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.usermedia.MediaClock;
import dev.usermedia.spi.Source;
import dev.usermedia.spi.SourceDevice;
import dev.usermedia.spi.SourceException;
import dev.usermedia.testkit.lab.PulseSession;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Microphones and servers that go, are silenced, or never were there. */
class PulseEndingsTest extends PulseTestSupport {
  private static final long PATIENCE_SECONDS = 20;

  @Test
  void anUnpluggedMicrophoneEndsEvenIfAnotherIsThere() throws Exception {
    PulseSession.Microphone microphone = session.addMicrophone("front", 48_000, 2);
    session.addMicrophone("other", 48_000, 2);
    session.loadModule("module-rescue-streams"); // which moves streams of devices that go
    RecordedSound sound = new RecordedSound();
    try (Source source = open("front")) {
      source.start(settings(48_000, 2, LATENCY_SECONDS), sound);
      sound.take();
      session.unplug(microphone);
      SourceException cause = sound.awaitEnd();
      assertThat(cause.kind()).isEqualTo(SourceException.Kind.NOT_FOUND);
      assertThat(cause.device()).contains("front");
    }
  }

  @Test
  void aMicrophoneThatGoesBeforeItIsStartedIsNotFound() throws Exception {
    PulseSession.Microphone microphone = session.addMicrophone("front", 48_000, 2);
    try (Source source = open("front")) {
      session.unplug(microphone);
      assertThatThrownBy(
              () -> source.start(settings(48_000, 2, LATENCY_SECONDS), new RecordedSound()))
          .isInstanceOfSatisfying(
              SourceException.class,
              e -> assertThat(e.kind()).isEqualTo(SourceException.Kind.NOT_FOUND));
    }
  }

  @Test
  void aServerThatDiesEndsItsSourcesAndHasNoDevices() throws Exception {
    session.addMicrophone("front", 48_000, 2);
    RecordedSound sound = new RecordedSound();
    try (Source source = open("front")) {
      source.start(settings(48_000, 2, LATENCY_SECONDS), sound);
      sound.take();
      session.kill();
      assertThat(sound.awaitEnd()).hasMessageContaining("pulse");
      assertThatThrownBy(() -> source.reconfigure(settings(48_000, 1, LATENCY_SECONDS)))
          .isInstanceOf(SourceException.class);
    }
    assertThat(driver.devices()).isEmpty();
    assertThat(driver.unavailable()).contains("no PulseAudio or PipeWire server");
  }

  @Test
  void aServerThatComesBackIsNoticedAndItsMicrophonesWork() throws Exception {
    session.addMicrophone("front", 48_000, 2);
    Semaphore changes = new Semaphore(0);
    try (var _ = driver.watch(changes::release)) {
      assertThat(driver.devices()).isNotEmpty();
      session.kill();
      while (!driver.devices().isEmpty()) {
        assertThat(changes.tryAcquire(PATIENCE_SECONDS, TimeUnit.SECONDS)).isTrue();
      }
      changes.drainPermits();
      session.restart();
      assertThat(changes.tryAcquire(PATIENCE_SECONDS, TimeUnit.SECONDS)).as("it came").isTrue();
      session.addMicrophone("again", 48_000, 2);
      while (driver.devices().stream().noneMatch(d -> d.hardwareId().equals("again"))) {
        assertThat(changes.tryAcquire(PATIENCE_SECONDS, TimeUnit.SECONDS)).isTrue();
      }
      RecordedSound sound = new RecordedSound();
      try (Source source = open("again")) {
        source.start(settings(48_000, 2, LATENCY_SECONDS), sound);
        sound.take();
      }
    }
  }

  @Test
  void withoutAServerThereIsNothingAndThatIsNoError(@TempDir Path directory) throws Exception {
    String nowhere = "unix:" + directory.resolve("native");
    try (PulseDriver none = new PulseDriver(Optional.of(nowhere));
        var _ = none.watch(() -> {})) {
      assertThat(none.devices()).isEmpty();
      assertThat(none.unavailable())
          .isEqualTo("no PulseAudio or PipeWire server runs for this user");
      session.addMicrophone("front", 48_000, 2);
      SourceDevice elsewhere = microphone("front");
      assertThatThrownBy(() -> none.open(elsewhere, MediaClock.system()))
          .isInstanceOfSatisfying(
              SourceException.class,
              e -> assertThat(e.kind()).isEqualTo(SourceException.Kind.NOT_FOUND));
    }
    assertThat(directory).as("where no server was started").isEmptyDirectory();
  }

  @Test
  void aServerThatDoesNotAnswerIsGivenUpAfterTwoSeconds(@TempDir Path directory) throws Exception {
    Path socket = directory.resolve("native");
    try (ServerSocketChannel deaf = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
      deaf.bind(UnixDomainSocketAddress.of(socket));
      try (PulseDriver hung = new PulseDriver(Optional.of("unix:" + socket))) {
        long before = System.nanoTime();
        assertThatThrownBy(hung::devices)
            .isInstanceOf(SourceException.class)
            .hasMessageContaining("does not answer");
        assertThat(Duration.ofNanos(System.nanoTime() - before))
            .isBetween(Duration.ofMillis(1_900), Duration.ofSeconds(8));

        Thread.currentThread().interrupt();
        before = System.nanoTime();
        assertThatThrownBy(hung::devices).hasMessageContaining("interrupted");
        assertThat(Thread.interrupted()).isTrue();
        assertThat(Duration.ofNanos(System.nanoTime() - before)).isLessThan(Duration.ofSeconds(1));
      }
    }
  }

  @Test
  void aMicrophoneThatIsSwitchedOffOrSuspendedIsMuted() throws Exception {
    session.addMicrophone("front", 48_000, 2);
    session.pactl("set-source-mute", "front", "1");
    RecordedSound sound = new RecordedSound();
    try (Source source = open("front")) {
      source.start(settings(48_000, 2, LATENCY_SECONDS), sound);
      assertThat(sound.awaitMute()).isTrue();
      session.pactl("set-source-mute", "front", "0");
      assertThat(sound.awaitMute()).isFalse();
      session.pactl("suspend-source", "front", "1");
      assertThat(sound.awaitMute()).isTrue();
      session.pactl("suspend-source", "front", "0");
      assertThat(sound.awaitMute()).isFalse();
      sound.take(0.1);
      assertThat(sound.mutes).isEmpty();
    }
  }
}
