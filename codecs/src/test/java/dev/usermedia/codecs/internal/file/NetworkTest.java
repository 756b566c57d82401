package dev.usermedia.codecs.internal.file;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.usermedia.MediaClock;
import dev.usermedia.spi.Source;
import dev.usermedia.spi.SourceDevice;
import dev.usermedia.spi.SourceException;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NetworkTest {
  @TempDir Path directory;

  @Test
  void aUrlIsPlayed() throws Exception {
    Path file = clip(1);
    try (Server server = new Server(Files.readAllBytes(file), Long.MAX_VALUE);
        Player player = new Player(server.url())) {
      Tape tape = player.play(player.camera());
      player.clock.advanceUs(2_000_000);

      assertThat(player.camera().label()).isEqualTo("127.0.0.1:" + server.port() + "/clip.mkv");
      assertThat(tape.awaitEnd()).hasMessageContaining("has ended");
      assertThat(tape.pictures()).hasSize(25);
    }
  }

  @Test
  void whatIsNotThereIsNamed() throws Exception {
    try (Server server = new Server(new byte[0], -1)) {
      FileDriver driver = new FileDriver();
      SourceException refusal =
          catchThrowableOfType(SourceException.class, () -> driver.add(server.url()));

      assertThat(refusal.kind()).isEqualTo(SourceException.Kind.NOT_FOUND);
      assertThat(refusal).hasMessageContaining(server.url()).hasMessageContaining("404");
    }
  }

  @Test
  void aServerThatIsNotThereIsNamed() throws Exception {
    int port;
    try (ServerSocket gone = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = gone.getLocalPort();
    }
    FileDriver driver = new FileDriver();
    SourceException refusal =
        catchThrowableOfType(
            SourceException.class, () -> driver.add("http://127.0.0.1:" + port + "/clip.mkv"));

    assertThat(refusal)
        .hasMessageContaining("Connection refused")
        .hasMessageContaining("see the address and the server");
  }

  @Test
  void aServerThatNeverAnswersIsNotWaitedForForEver() throws Exception {
    try (ServerSocket silent = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
      FileDriver driver = new FileDriver(Duration.ofMillis(300));
      long began = System.nanoTime();
      SourceException refusal =
          catchThrowableOfType(
              SourceException.class,
              () -> driver.add("http://127.0.0.1:" + silent.getLocalPort() + "/clip.mkv"));

      assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofSeconds(3));
      assertThat(refusal).hasMessageContaining("silent for too long");
    }
  }

  @Test
  void closeEndsAReadThatWaitsForASilentServer() throws Exception {
    byte[] clip = Files.readAllBytes(clip(4));
    try (Server server = new Server(clip, clip.length / 2)) {
      FileDriver driver = new FileDriver(Duration.ofSeconds(30));
      SourceDevice device = driver.add(server.url()).getFirst();
      for (int round = 0; round < 5; round++) {
        Source source = driver.open(device, MediaClock.system());
        Tape tape = new Tape(MediaClock.system()::nowUs);
        source.start(Player.settings(device), tape);
        tape.await(1);
        server.awaitStall();
        long began = System.nanoTime();
        source.close();

        assertThat(Duration.ofNanos(System.nanoTime() - began))
            .as("time that close took")
            .isLessThan(Duration.ofMillis(400));
        for (Thread thread : Thread.getAllStackTraces().keySet()) {
          if (thread.getName().startsWith("usermedia file-")) {
            assertThat(thread.join(Duration.ofSeconds(5))).as(thread.getName() + " ends").isTrue();
          }
        }
      }
    }
  }

  @Test
  void aSilentServerMutesTheSourceAndThenEndsIt() throws Exception {
    byte[] clip = Files.readAllBytes(clip(2));
    try (Server server = new Server(clip, clip.length / 2)) {
      FileDriver driver = new FileDriver(Duration.ofSeconds(2));
      SourceDevice device = driver.add(server.url()).getFirst();
      try (Source source = driver.open(device, MediaClock.system())) {
        Tape tape = new Tape(MediaClock.system()::nowUs);
        source.start(Player.settings(device), tape);

        SourceException end = tape.awaitEnd();
        assertThat(tape.mutes()).containsExactly(true);
        assertThat(end.kind()).isEqualTo(SourceException.Kind.FAILED);
        assertThat(end).hasMessageContaining(server.url());
        assertThat(tape.pictures().size()).isBetween(10, 40);
      }
    }
  }

  private Path clip(double seconds) throws Exception {
    return TestMedia.make(
        directory.resolve("clip.mkv"), TestMedia.pictures(64, 48, 25, seconds), "-c:v ffv1 -g 1");
  }

  /** Serves one file over HTTP, and falls silent after so many bytes of it; -1: has none. */
  private static final class Server implements AutoCloseable {
    private final byte[] content;
    private final long silentAfter;
    private final ServerSocket socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    private final List<Socket> connections = new CopyOnWriteArrayList<>();
    private final BlockingQueue<Socket> stalls = new LinkedBlockingQueue<>();

    Server(byte[] content, long silentAfter) throws IOException {
      this.content = content;
      this.silentAfter = silentAfter;
      Thread.ofVirtual().start(this::accept);
    }

    int port() {
      return socket.getLocalPort();
    }

    String url() {
      return "http://127.0.0.1:" + port() + "/clip.mkv";
    }

    void awaitStall() throws InterruptedException {
      assertThat(stalls.poll(10, TimeUnit.SECONDS)).isNotNull();
    }

    private void accept() {
      try {
        while (true) {
          Socket connection = socket.accept();
          connections.add(connection);
          Thread.ofVirtual().start(() -> serve(connection));
        }
      } catch (IOException e) {
        // the test is over
      }
    }

    private void serve(Socket connection) {
      try {
        byte[] request = new byte[8192];
        assertThat(connection.getInputStream().read(request)).isPositive();
        OutputStream out = connection.getOutputStream();
        if (silentAfter < 0) {
          out.write("HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\n\r\n".getBytes(US_ASCII));
          connection.close();
          return;
        }
        String head = "HTTP/1.1 200 OK\r\nContent-Length: " + content.length + "\r\n\r\n";
        out.write(head.getBytes(US_ASCII));
        out.write(content, 0, (int) Math.min(silentAfter, content.length));
        out.flush();
        if (silentAfter < content.length) {
          stalls.add(connection);
        } else {
          connection.close();
        }
      } catch (IOException e) {
        // the client has gone
      }
    }

    @Override
    public void close() throws IOException {
      socket.close();
      for (Socket connection : connections) {
        connection.close();
      }
    }
  }
}
