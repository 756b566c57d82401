package dev.usermedia.internal.select;

import dev.usermedia.MediaKind;
import dev.usermedia.constraints.ConstrainableProperty;
import dev.usermedia.constraints.MediaTrackConstraints;
import dev.usermedia.frame.VideoPixelFormat;
import dev.usermedia.spi.AudioMode;
import dev.usermedia.spi.Capability;
import dev.usermedia.spi.SourceDevice;
import dev.usermedia.spi.SourceKind;
import dev.usermedia.spi.SourceMode;
import dev.usermedia.spi.VideoMode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;

/** Small devices and requests of every shape, the same for the same seed. */
final class RandomRequests {
  private static final double[] RATES = {5, 7.5, 10, 15, 24, 25, 30, 50, 60};
  private static final int[] SAMPLE_RATES = {8_000, 16_000, 44_100, 48_000, 96_000};

  private final RandomGenerator random;
  private final int largest;

  /**
   * Requests of one seed.
   *
   * @param largest the largest side of a picture
   */
  RandomRequests(long seed, int largest) {
    this.random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
    this.largest = largest;
  }

  List<Candidate> devices(MediaKind kind, boolean withExtras) {
    int count = 1 + random.nextInt(3);
    int isDefault = random.nextInt(count + 1);
    List<Candidate> devices = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      devices.add(
          new Candidate(device(kind, i, i == isDefault, withExtras), "id" + i, "group" + i / 2));
    }
    return devices;
  }

  private SourceDevice device(MediaKind kind, int number, boolean isDefault, boolean withExtras) {
    SourceKind sourceKind =
        kind == MediaKind.AUDIO
            ? SourceKind.MICROPHONE
            : random.nextInt(4) == 0 ? SourceKind.SCREEN : SourceKind.CAMERA;
    List<SourceMode> modes = new ArrayList<>();
    int count = sourceKind == SourceKind.SCREEN ? 1 : 1 + random.nextInt(4);
    for (int i = 0; i < count; i++) {
      modes.add(kind == MediaKind.AUDIO ? audioMode() : videoMode());
    }
    return new SourceDevice(
        "test",
        "device " + number,
        sourceKind,
        "Device " + number,
        "",
        isDefault,
        modes,
        withExtras ? extras(kind) : Map.of(),
        Optional.empty());
  }

  private VideoMode videoMode() {
    double rate = RATES[random.nextInt(RATES.length)];
    VideoPixelFormat format = random.nextBoolean() ? VideoPixelFormat.NV12 : VideoPixelFormat.I420;
    return new VideoMode(format, side(), side(), random.nextInt(3) == 0 ? rate / 4 : rate, rate);
  }

  private int side() {
    return 1 + random.nextInt(largest);
  }

  private AudioMode audioMode() {
    double latency = (1 + random.nextInt(30)) / 1000.0;
    return new AudioMode(
        SAMPLE_RATES[random.nextInt(SAMPLE_RATES.length)],
        1 + random.nextInt(3),
        random.nextBoolean() ? 16 : 24,
        latency,
        random.nextInt(3) == 0 ? latency : latency * 4);
  }

  private Map<String, Capability> extras(MediaKind kind) {
    Map<String, Capability> extras = new HashMap<>();
    if (kind == MediaKind.AUDIO) {
      choose(extras, "echoCancellation", true, false, "all");
      choose(extras, "autoGainControl", true, false);
      choose(extras, "voiceIsolation", false, true);
    } else {
      choose(extras, "facingMode", "user", "environment");
      choose(extras, "torch", false, true);
      if (random.nextInt(3) == 0) {
        extras.put("zoom", new Capability.Range(1, 2, 0.25, 1.25));
      }
      if (random.nextInt(3) == 0) {
        extras.put("pan", new Capability.Range(-3, 2, random.nextBoolean() ? 0 : 0.7));
      }
    }
    return extras;
  }

  private void choose(Map<String, Capability> extras, String name, Object... values) {
    if (random.nextInt(3) == 0) {
      extras.put(
          name,
          new Capability.Choice(List.of(values).subList(0, 1 + random.nextInt(values.length))));
    }
  }

  MediaTrackConstraints constraints(MediaKind kind) {
    Map<String, Object> tree = set(kind, 4);
    if (random.nextBoolean()) {
      List<Map<String, Object>> advanced = new ArrayList<>();
      for (int i = random.nextInt(5); i > 0; i--) {
        advanced.add(set(kind, 3));
      }
      tree.put("advanced", advanced);
    }
    return MediaTrackConstraints.fromMap(tree);
  }

  private Map<String, Object> set(MediaKind kind, int most) {
    Map<String, Object> tree = new LinkedHashMap<>();
    for (int i = random.nextInt(most + 1); i > 0; i--) {
      ConstrainableProperty property = property(kind);
      tree.put(property.webName(), constraint(property));
    }
    return tree;
  }

  private static final List<String> VIDEO =
      List.of(
          "width",
          "height",
          "aspectRatio",
          "frameRate",
          "width",
          "height",
          "aspectRatio",
          "resizeMode",
          "facingMode",
          "torch",
          "zoom",
          "pan",
          "deviceId",
          "groupId",
          "backgroundBlur",
          "displaySurface",
          "sampleRate",
          "iso");
  private static final List<String> AUDIO =
      List.of(
          "sampleRate",
          "sampleSize",
          "latency",
          "channelCount",
          "sampleRate",
          "channelCount",
          "echoCancellation",
          "autoGainControl",
          "noiseSuppression",
          "voiceIsolation",
          "deviceId",
          "width");

  private ConstrainableProperty property(MediaKind kind) {
    List<String> names = kind == MediaKind.VIDEO ? VIDEO : AUDIO;
    return ConstrainableProperty.of(names.get(random.nextInt(names.size()))).orElseThrow();
  }

  private Object constraint(ConstrainableProperty property) {
    if (property.type() == ConstrainableProperty.Type.BOOLEAN_OR_DOUBLE && random.nextInt(3) == 0) {
      return random.nextBoolean();
    }
    boolean isNumber =
        switch (property.type()) {
          case ULONG, DOUBLE, BOOLEAN_OR_DOUBLE -> true;
          default -> false;
        };
    if (random.nextInt(4) == 0) {
      return value(property);
    }
    Map<String, Object> dictionary = new LinkedHashMap<>();
    if (isNumber && random.nextInt(3) == 0) {
      dictionary.put("min", value(property));
    }
    if (isNumber && random.nextInt(3) == 0) {
      dictionary.put("max", value(property));
    }
    if (random.nextInt(5) == 0) {
      dictionary.put("exact", value(property));
    }
    if (random.nextInt(2) == 0) {
      dictionary.put("ideal", value(property));
    }
    return dictionary;
  }

  private Object value(ConstrainableProperty property) {
    return switch (property.webName()) {
      case "width", "height" ->
          random.nextInt(20) == 0
              ? (random.nextBoolean() ? 0 : 4e9)
              : 1 + random.nextInt(largest + 4);
      case "aspectRatio" -> aspect();
      case "frameRate" -> rate();
      case "sampleRate" -> SAMPLE_RATES[random.nextInt(SAMPLE_RATES.length)] + random.nextInt(2);
      case "sampleSize" -> random.nextBoolean() ? 16 : 20;
      case "channelCount" -> random.nextInt(4);
      case "latency" -> random.nextInt(-5, 60) / 1000.0;
      case "zoom" -> random.nextInt(2, 9) / 4.0;
      case "pan" -> random.nextInt(-40, 30) / 10.0;
      case "iso" -> 100;
      case "resizeMode" -> strings("none", "crop-and-scale", "stretch");
      case "facingMode" -> strings("user", "environment", "left");
      case "deviceId" -> strings("id0", "id1", "elsewhere");
      case "groupId" -> strings("group0", "group1", "elsewhere");
      case "displaySurface" -> strings("monitor", "window");
      case "echoCancellation" ->
          switch (random.nextInt(4)) {
            case 0 -> true;
            case 1 -> false;
            case 2 -> "all";
            default -> "remote-only";
          };
      default -> random.nextBoolean();
    };
  }

  private Object strings(String... values) {
    String one = values[random.nextInt(values.length)];
    return switch (random.nextInt(6)) {
      case 0 -> List.of();
      case 1 -> List.of(one, values[random.nextInt(values.length)]);
      default -> one;
    };
  }

  private double aspect() {
    return switch (random.nextInt(10)) {
      case 0 -> 4.0 / 3;
      case 1 -> 16.0 / 9;
      case 2 -> random.nextDouble(3);
      case 3 -> random.nextInt(-3, 1);
      case 4 -> -(double) side() / side();
      default -> (double) side() / side();
    };
  }

  private double rate() {
    return switch (random.nextInt(8)) {
      case 0 -> 0;
      case 1 -> -random.nextInt(40);
      case 2 -> random.nextDouble(70);
      default -> RATES[random.nextInt(RATES.length)];
    };
  }
}
