package dev.usermedia.linux.internal.pulse;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ServerArrivalTest {
  @Test
  void theSocketIsWhereLibpulseLooksForIt() {
    Map<String, String> runtime = Map.of("XDG_RUNTIME_DIR", "/run/user/7");
    Map<String, String> pulse = Map.of("PULSE_RUNTIME_PATH", "/p", "XDG_RUNTIME_DIR", "/run");
    Map<String, String> server = Map.of("PULSE_SERVER", "/s/native", "PULSE_RUNTIME_PATH", "/p");
    assertThat(socket(runtime)).contains(Path.of("/run/user/7/pulse/native"));
    assertThat(socket(pulse)).contains(Path.of("/p/native"));
    assertThat(socket(server)).contains(Path.of("/s/native"));
    assertThat(ServerArrival.socket(Optional.of("unix:/mine"), server)).contains(Path.of("/mine"));
  }

  @Test
  void serversElsewhereHaveNone() {
    assertThat(socket(Map.of())).isEmpty();
    assertThat(socket(Map.of("PULSE_SERVER", "tcp:studio:4713"))).isEmpty();
    assertThat(socket(Map.of("PULSE_SERVER", "unix:/one unix:/two"))).isEmpty();
  }

  @Test
  void isNoticedThroughDirectoriesThatAreNotThereYet(@TempDir Path home) throws Exception {
    Semaphore arrived = new Semaphore(0);
    Path socket = home.resolve("run/pulse/native");
    try (ServerArrival _ = new ServerArrival(socket, () -> release(arrived))) {
      Files.createDirectories(socket.getParent());
      Files.createFile(socket);
      assertThat(arrived.tryAcquire(20, TimeUnit.SECONDS)).isTrue();
    }
  }

  private static boolean release(Semaphore arrived) {
    arrived.release();
    return true;
  }

  private static Optional<Path> socket(Map<String, String> environment) {
    return ServerArrival.socket(Optional.empty(), environment);
  }
}
