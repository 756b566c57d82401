package dev.usermedia.linux.internal.pulse;

import dev.usermedia.MediaClock;
import dev.usermedia.linux.internal.pulse.libpulse.PaDeviceInfo;
import dev.usermedia.spi.AudioMode;
import dev.usermedia.spi.Source;
import dev.usermedia.spi.SourceException;
import dev.usermedia.spi.SourceOutput;
import dev.usermedia.spi.SourceSettings;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** An open microphone: a connection of its own, whose thread is the capture thread. */
final class PulseSource implements Source {
  private final PulseConnection connection;
  private final Recording recording;
  private final PaDeviceInfo source;
  private final AtomicReference<State> state = new AtomicReference<>(State.OPEN);
  private volatile @Nullable Outlet outlet;

  private enum State {
    OPEN,
    STARTING,
    STARTED,
    CLOSED
  }

  private PulseSource(PulseConnection connection, Recording recording, PaDeviceInfo source) {
    this.connection = connection;
    this.recording = recording;
    this.source = source;
  }

  /** Connects to the server and finds the source by its name. */
  static PulseSource open(String name, Optional<String> server, MediaClock clock)
      throws SourceException {
    Recording recording = new Recording(name, clock);
    PulseConnection connection =
        PulseConnection.open("usermedia pulse-microphone " + name, server, recording);
    try {
      PaDeviceInfo source =
          connection.ask(
              "pa_context_get_source_info_by_name", name, () -> recording.attach(connection));
      if (!Microphones.isMicrophone(source)) {
        throw Failures.gone("open", name);
      }
      return new PulseSource(connection, recording, source);
    } catch (SourceException e) {
      connection.close();
      throw e;
    }
  }

  @Override
  public void start(SourceSettings settings, SourceOutput output) throws SourceException {
    if (!state.compareAndSet(State.OPEN, State.STARTING)) {
      throw new IllegalStateException("the source is " + state.get());
    }
    Outlet to = new Outlet(output);
    outlet = to;
    try {
      record(settings, to);
    } catch (SourceException e) {
      to.shut();
      state.compareAndSet(State.STARTING, State.OPEN);
      throw e;
    }
  }

  @Override
  public void reconfigure(SourceSettings settings) throws SourceException {
    Outlet to = outlet;
    if (to == null || state.get() != State.STARTED) {
      throw new IllegalStateException("the source is " + state.get());
    }
    record(settings, to);
  }

  @Override
  public void close() {
    state.set(State.CLOSED);
    Outlet to = outlet;
    if (to != null) {
      to.shut();
    }
    connection.close();
  }

  private void record(SourceSettings settings, Outlet to) throws SourceException {
    AudioMode mode = Microphones.accepted(source, settings);
    AtomicBoolean wanted = new AtomicBoolean(true);
    try {
      connection.ask(
          "pa_stream_connect_record",
          source.name(),
          () ->
              recording
                  .record(mode, to, wanted)
                  .thenRun(() -> state.compareAndSet(State.STARTING, State.STARTED)));
    } catch (SourceException e) {
      wanted.set(false);
      throw e;
    }
  }
}
