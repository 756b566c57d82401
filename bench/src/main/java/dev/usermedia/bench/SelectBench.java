package dev.usermedia.bench;

import dev.usermedia.MediaContext;
import dev.usermedia.MediaKind;
import dev.usermedia.MediaStreamTrack;
import dev.usermedia.constraints.MediaStreamConstraints;
import dev.usermedia.constraints.MediaTrackConstraints;
import dev.usermedia.frame.VideoPixelFormat;
import dev.usermedia.internal.select.Candidate;
import dev.usermedia.internal.select.SelectSettings;
import dev.usermedia.internal.select.Selection;
import dev.usermedia.spi.Capability;
import dev.usermedia.spi.SourceDevice;
import dev.usermedia.spi.SourceKind;
import dev.usermedia.spi.SourceMode;
import dev.usermedia.spi.VideoMode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.function.IntFunction;

/**
 * One SelectSettings over a camera of ten thousand modes with a hundred advanced sets: lists of
 * modes as cameras have them and as none has, requests that most modes meet, that few meet and that
 * couple width and height by an aspect ratio, which is the dearest.
 *
 * <p>{@code median} and {@code 99th} are of a camera that a context has had a selection on before,
 * as every call but the first finds it; {@code first} is of a camera just plugged in, whose modes
 * are yet to be indexed. {@code live} is all of {@code applyConstraints} on a track of such a
 * camera, selection, device and event loop together.
 */
final class SelectBench implements Comparison {
  private static final int MODES = 10_000;
  private static final int SETS = 100;
  private static final int WARM = 400;
  private static final int ROUNDS = 401;
  private static final int FIRST_ROUNDS = 101;
  private static final double BAR_MS = 1;

  private static final VideoPixelFormat[] FORMATS = {
    VideoPixelFormat.NV12, VideoPixelFormat.YUY2, VideoPixelFormat.I420
  };
  private static final double[] RATES = {5, 7.5, 10, 15, 20, 24, 25, 30, 50, 60};

  private static final Map<String, Object> PLAIN =
      Map.of("width", 1280, "height", 720, "frameRate", 30);

  @Override
  public String name() {
    return "select";
  }

  @Override
  public String about() {
    return "SelectSettings over 10,000 modes with 100 advanced sets";
  }

  @Override
  public List<Figure> measure() {
    Map<String, Candidate> cameras = new LinkedHashMap<>();
    cameras.put("steps", camera(SelectBench::step));
    Random random = new Random(1);
    cameras.put("random", camera(i -> anything(random)));
    cameras.put("thin", camera(i -> mode(1 + i * 2 / 5, 4000 - i * 2 / 5, 30)));
    cameras.put("alike", camera(i -> mode(1920, 1080, 30)));
    Map<String, MediaTrackConstraints> requests = requests();
    List<Figure> figures = new ArrayList<>();
    for (Map.Entry<String, Candidate> camera : cameras.entrySet()) {
      figures.add(first(camera.getKey(), camera.getValue().device()));
      for (Map.Entry<String, MediaTrackConstraints> request : requests.entrySet()) {
        measure(
            camera.getKey() + "-" + request.getKey(),
            camera.getValue(),
            request.getValue(),
            figures);
      }
      figures.add(live(camera.getKey(), camera.getValue().device().modes()));
    }
    return figures;
  }

  private static Figure first(String name, SourceDevice device) {
    MediaTrackConstraints nothing = MediaTrackConstraints.EMPTY;
    double[] ms = new double[FIRST_ROUNDS];
    for (int i = -FIRST_ROUNDS; i < FIRST_ROUNDS; i++) {
      long start = System.nanoTime();
      Candidate plugged = new Candidate(device, "camera", "group");
      SelectSettings.selectSettings(List.of(plugged), nothing, MediaKind.VIDEO);
      long end = System.nanoTime();
      if (i >= 0) {
        ms[i] = (end - start) / 1e6;
      }
    }
    Arrays.sort(ms);
    return Figure.of("first-" + name, ms[FIRST_ROUNDS / 2], "ms");
  }

  private static Figure live(String name, List<SourceMode> modes) {
    MediaTrackConstraints constraints = random();
    double[] ms = new double[ROUNDS];
    try (MediaContext context =
        MediaContext.builder()
            .systemDrivers(false)
            .driver(new TickDriver(640, 480, modes))
            .build()) {
      MediaStreamTrack track =
          context
              .mediaDevices()
              .getUserMedia(MediaStreamConstraints.builder().video(true).build())
              .getVideoTracks()
              .getFirst();
      for (int i = -WARM; i < ROUNDS; i++) {
        long start = System.nanoTime();
        track.applyConstraints(constraints);
        long end = System.nanoTime();
        if (i >= 0) {
          ms[i] = (end - start) / 1e6;
        }
      }
    }
    Arrays.sort(ms);
    return Figure.of("live-" + name, ms[ROUNDS / 2], "ms");
  }

  private static void measure(
      String name, Candidate camera, MediaTrackConstraints constraints, List<Figure> figures) {
    double[] ms = new double[ROUNDS];
    int found = 0;
    for (int i = -WARM; i < ROUNDS; i++) {
      long start = System.nanoTime();
      Selection selection =
          SelectSettings.selectSettings(List.of(camera), constraints, MediaKind.VIDEO);
      long end = System.nanoTime();
      if (selection instanceof Selection.Ranked) {
        found++;
      }
      if (i >= 0) {
        ms[i] = (end - start) / 1e6;
      }
    }
    if (found != 0 && found != WARM + ROUNDS) {
      throw new IllegalStateException(name + ": answers differ");
    }
    Arrays.sort(ms);
    figures.add(Figure.atMost("median-" + name, ms[ROUNDS / 2], "ms", BAR_MS));
    figures.add(Figure.of("99th-" + name, ms[ROUNDS * 99 / 100], "ms"));
  }

  private static Candidate camera(IntFunction<SourceMode> mode) {
    List<SourceMode> modes = new ArrayList<>();
    for (int i = 0; i < MODES; i++) {
      modes.add(mode.apply(i));
    }
    SourceDevice device =
        new SourceDevice(
            "bench",
            "camera",
            SourceKind.CAMERA,
            "Camera",
            "",
            true,
            modes,
            Map.of(
                "facingMode",
                new Capability.Choice(List.of("user")),
                "zoom",
                new Capability.Range(1, 4, 0.1)),
            Optional.empty());
    return new Candidate(device, "camera", "group");
  }

  /** Three formats of sizes from small to large, each at a handful of rates. */
  private static SourceMode step(int i) {
    int size = i / (FORMATS.length * RATES.length) + 1;
    int width = 16 * size;
    int height = size % 2 == 0 ? width * 3 / 4 : width * 9 / 16;
    return new VideoMode(
        FORMATS[i / RATES.length % FORMATS.length], width, height, RATES[i % RATES.length]);
  }

  private static SourceMode anything(Random random) {
    double rate = RATES[random.nextInt(RATES.length)];
    return new VideoMode(
        FORMATS[random.nextInt(FORMATS.length)],
        1 + random.nextInt(4096),
        1 + random.nextInt(4096),
        random.nextBoolean() ? rate / 4 : rate,
        rate);
  }

  private static SourceMode mode(int width, int height, double rate) {
    return new VideoMode(VideoPixelFormat.NV12, width, height, rate);
  }

  /** Requests by name; the basic set asks for what the advanced sets leave open. */
  private static Map<String, MediaTrackConstraints> requests() {
    Map<String, MediaTrackConstraints> requests = new LinkedHashMap<>();
    // Each narrows what the one before it left.
    requests.put(
        "all-satisfied",
        request(
            PLAIN,
            i -> Map.of("width", Map.of("min", 300 + i, "max", 3000 - i), "zoom", range(1, 3))));
    requests.put(
        "none-satisfied",
        request(PLAIN, i -> Map.of("width", 5000 + i, "frameRate", Map.of("min", 100))));
    // Each is within what devices have one by one, and together in none.
    requests.put(
        "none-together",
        request(
            PLAIN,
            i ->
                Map.of(
                    "resizeMode",
                    "none",
                    "width",
                    1_000 + 7 * i,
                    "height",
                    601 + 3 * i,
                    "frameRate",
                    29.5)));
    requests.put("random", random());
    Map<String, Object> coupled =
        Map.of("width", 1999, "height", 1000, "aspectRatio", 1.7777777778, "frameRate", 29);
    requests.put(
        "aspects",
        request(
            coupled,
            i ->
                Map.of(
                    "aspectRatio",
                    range(1.2 + i * 0.001, 2.4 - i * 0.001),
                    "width",
                    range(100, 3900))));
    requests.put(
        "aspects-none",
        request(coupled, i -> Map.of("aspectRatio", 5000 + i, "height", Map.of("min", 2))));
    requests.put(
        "aspects-exact",
        request(
            Map.of("aspectRatio", Map.of("exact", 16.0 / 9), "width", 1999, "height", 500),
            i -> Map.of("height", range(90 + i, 2000))));
    requests.put("bare", request(Map.of(), i -> Map.of()));
    requests.put(
        "overconstrained",
        request(Map.of("width", Map.of("min", 100_000)), i -> Map.of("height", 480 + i)));
    return requests;
  }

  private static MediaTrackConstraints random() {
    Random random = new Random(2);
    return request(PLAIN, i -> randomSet(random));
  }

  private static Map<String, Object> range(double min, double max) {
    return Map.of("min", min, "max", max);
  }

  private static Map<String, Object> randomSet(Random random) {
    Map<String, Object> set = new HashMap<>();
    if (random.nextBoolean()) {
      set.put("width", Map.of("min", random.nextInt(4096)));
    }
    if (random.nextBoolean()) {
      set.put("height", Map.of("max", random.nextInt(4096)));
    }
    if (random.nextBoolean()) {
      set.put("frameRate", Map.of("min", random.nextInt(60)));
    }
    if (random.nextBoolean()) {
      double aspect = 0.5 + random.nextDouble(2);
      set.put("aspectRatio", range(aspect, aspect + 0.5));
    }
    if (random.nextInt(4) == 0) {
      set.put("resizeMode", "none");
    }
    return set;
  }

  private static MediaTrackConstraints request(
      Map<String, Object> basic, IntFunction<Map<String, Object>> advanced) {
    Map<String, Object> tree = new HashMap<>(basic);
    List<Map<String, Object>> sets = new ArrayList<>();
    for (int i = 0; i < SETS; i++) {
      sets.add(advanced.apply(i));
    }
    tree.put("advanced", sets);
    return MediaTrackConstraints.fromMap(tree);
  }
}
