package dev.usermedia.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.bytedeco.ffmpeg.ffmpeg;
import org.bytedeco.ffmpeg.ffprobe;
import org.bytedeco.javacpp.Loader;

/**
 * What a recording of 60 s of 1280x720 at 30 fps with sound costs, as VP8 and Opus in WebM: the
 * {@code usermedia} command against the {@code ffmpeg} program of the very same libraries, and
 * against JavaCV used as its documentation does. All play the same uncompressed file in real time,
 * from memory that it is locked in, set the encoders the same, on one thread, and are measured as
 * whole processes: CPU time of all threads, start-up included. They take turns; the figure is the
 * median of the rounds' ratios.
 *
 * <p>The system property {@code usermedia.bench.rounds} says how many rounds (3), {@code
 * usermedia.bench.seconds} how long a recording is (60).
 */
final class RecordBench implements Comparison {
  private static final int SECONDS = Integer.getInteger("usermedia.bench.seconds", 60);
  private static final int ROUNDS = Integer.getInteger("usermedia.bench.rounds", 3);
  private static final int FRAMES = SECONDS * 30;

  /** Frames that may be missing where a recording begins and ends. */
  private static final int EDGE_FRAMES = 3;

  /** Files of the same pictures at the same settings: so far may size and quality be apart. */
  private static final double SIZE_TOLERANCE = 0.1;

  private static final double QUALITY_TOLERANCE_DB = 1;

  /** Pictures of the test pattern that are compared with others than their own. */
  private static final double FAR_OFF_DB = 30;

  private static final double FFMPEG_BAR = 1.05;
  private static final double JAVACV_BAR = 0.8;

  private enum Recorder {
    USERMEDIA,
    FFMPEG,
    JAVACV
  }

  private record Recorded(double cpuSeconds, int frames, long sizeBytes, double psnrDb) {}

  private final Path ffmpegProgram = Path.of(Loader.load(ffmpeg.class));
  private final Path ffprobeProgram = Path.of(Loader.load(ffprobe.class));
  private final Path dist = Path.of(System.getProperty("usermedia.dist"));
  private final Path directory = dist.resolveSibling("record");

  @Override
  public String name() {
    return "record";
  }

  @Override
  public String about() {
    return "CPU of a 60 s 720p30 VP8+Opus recording against ffmpeg and JavaCV (takes 10 minutes)";
  }

  @Override
  public List<Figure> measure() throws IOException {
    Files.createDirectories(directory);
    Path source = source();
    Map<Recorder, List<Recorded>> all = new EnumMap<>(Recorder.class);
    try (PinnedFile _ = new PinnedFile(source)) {
      for (int round = 0; round < ROUNDS; round++) {
        for (Recorder recorder : Recorder.values()) {
          Recorded recorded = record(recorder, source);
          System.out.printf("# round %d %s %s%n", round + 1, recorder, recorded);
          all.computeIfAbsent(recorder, r -> new ArrayList<>()).add(recorded);
        }
      }
    }
    requireSameWork(all);
    List<Figure> figures = new ArrayList<>();
    for (Recorder recorder : Recorder.values()) {
      String who = recorder.name().toLowerCase(java.util.Locale.ROOT);
      figures.add(Figure.of("cpu-" + who, median(rounds(all, recorder)), "s"));
    }
    figures.add(
        Figure.atMost(
            "cpu-ratio-vs-ffmpeg", medianRatio(all, Recorder.FFMPEG), "ratio", FFMPEG_BAR));
    figures.add(
        Figure.atMost(
            "cpu-ratio-vs-javacv", medianRatio(all, Recorder.JAVACV), "ratio", JAVACV_BAR));
    return figures;
  }

  private static double median(List<Recorded> rounds) {
    return median(rounds.stream().mapToDouble(Recorded::cpuSeconds).toArray());
  }

  private static List<Recorded> rounds(Map<Recorder, List<Recorded>> all, Recorder recorder) {
    return all.getOrDefault(recorder, List.of());
  }

  private static double medianRatio(Map<Recorder, List<Recorded>> all, Recorder peer) {
    double[] ratios = new double[ROUNDS];
    for (int round = 0; round < ROUNDS; round++) {
      ratios[round] =
          rounds(all, Recorder.USERMEDIA).get(round).cpuSeconds
              / rounds(all, peer).get(round).cpuSeconds;
    }
    return median(ratios);
  }

  private static double median(double[] values) {
    double[] sorted = values.clone();
    java.util.Arrays.sort(sorted);
    return (sorted[(sorted.length - 1) / 2] + sorted[sorted.length / 2]) / 2;
  }

  /** A comparison of unequal work is none. */
  private static void requireSameWork(Map<Recorder, List<Recorded>> all) {
    Recorded reference = rounds(all, Recorder.FFMPEG).getFirst();
    all.forEach(
        (recorder, rounds) -> {
          for (Recorded it : rounds) {
            boolean same =
                Math.abs(it.frames - FRAMES) <= EDGE_FRAMES
                    && Math.abs((double) it.sizeBytes / reference.sizeBytes - 1) <= SIZE_TOLERANCE
                    && Math.abs(it.psnrDb - reference.psnrDb) <= QUALITY_TOLERANCE_DB;
            if (!same) {
              throw new IllegalStateException(
                  recorder + " made something else than ffmpeg: " + it + ", not " + reference);
            }
          }
        });
  }

  /** The file that everybody records: made once, 41 MB for each second. */
  private Path source() throws IOException {
    Path source = directory.resolve("source-" + SECONDS + "s.nut");
    if (!Files.exists(source)) {
      System.out.println("# making " + source + ", " + SECONDS * 41 / 1000.0 + " GB");
      Path partial = directory.resolve("partial.nut");
      Programs.run(
          ffmpegProgram.toString(),
          "-v",
          "error",
          "-y",
          "-nostdin",
          "-f",
          "lavfi",
          "-i",
          "testsrc2=size=1280x720:rate=30:duration=" + SECONDS,
          "-f",
          "lavfi",
          "-i",
          "sine=frequency=440:beep_factor=4:sample_rate=48000:duration=" + SECONDS,
          "-ac",
          "2",
          "-c:v",
          "rawvideo",
          "-pix_fmt",
          "yuv420p",
          "-colorspace",
          "smpte170m",
          "-color_range",
          "tv",
          "-c:a",
          "pcm_s16le",
          partial.toString());
      Files.move(partial, source);
    }
    return source;
  }

  private Recorded record(Recorder recorder, Path source) throws IOException {
    Path made = directory.resolve(recorder.name().toLowerCase(java.util.Locale.ROOT) + ".webm");
    Files.deleteIfExists(made);
    double cpuSeconds =
        Programs.cpuSeconds(
            switch (recorder) {
              case USERMEDIA -> usermedia(source, made);
              case FFMPEG -> ffmpeg(source, made);
              case JAVACV -> javaCv(source, made);
            });
    return new Recorded(cpuSeconds, frames(made), Files.size(made), psnrDb(made, source));
  }

  /** The command from its launcher on. */
  private List<String> usermedia(Path source, Path made) {
    Path checkout = dist.resolve("../../../..").normalize();
    return List.of(
        checkout.resolve("usermedia").toString(),
        "record",
        "--camera",
        "file:" + source,
        "--mic",
        "file:" + source,
        "--quiet",
        made.toString());
  }

  private List<String> ffmpeg(Path source, Path made) {
    return List.of(
        ffmpegProgram.toString(),
        "-v",
        "error",
        "-y",
        "-nostdin",
        "-re",
        "-i",
        source.toString(),
        "-c:v",
        "libvpx",
        "-b:v",
        "2500k",
        "-deadline",
        "realtime",
        "-cpu-used",
        "-8",
        "-lag-in-frames",
        "0",
        "-auto-alt-ref",
        "0",
        "-g",
        "9999",
        "-threads",
        "1",
        "-force_key_frames",
        "expr:gte(t,n_forced*3)",
        "-c:a",
        "libopus",
        "-b:a",
        "128k",
        "-ar",
        "48000",
        "-cluster_time_limit",
        "500",
        "-flush_packets",
        "1",
        made.toString());
  }

  private List<String> javaCv(Path source, Path made) throws IOException {
    List<String> jars = new ArrayList<>();
    for (String folder : List.of("modules", "peers")) {
      try (var files = Files.list(dist.resolve(folder))) {
        files.map(Path::toString).forEach(jars::add);
      }
    }
    return List.of(
        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
        "-XX:+UseSerialGC",
        "--enable-native-access=ALL-UNNAMED",
        "--sun-misc-unsafe-memory-access=allow",
        "--class-path",
        String.join(System.getProperty("path.separator"), jars),
        JavaCvRecorder.class.getName(),
        source.toString(),
        made.toString());
  }

  private int frames(Path made) throws IOException {
    return Integer.parseInt(
        Programs.run(
                ffprobeProgram.toString(),
                "-v",
                "error",
                "-select_streams",
                "v",
                "-count_packets",
                "-show_entries",
                "stream=nb_read_packets",
                "-of",
                "csv=p=0",
                made.toString())
            .strip());
  }

  /**
   * How far the pictures are from what was recorded. A recording may begin some pictures later: it
   * is compared with each of the beginnings, of which all but the right one are far off.
   */
  private double psnrDb(Path made, Path source) throws IOException {
    double best = 0;
    for (int begin = 0; begin <= EDGE_FRAMES && best < FAR_OFF_DB; begin++) {
      best = Math.max(best, psnrDb(made, source, begin));
    }
    return best;
  }

  private double psnrDb(Path made, Path source, int begin) throws IOException {
    String said =
        Programs.run(
            ffmpegProgram.toString(),
            "-v",
            "info",
            "-nostats",
            "-nostdin",
            "-i",
            made.toString(),
            "-i",
            source.toString(),
            "-lavfi",
            "[0:v]setpts=PTS-STARTPTS,fps=30[a];[1:v]trim=start_frame="
                + begin
                + ",setpts=PTS-STARTPTS,fps=30[b];[a][b]psnr=shortest=1",
            "-f",
            "null",
            "-");
    int at = said.lastIndexOf("average:");
    if (at < 0) {
      throw new IllegalStateException("no PSNR in: " + said);
    }
    return Double.parseDouble(said.substring(at + "average:".length()).split(" ", 2)[0]);
  }
}
