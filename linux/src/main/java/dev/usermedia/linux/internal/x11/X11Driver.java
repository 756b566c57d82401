package dev.usermedia.linux.internal.x11;

import dev.usermedia.MediaClock;
import dev.usermedia.Registration;
import dev.usermedia.spi.MediaDriver;
import dev.usermedia.spi.Source;
import dev.usermedia.spi.SourceDevice;
import dev.usermedia.spi.SourceException;
import dev.usermedia.spi.SourceKind;
import java.lang.System.Logger.Level;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The monitors and windows of the X11 display that the environment names: {@code DISPLAY}, with the
 * cookie in {@code XAUTHORITY} or {@code ~/.Xauthority}.
 */
public final class X11Driver implements MediaDriver {
  private final Map<String, String> environment;
  private final Set<X11Watch> watches = ConcurrentHashMap.newKeySet();

  /** A driver for the display of this process's environment. */
  public X11Driver() {
    this(System.getenv());
  }

  X11Driver(Map<String, String> environment) {
    this.environment = Map.copyOf(environment);
  }

  @Override
  public String name() {
    return Failures.BACKEND;
  }

  @Override
  public Set<SourceKind> kinds() {
    return EnumSet.of(SourceKind.SCREEN, SourceKind.WINDOW);
  }

  @Override
  public List<SourceDevice> devices() throws SourceException {
    try {
      X11Server server = X11Server.in(environment);
      return server.ask(
          "devices", "", connection -> new Surfaces(server.display(), connection).list());
    } catch (NoServerException e) {
      return List.of(); // unavailable() says why
    }
  }

  @Override
  public Source open(SourceDevice device, MediaClock clock) throws SourceException {
    String hardwareId = device.hardwareId();
    try {
      X11Server server = X11Server.in(environment);
      SurfaceId id =
          SurfaceId.parse(hardwareId, server.display().toString())
              .orElseThrow(
                  () ->
                      Failures.notFound("open", hardwareId, "the display is " + server.display()));
      boolean local = server.display().isLocal();
      return server.open(
          "open", hardwareId, connection -> X11Source.over(connection, local, device, id, clock));
    } catch (NoServerException e) {
      throw Failures.caused(
          Failures.notFound("open", hardwareId, String.valueOf(e.getMessage())), e);
    }
  }

  @Override
  public void focus(SourceDevice device) throws SourceException {
    String hardwareId = device.hardwareId();
    try {
      X11Server server = X11Server.in(environment);
      if (SurfaceId.parse(hardwareId, server.display().toString()).orElse(null)
          instanceof SurfaceId.WindowId id) {
        int window = id.window();
        boolean _ =
            server.ask(
                "focus",
                hardwareId,
                connection -> {
                  WindowFocus.give(connection, window);
                  return true;
                });
      }
    } catch (NoServerException e) {
      throw Failures.caused(
          Failures.notFound("focus", hardwareId, String.valueOf(e.getMessage())), e);
    }
  }

  /**
   * {@inheritDoc}
   *
   * <p>Where there is no server when this is called, nothing will be told: the appearance of one is
   * not seen.
   */
  @Override
  public Registration watch(Runnable changed) {
    X11Watch watch;
    try {
      X11Server server = X11Server.in(environment);
      watch = server.open("watch", "", connection -> X11Watch.over(connection, changed));
    } catch (NoServerException e) {
      return () -> {};
    } catch (SourceException e) {
      System.getLogger("dev.usermedia.x11")
          .log(Level.WARNING, "screens and windows that come and go will not be noticed", e);
      return () -> {};
    }
    watches.add(watch);
    return () -> {
      watches.remove(watch);
      watch.close();
    };
  }

  @Override
  public String unavailable() {
    try {
      return X11Server.in(environment).ask("connect", "", connection -> "");
    } catch (NoServerException | SourceException e) {
      return String.valueOf(e.getMessage());
    }
  }

  @Override
  public void close() {
    watches.forEach(X11Watch::close);
    watches.clear();
  }
}
