package dev.usermedia.linux.internal.x11.protocol;

import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.net.UnixDomainSocketAddress;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What {@code DISPLAY} says: {@code [host]:number[.screen]}.
 *
 * @param host the server's machine; empty for this one, over its Unix-domain socket
 * @param screen the preferred screen
 */
public record DisplayName(String host, int number, int screen) {
  private static final Pattern SYNTAX =
      Pattern.compile("(?:(?:tcp|unix)/)?(.*):(\\d{1,5})(?:\\.(\\d{1,3}))?");
  private static final int TCP_BASE_PORT = 6000;
  private static final int LAST_PORT = 65535;

  /**
   * Reads a display's name.
   *
   * @throws IllegalArgumentException if it is none
   */
  public static DisplayName parse(String text) {
    Matcher parts = SYNTAX.matcher(text);
    if (!parts.matches()) {
      throw new IllegalArgumentException("DISPLAY is \"" + text + "\", not a display such as :0");
    }
    String host = parts.group(1).equals("unix") ? "" : parts.group(1);
    if (!host.isEmpty() && Integer.parseInt(parts.group(2)) > LAST_PORT - TCP_BASE_PORT) {
      throw new IllegalArgumentException("DISPLAY is \"" + text + "\": there is no such port");
    }
    String screen = parts.group(3);
    return new DisplayName(
        host, Integer.parseInt(parts.group(2)), screen == null ? 0 : Integer.parseInt(screen));
  }

  /** Whether the server shares this machine's memory and asks over its own socket. */
  public boolean isLocal() {
    return host.isEmpty();
  }

  SocketAddress address() {
    return isLocal()
        ? UnixDomainSocketAddress.of("/tmp/.X11-unix/X" + number)
        : new InetSocketAddress(host, TCP_BASE_PORT + number);
  }

  /** The display without a screen, such as {@code ":0"}. */
  @Override
  public String toString() {
    return host + ":" + number;
  }
}
