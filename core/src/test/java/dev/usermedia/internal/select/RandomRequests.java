package dev.usermedia.internal.select;

import dev.usermedia.frame.VideoPixelFormat;
import dev.usermedia.internal.select.TextMember.Property;
import dev.usermedia.spi.AudioMode;
import dev.usermedia.spi.Capability;
import dev.usermedia.spi.SourceDevice;
import dev.usermedia.spi.SourceKind;
import dev.usermedia.spi.SourceMode;
import dev.usermedia.spi.VideoMode;
import java.util.ArrayList;
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

  /** What modes give, several times, so that requests are mostly about it. */
  private static final Map<Character, List<String>> OFTEN =
      Map.of(
          'v',
          List.of("width", "height", "aspectRatio", "frameRate", "resizeMode"),
          'a',
          List.of("sampleRate", "sampleSize", "latency", "channelCount"));

  private final RandomGenerator random;
  private final char kind;
  private final int largest;
  private final int mostControls;

  /**
   * Requests of one seed.
   *
   * @param kind a for audio, v for video
   * @param largest the largest side of a picture
   * @param mostControls how many properties devices have besides what modes give
   */
  RandomRequests(long seed, char kind, int largest, int mostControls) {
    this.random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
    this.kind = kind;
    this.largest = largest;
    this.mostControls = mostControls;
  }

  List<Candidate> devices() {
    int count = random.nextInt(20) == 0 ? 0 : 1 + random.nextInt(3);
    int isDefault = random.nextInt(count + 1);
    List<Candidate> devices = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      devices.add(new Candidate(device(i, i == isDefault), "id" + i, "group" + i / 2));
    }
    return devices;
  }

  private SourceDevice device(int number, boolean isDefault) {
    SourceKind sourceKind =
        kind == 'a'
            ? SourceKind.MICROPHONE
            : switch (random.nextInt(8)) {
              case 0 -> SourceKind.SCREEN;
              case 1 -> SourceKind.WINDOW;
              default -> SourceKind.CAMERA;
            };
    List<SourceMode> modes = new ArrayList<>();
    for (int i = random.nextInt(random.nextInt(8) == 0 ? 10 : 4); i >= 0; i--) {
      modes.add(
          !modes.isEmpty() && random.nextInt(10) == 0
              ? alike(modes.getFirst())
              : kind == 'a' ? audioMode() : videoMode());
    }
    Map<String, Capability> controls = new LinkedHashMap<>();
    for (int i = random.nextInt(mostControls + 1); i > 0; i--) {
      Property property = property();
      control(property).ifPresent(capability -> controls.put(property.name(), capability));
    }
    return new SourceDevice(
        "test",
        "device " + number,
        sourceKind,
        "Device " + number,
        "",
        isDefault,
        modes,
        controls,
        Optional.empty());
  }

  private VideoMode videoMode() {
    double rate = RATES[random.nextInt(RATES.length)];
    VideoPixelFormat format = random.nextBoolean() ? VideoPixelFormat.NV12 : VideoPixelFormat.I420;
    return new VideoMode(format, side(), side(), random.nextInt(3) == 0 ? rate / 4 : rate, rate);
  }

  /** A mode with the same settings; a camera's has any format. */
  private SourceMode alike(SourceMode mode) {
    return mode instanceof VideoMode like
        ? new VideoMode(
            random.nextBoolean() ? VideoPixelFormat.YUY2 : like.format(),
            like.width(),
            like.height(),
            like.minFrameRate(),
            like.maxFrameRate())
        : mode;
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

  /** What a device can do about a property that modes do not give. */
  private Optional<Capability> control(Property property) {
    if (isGiven(property) || !property.isOf(kind)) {
      return Optional.empty();
    }
    return switch (property.type()) {
      case "ConstrainDouble", "(boolean or ConstrainDouble)" -> Optional.of(range());
      case "ConstrainDOMString" -> Optional.of(choice((Object[]) strings(property.name())));
      case "ConstrainBoolean" ->
          Optional.of(random.nextBoolean() ? choice(true, false) : choice(false, true));
      case "ConstrainBooleanOrDOMString" ->
          Optional.of(
              random.nextBoolean() ? choice(true, false, "all") : choice(false, "remote-only"));
      default -> Optional.empty();
    };
  }

  private static boolean isGiven(Property property) {
    return switch (property.name()) {
      case "width", "height", "aspectRatio", "frameRate", "resizeMode" -> true;
      case "sampleRate", "sampleSize", "latency", "channelCount" -> true;
      case "deviceId", "groupId" -> true;
      default -> false;
    };
  }

  private Capability range() {
    return switch (random.nextInt(5)) {
      case 0 -> new Capability.Range(1, 2, 0.25, 1.25);
      case 1 -> new Capability.Range(-3, 2, 0);
      case 2 -> new Capability.Range(-3, 2, 0.7, -1);
      case 3 -> new Capability.Range(0, 0.5, 0.1, 0.3);
      default -> new Capability.Range(-2, -2, random.nextInt(2));
    };
  }

  private Capability choice(Object... values) {
    return new Capability.Choice(List.of(values).subList(0, 1 + random.nextInt(values.length)));
  }

  /** The tree of a {@code MediaTrackConstraints}, its members in any order. */
  Map<String, Object> constraints() {
    Map<String, Object> tree = set(5);
    if (random.nextBoolean()) {
      List<Map<String, Object>> advanced = new ArrayList<>();
      for (int i = random.nextInt(5); i > 0; i--) {
        advanced.add(set(3));
      }
      tree.put("advanced", advanced);
    }
    return tree;
  }

  private Map<String, Object> set(int most) {
    Map<String, Object> tree = new LinkedHashMap<>();
    for (int i = random.nextInt(most + 1); i > 0; i--) {
      Property property = property();
      tree.put(property.name(), constraint(property));
    }
    return tree;
  }

  private Property property() {
    List<String> often = OFTEN.get(kind);
    int index =
        random.nextInt(5) < 3
            ? TextMember.column(often.get(random.nextInt(often.size())))
            : random.nextInt(TextMember.PROPERTIES.size());
    return TextMember.PROPERTIES.get(index);
  }

  private Object constraint(Property property) {
    if (random.nextInt(4) == 0) {
      return value(property);
    }
    boolean isNumber =
        switch (property.type()) {
          case "ConstrainULong", "ConstrainDouble", "(boolean or ConstrainDouble)" -> true;
          default -> false;
        };
    Map<String, Object> dictionary = new LinkedHashMap<>();
    if (isNumber && random.nextInt(3) == 0) {
      dictionary.put("min", number(property));
    }
    if (isNumber && random.nextInt(3) == 0) {
      dictionary.put("max", number(property));
    }
    if (random.nextInt(5) == 0) {
      dictionary.put("exact", isNumber ? number(property) : value(property));
    }
    if (random.nextInt(2) == 0) {
      dictionary.put("ideal", isNumber ? number(property) : value(property));
    }
    return dictionary;
  }

  private Object value(Property property) {
    return switch (property.type()) {
      case "ConstrainDOMString" -> stringOrList(strings(property.name()));
      case "ConstrainBoolean" -> random.nextBoolean();
      case "ConstrainBooleanOrDOMString" ->
          random.nextBoolean()
              ? (Object) random.nextBoolean()
              : strings(property.name())[random.nextInt(2)];
      case "(boolean or ConstrainDouble)" ->
          random.nextInt(3) == 0 ? (Object) random.nextBoolean() : number(property);
      case "ConstrainPoint2D" -> List.of(Map.of("x", 0.5, "y", random.nextDouble()));
      default -> number(property);
    };
  }

  private double number(Property property) {
    if (random.nextInt(25) == 0) {
      double[] odd = {0, -1, 1, 4_294_967_295.0, 4e9, 1e300, -1e300, Double.MIN_VALUE, 0.5, 1.5};
      return odd[random.nextInt(odd.length)];
    }
    return switch (property.name()) {
      case "width", "height" ->
          1 + random.nextInt(largest + 4) + (random.nextInt(10) == 0 ? 0.5 : 0);
      case "aspectRatio" -> aspect();
      case "frameRate" -> rate();
      case "sampleRate" -> SAMPLE_RATES[random.nextInt(SAMPLE_RATES.length)] + random.nextInt(2);
      case "sampleSize" -> 16 + 4 * random.nextInt(3);
      case "channelCount" -> random.nextInt(4);
      case "latency" -> random.nextInt(-5, 60) / 1000.0;
      default ->
          random.nextBoolean() ? random.nextInt(-12, 10) / 4.0 : random.nextInt(-40, 30) / 10.0;
    };
  }

  private static String[] strings(String property) {
    return switch (property) {
      case "resizeMode" -> new String[] {"none", "crop-and-scale", "stretch"};
      case "deviceId" -> new String[] {"id0", "id1", "elsewhere"};
      case "groupId" -> new String[] {"group0", "group1", "elsewhere"};
      case "echoCancellation" -> new String[] {"all", "remote-only"};
      default -> new String[] {"one", "two", "three"};
    };
  }

  private Object stringOrList(String... values) {
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
