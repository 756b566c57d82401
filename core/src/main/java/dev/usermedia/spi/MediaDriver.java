package dev.usermedia.spi;

import dev.usermedia.MediaClock;
import dev.usermedia.Registration;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * A family of devices: finds them and opens them. Drivers are found by {@link
 * java.util.ServiceLoader} or handed to a {@code MediaContext}.
 *
 * <p>All methods may be called from any thread and must not hold a lock while they call back. Where
 * the system lacks what the driver needs (a library, a server) there are no devices, and that is no
 * error; the reason goes to {@link #unavailable}.
 */
public interface MediaDriver extends AutoCloseable {
  /** A short lower-case name, such as {@code "x11"}. */
  String name();

  /** What it may have among its devices; it is not asked for them on behalf of other kinds. */
  default Set<SourceKind> kinds() {
    return EnumSet.allOf(SourceKind.class);
  }

  /**
   * The devices that are there now, the system's default first. Opens none of them.
   *
   * @throws SourceException if the system should have answered and did not
   */
  List<SourceDevice> devices() throws SourceException;

  /** Opens one of {@link #devices}; nothing is captured before {@link Source#start}. */
  Source open(SourceDevice device, MediaClock clock) throws SourceException;

  /**
   * Tells when {@link #devices} may answer differently, as soon as the system says so (no polling).
   */
  default Registration watch(Runnable changed) {
    return () -> {};
  }

  /**
   * Gives a window of {@link #devices} the focus, for an application that captures it and asks.
   * What has no focus to be given is left alone.
   *
   * @throws SourceException if the system refuses
   */
  default void focus(SourceDevice device) throws SourceException {}

  /** Why there can be no devices here, for a person to read; empty if there can. */
  default String unavailable() {
    return "";
  }

  /** Lets go what enumerating and watching hold; open sources are closed by their holders. */
  @Override
  default void close() {}
}
