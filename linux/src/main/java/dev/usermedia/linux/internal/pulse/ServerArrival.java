package dev.usermedia.linux.internal.pulse;

import static java.nio.file.StandardWatchEventKinds.ENTRY_CREATE;

import java.io.IOException;
import java.lang.System.Logger.Level;
import java.nio.file.ClosedWatchServiceException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.WatchKey;
import java.nio.file.WatchService;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/** Notices that a server's socket is made: a server that comes, or comes back. */
final class ServerArrival implements AutoCloseable {
  /** A socket exists a moment before the server accepts. */
  private static final int ATTEMPTS = 40;

  private static final long ATTEMPT_MS = 50;

  private final Path socket;
  private final BooleanSupplier arrived;
  private final WatchService service;
  private @Nullable WatchKey key;
  private @Nullable Path watched;

  /**
   * Watches from now on.
   *
   * @param arrived called on a thread of its own when the socket was made; false if nobody accepts
   *     there yet
   */
  ServerArrival(Path socket, BooleanSupplier arrived) throws IOException {
    this.socket = socket;
    this.arrived = arrived;
    this.service = socket.getFileSystem().newWatchService();
    watchNearest();
    Thread.ofVirtual().name("usermedia pulse-arrival").start(this::run);
  }

  /**
   * Where a server of that address, or else the user's own, has its socket. Empty if it is none on
   * this machine, or a list of several.
   *
   * @param environment as libpulse reads it
   */
  static Optional<Path> socket(Optional<String> server, Map<String, String> environment) {
    Optional<String> address =
        server.or(() -> Optional.ofNullable(environment.get("PULSE_SERVER")));
    if (address.isPresent()) {
      return address
          .map(a -> a.startsWith("unix:") ? a.substring("unix:".length()) : a)
          .filter(path -> path.startsWith("/") && !path.contains(" "))
          .map(Path::of);
    }
    return Optional.ofNullable(environment.get("PULSE_RUNTIME_PATH"))
        .map(Path::of)
        .or(
            () ->
                Optional.ofNullable(environment.get("XDG_RUNTIME_DIR"))
                    .map(directory -> Path.of(directory, "pulse")))
        .map(directory -> directory.resolve("native"));
  }

  @Override
  public void close() {
    try {
      service.close();
    } catch (IOException e) {
      log().log(Level.DEBUG, "closing the watch on " + socket, e);
    }
  }

  private void run() {
    try {
      while (true) {
        forget(service.take());
        watchNearest();
        for (int left = ATTEMPTS; left > 0 && Files.exists(socket); left--) {
          if (arrived.getAsBoolean()) {
            break;
          }
          WatchKey next = service.poll(ATTEMPT_MS, TimeUnit.MILLISECONDS);
          if (next != null) {
            forget(next);
          }
        }
      }
    } catch (ClosedWatchServiceException e) {
      return; // as it should end
    } catch (IOException | InterruptedException e) {
      log().log(Level.WARNING, "a sound server that comes back will not be noticed", e);
    }
  }

  /** What exactly happened in a directory does not matter. */
  private static void forget(WatchKey key) {
    key.pollEvents();
    key.reset();
  }

  /** Watches the directory of the socket, or the one in which a directory on its way is missing. */
  private void watchNearest() throws IOException {
    Path directory = socket.toAbsolutePath().getParent();
    while (directory != null && !Files.isDirectory(directory)) {
      directory = directory.getParent();
    }
    if (directory == null || directory.equals(watched)) {
      return;
    }
    if (key != null) {
      key.cancel();
    }
    key = directory.register(service, ENTRY_CREATE);
    watched = directory;
  }

  private static System.Logger log() {
    return System.getLogger("dev.usermedia.linux");
  }
}
