package dev.usermedia.linux.internal.pulse.libpulse;

import static dev.usermedia.linux.internal.pulse.libpulse.PaLayouts.SERVER_INFO;
import static dev.usermedia.linux.internal.pulse.libpulse.PaLayouts.offset;
import static java.lang.foreign.ValueLayout.ADDRESS;

import java.lang.foreign.MemorySegment;

/**
 * A copy of {@code pa_server_info}.
 *
 * @param serverName such as "pulseaudio"; PipeWire's names itself here too
 * @param defaultSourceName empty if there is none
 * @param defaultSinkName empty if there is none
 */
public record PaServerInfo(String serverName, String defaultSourceName, String defaultSinkName) {
  private static final long SERVER_NAME = offset(SERVER_INFO, "server_name");
  private static final long DEFAULT_SINK_NAME = offset(SERVER_INFO, "default_sink_name");
  private static final long DEFAULT_SOURCE_NAME = offset(SERVER_INFO, "default_source_name");

  /** Copies what a callback was shown. */
  public static PaServerInfo read(MemorySegment pointer) {
    MemorySegment info = pointer.reinterpret(SERVER_INFO.byteSize());
    return new PaServerInfo(
        LibPulse.string(info.get(ADDRESS, SERVER_NAME)),
        LibPulse.string(info.get(ADDRESS, DEFAULT_SOURCE_NAME)),
        LibPulse.string(info.get(ADDRESS, DEFAULT_SINK_NAME)));
  }
}
