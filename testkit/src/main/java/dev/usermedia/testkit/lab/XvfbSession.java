package dev.usermedia.testkit.lab;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;

/**
 * A private X server without a monitor, on a display number that the server picks. Safe for use
 * from any thread.
 *
 * <p>It accepts clients as soon as {@link #start} returns and keeps what was drawn when the client
 * that drew it goes. No other client needs to be there.
 */
public final class XvfbSession implements AutoCloseable {
  private final ServerProcess server;
  private final String display;

  private XvfbSession(ServerProcess server, String display) {
    this.server = server;
    this.display = display;
  }

  /**
   * Starts a server.
   *
   * @param screens the screens, each as {@code "1280x720x24"}: width, height and depth
   * @throws IOException if the {@code Xvfb} program is missing or ends without a display
   */
  public static XvfbSession start(String... screens) throws IOException {
    return start(List.of(), screens);
  }

  /** Starts a server with further arguments, such as {@code "-extension", "MIT-SHM"}. */
  public static XvfbSession start(List<String> arguments, String... screens) throws IOException {
    List<String> command =
        new ArrayList<>(List.of("Xvfb", "-displayfd", "1", "-noreset", "-nolisten", "tcp"));
    for (int i = 0; i < screens.length; i++) {
      command.addAll(List.of("-screen", Integer.toString(i), screens[i]));
    }
    command.addAll(arguments);
    AtomicReference<String> number = new AtomicReference<>("");
    ServerProcess server =
        ServerProcess.start(
            new ProcessBuilder(command),
            line -> line.matches("\\d+") && number.compareAndSet("", line));
    return new XvfbSession(server, ":" + number.get());
  }

  /** What clients set {@code DISPLAY} to, such as {@code ":99"}. */
  public String display() {
    return display;
  }

  /** The server's process. */
  public ProcessHandle process() {
    return server.handle();
  }

  /** A client that draws on the first screen. */
  public X11Painter painter() throws IOException {
    return painter(0);
  }

  /** A client that draws on the screen of the given number. */
  public X11Painter painter(int screen) throws IOException {
    return new X11Painter(X11Client.connect(display, screen));
  }

  /** Ends the server as a crash would, and returns once it is gone. */
  public void kill() {
    server.kill();
  }

  /** Ends the server and returns once it is gone; twice is harmless. */
  @Override
  public void close() {
    server.stop();
  }
}
