package dev.usermedia.testkit.lab;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/**
 * A PulseAudio server of the test's own: no D-Bus, no sound hardware, no configuration, gone when
 * closed. Needs the programs {@code pulseaudio}, {@code pactl}, {@code pacat} and {@code paplay}.
 *
 * <p>A microphone is a null sink, whose clock paces it, and a source remapped from that sink's
 * monitor: what is played into the sink is what the microphone hears.
 */
public final class PulseSession implements AutoCloseable {
  /** A line is to sound at once, ... */
  private static final int PROMPT_LATENCY_MS = 20;

  /** ... a signal not to break on a busy machine. */
  private static final int STEADY_LATENCY_MS = 500;

  private final Path directory;
  private final String server;
  private final Map<String, Integer> modules = new ConcurrentHashMap<>();
  private ServerProcess process;

  /**
   * A microphone of the session.
   *
   * @param name the source's name, which is also its hardware id
   * @param label the source's description
   * @param feed the sink that it hears
   */
  public record Microphone(
      String name, String label, int sampleRateHz, int numberOfChannels, String feed) {}

  private PulseSession(Path directory) throws IOException {
    this.directory = directory;
    this.server = "unix:" + socket();
    this.process = startServer();
  }

  /**
   * Starts a server without microphones or speakers; returns once it accepts clients.
   *
   * @throws IOException if PulseAudio is not installed or does not come up; the message says why
   */
  public static PulseSession start() throws IOException {
    Path directory = Files.createTempDirectory("pulse");
    try {
      return new PulseSession(directory);
    } catch (IOException e) {
      deleteTree(directory);
      throw e;
    }
  }

  /** The address, as {@code PULSE_SERVER} has it. */
  public String server() {
    return server;
  }

  /** What makes a program use this server. */
  public Map<String, String> environment() {
    return Map.of("PULSE_SERVER", server);
  }

  /** Adds a microphone of 16-bit samples; the first becomes the server's default. */
  public Microphone addMicrophone(String name, int sampleRateHz, int numberOfChannels)
      throws IOException {
    Microphone microphone =
        new Microphone(name, "Microphone " + name, sampleRateHz, numberOfChannels, "feed." + name);
    loadModule(
        "module-null-sink",
        "sink_name=" + microphone.feed(),
        "rate=" + sampleRateHz,
        "channels=" + numberOfChannels,
        "norewinds=1"); // otherwise it mixes two seconds ahead while nobody listens
    plug(microphone);
    return microphone;
  }

  /** Plugs a microphone in again that was unplugged. */
  public void plug(Microphone microphone) throws IOException {
    modules.put(
        microphone.name(),
        loadModule(
            "module-remap-source",
            "master=" + microphone.feed() + ".monitor",
            "source_name=" + microphone.name(),
            "source_properties=\"device.description='" + microphone.label() + "'\""));
  }

  /** Whether the microphone was not unplugged. */
  public boolean isPlugged(Microphone microphone) {
    return modules.containsKey(microphone.name());
  }

  /** Pulls a microphone's cable. */
  public void unplug(Microphone microphone) throws IOException {
    unloadModule(Objects.requireNonNull(modules.remove(microphone.name()), microphone.name()));
  }

  /** Adds a speaker that nobody hears. */
  public void addSpeaker(String name) throws IOException {
    loadModule("module-null-sink", "sink_name=" + name);
  }

  /** Loads a module of the server and returns its number. */
  public int loadModule(String name, String... arguments) throws IOException {
    List<String> command = new ArrayList<>(List.of("load-module", name));
    command.addAll(List.of(arguments));
    return Integer.parseInt(pactl(command.toArray(String[]::new)).strip());
  }

  /** Unloads a module of the server. */
  public void unloadModule(int module) throws IOException {
    pactl("unload-module", Integer.toString(module));
  }

  /** Runs {@code pactl} and returns what it printed. */
  public String pactl(String... arguments) throws IOException {
    List<String> command = new ArrayList<>(List.of("pactl"));
    command.addAll(List.of(arguments));
    Process pactl = program(command);
    pactl.getOutputStream().close();
    String printed = new String(pactl.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    try {
      if (pactl.waitFor() != 0) {
        throw new IOException(String.join(" ", command) + ": " + printed.strip());
      }
    } catch (InterruptedException e) {
      pactl.destroyForcibly();
      Thread.currentThread().interrupt();
      throw new IOException("interrupted while pactl ran", e);
    }
    return printed;
  }

  /** Plays a sound file, such as WAV, into a microphone, once. */
  public Playback play(Microphone microphone, Path file) throws IOException {
    List<String> command = List.of("paplay", "--device=" + microphone.feed(), file.toString());
    return new Playback(program(command), 0);
  }

  /** Plays a signal into a microphone until the playback is closed. */
  public Playback play(Microphone microphone, Playback.Signal signal) throws IOException {
    Playback playback = line(microphone, STEADY_LATENCY_MS);
    playback.feed(signal);
    return playback;
  }

  /** A line into a microphone, to write samples of its rate and channels to as they shall sound. */
  public Playback line(Microphone microphone) throws IOException {
    return line(microphone, PROMPT_LATENCY_MS);
  }

  private Playback line(Microphone microphone, int latencyMs) throws IOException {
    List<String> command =
        List.of(
            "pacat",
            "--playback",
            "--raw",
            "--device=" + microphone.feed(),
            "--format=float32le",
            "--rate=" + microphone.sampleRateHz(),
            "--channels=" + microphone.numberOfChannels(),
            "--latency-msec=" + latencyMs);
    return new Playback(program(command), microphone.numberOfChannels());
  }

  /** Ends the server as a crash does; its socket stays behind. */
  public void kill() {
    process.kill();
  }

  /** Starts the server again at the same address, without devices, after it was killed. */
  public void restart() throws IOException {
    process = startServer();
  }

  /** Ends the server and removes its files; twice is harmless. */
  @Override
  public void close() throws IOException {
    process.stop();
    deleteTree(directory);
  }

  private ServerProcess startServer() throws IOException {
    ProcessBuilder builder =
        new ProcessBuilder(
            "pulseaudio",
            "-n",
            "--daemonize=no",
            "--use-pid-file=no",
            "--exit-idle-time=-1",
            "--realtime=no",
            "--high-priority=no",
            "--log-target=stderr",
            "--log-level=info",
            "-L",
            "module-native-protocol-unix auth-anonymous=1 socket=" + socket());
    Map<String, String> environment = builder.environment();
    environment.keySet().removeAll(List.of("DISPLAY", "DBUS_SESSION_BUS_ADDRESS", "PULSE_SERVER"));
    environment.put("XDG_RUNTIME_DIR", directory.toString());
    environment.put("HOME", directory.toString());
    return ServerProcess.start(builder, line -> line.contains("Daemon startup complete"));
  }

  private Path socket() {
    return directory.resolve("native");
  }

  private Process program(List<String> command) throws IOException {
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.environment().putAll(environment());
    builder.environment().put("HOME", directory.toString()); // no cookies in the user's own
    return builder.start();
  }

  private static void deleteTree(Path directory) throws IOException {
    if (Files.exists(directory)) {
      try (Stream<Path> tree = Files.walk(directory)) {
        for (Path path : tree.sorted(Comparator.reverseOrder()).toList()) {
          Files.delete(path);
        }
      }
    }
  }
}
