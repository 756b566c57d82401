package dev.usermedia.internal.select;

import dev.usermedia.MediaKind;
import dev.usermedia.constraints.ConstrainableProperty;
import dev.usermedia.constraints.MediaTrackConstraints;
import dev.usermedia.spi.AudioMode;
import dev.usermedia.spi.Capability;
import dev.usermedia.spi.SourceKind;
import dev.usermedia.spi.SourceMode;
import dev.usermedia.spi.VideoMode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;

/**
 * SelectSettings by its text: every settings dictionary of every device is written down and
 * measured. It shares nothing with the implementation but the devices, the constraints' JSON and
 * the documented order of ties. Numbers that a device has a continuum of are tried wherever a
 * constraint, a mode or a default puts a corner.
 */
final class BruteForce {
  private static final List<String> NAMES =
      Arrays.stream(ConstrainableProperty.values()).map(ConstrainableProperty::webName).toList();
  private static final int WIDTH = NAMES.indexOf("width");
  private static final int HEIGHT = NAMES.indexOf("height");
  private static final int ASPECT_RATIO = NAMES.indexOf("aspectRatio");
  private static final int FRAME_RATE = NAMES.indexOf("frameRate");
  private static final int RESIZE_MODE = NAMES.indexOf("resizeMode");
  private static final int LATENCY = NAMES.indexOf("latency");

  /** A settings dictionary, its values in the order of the names, with the mode that gives it. */
  private static final class Point {
    final Object[] settings;
    final int mode;
    final boolean isNone;

    Point(Object[] settings, int mode, boolean isNone) {
      this.settings = settings;
      this.mode = mode;
      this.isNone = isNone;
    }

    double number(int index) {
      return ((Number) settings[index]).doubleValue();
    }

    Map<String, Object> toMap() {
      Map<String, Object> map = new HashMap<>();
      for (int i = 0; i < settings.length; i++) {
        if (settings[i] != null) {
          map.put(NAMES.get(i), settings[i]);
        }
      }
      return map;
    }

    boolean isSameButResizeMode(Point other) {
      for (int i = 0; i < settings.length; i++) {
        if (i != RESIZE_MODE && !Objects.equals(settings[i], other.settings[i])) {
          return false;
        }
      }
      return true;
    }
  }

  record Answer(
      Candidate candidate, Map<String, Object> settings, double distance, int mode, BitSet kept) {}

  /** A member of a constraint set; null where it does not say. */
  private record Member(
      int index, Boolean exists, Number min, Number max, Object exact, Object ideal) {
    boolean isRequired() {
      return min != null || max != null || exact != null;
    }
  }

  private final MediaKind kind;
  private final List<Member> basic;
  private final List<List<Member>> advanced = new ArrayList<>();
  private final TreeSet<Double> corners = new TreeSet<>();

  BruteForce(MediaTrackConstraints constraints, MediaKind kind) {
    this.kind = kind;
    this.basic = members(constraints.toMap(), "ideal");
    constraints.advanced().forEach(set -> advanced.add(members(set.toMap(), "exact")));
    collectCorners(constraints.toMap());
  }

  private void collectCorners(Object tree) {
    switch (tree) {
      case Map<?, ?> map -> map.values().forEach(this::collectCorners);
      case List<?> list -> list.forEach(this::collectCorners);
      case Number number -> corners.add(number.doubleValue());
      default -> {}
    }
  }

  /** The answers of the devices that fit, the best first. */
  List<Answer> select(List<Candidate> candidates) {
    List<Answer> answers = new ArrayList<>();
    for (Candidate candidate : candidates) {
      List<Point> points = new ArrayList<>(points(candidate));
      points.removeIf(point -> Double.isInfinite(distance(basic, point.settings)));
      if (points.isEmpty()) {
        continue;
      }
      BitSet kept = new BitSet();
      for (int i = 0; i < advanced.size(); i++) {
        List<Member> set = advanced.get(i);
        List<Point> left = new ArrayList<>();
        for (Point point : points) {
          if (!Double.isInfinite(distance(set, point.settings))) {
            left.add(point);
          }
        }
        if (!left.isEmpty()) {
          points = left;
          kept.set(i);
        }
      }
      answers.add(best(candidate, points, kept));
    }
    answers.sort(
        Comparator.<Answer, String>comparing(answer -> word(answer.kept))
            .reversed()
            .thenComparingDouble(Answer::distance)
            .thenComparing(answer -> !answer.candidate.device().systemDefault()));
    return answers;
  }

  /** The kept sets as a word of 1 and 0. */
  private String word(BitSet kept) {
    StringBuilder word = new StringBuilder();
    for (int i = 0; i < advanced.size(); i++) {
      word.append(kept.get(i) ? '1' : '0');
    }
    return word.toString();
  }

  /** The name that an over-constrained request fails with. */
  String failedConstraint(List<Candidate> candidates) {
    List<Point> all = new ArrayList<>();
    candidates.forEach(candidate -> all.addAll(points(candidate)));
    for (Member member : basic) {
      if (all.stream().allMatch(p -> Double.isInfinite(distance(List.of(member), p.settings)))) {
        return NAMES.get(member.index);
      }
    }
    return "";
  }

  private Answer best(Candidate candidate, List<Point> points, BitSet kept) {
    List<SourceMode> modes = candidate.device().modes();
    double least = Double.POSITIVE_INFINITY;
    Point best = null;
    Comparator<Point> ties = ties(candidate);
    for (Point point : points) {
      double distance = distance(basic, point.settings);
      if (distance < least || (distance == least && ties.compare(point, best) < 0)) {
        least = distance;
        best = point;
      }
    }
    double found = least;
    Point settled = best;
    if (kind == MediaKind.AUDIO) {
      return new Answer(candidate, settled.toMap(), least, settled.mode, kept);
    }
    // The same settings may come from several modes, and be some mode's own.
    Point giving =
        points.stream()
            .filter(point -> point.isSameButResizeMode(settled))
            .filter(point -> distance(basic, point.settings) == found)
            .min(
                Comparator.<Point, Boolean>comparing(point -> !point.isNone)
                    .thenComparing(point -> !point.isNone && loses(point, modes))
                    .thenComparingInt(point -> point.isNone ? 0 : area(modes.get(point.mode)))
                    .thenComparingDouble(point -> point.isNone ? 0 : delivered(point, modes))
                    .thenComparingInt(point -> point.mode))
            .orElseThrow();
    return new Answer(candidate, giving.toMap(), least, giving.mode, kept);
  }

  private static boolean loses(Point point, List<SourceMode> modes) {
    VideoMode mode = (VideoMode) modes.get(point.mode);
    double w = point.number(WIDTH);
    double h = point.number(HEIGHT);
    return h != Math.max(1, Math.floor(mode.height() * w / mode.width() + 0.5))
        && w != Math.max(1, Math.floor(mode.width() * h / mode.height() + 0.5));
  }

  private static int area(SourceMode mode) {
    return ((VideoMode) mode).width() * ((VideoMode) mode).height();
  }

  private static double delivered(Point point, List<SourceMode> modes) {
    return delivered(point.number(FRAME_RATE), (VideoMode) modes.get(point.mode));
  }

  /** The rate that a mode runs at for a rate that may be decimated. */
  static double delivered(double rate, VideoMode mode) {
    double multiple = rate;
    for (int i = 2; multiple < mode.minFrameRate(); i++) {
      multiple = rate * i;
    }
    return Math.min(multiple, mode.maxFrameRate());
  }

  /** Between settings of equal fitness distance. */
  private Comparator<Point> ties(Candidate candidate) {
    List<SourceMode> modes = candidate.device().modes();
    Comparator<Point> ties =
        Comparator.<Point>comparingDouble(point -> unusual(candidate, modes.get(point.mode)))
            .thenComparingInt(point -> point.mode);
    if (kind == MediaKind.VIDEO) {
      ties =
          ties.thenComparing(point -> !point.isNone)
              .thenComparingDouble(point -> Math.abs(point.number(FRAME_RATE) - 30))
              .thenComparingDouble(point -> point.number(FRAME_RATE))
              .thenComparingDouble(point -> -fit(point, modes))
              .thenComparingDouble(point -> cover(point, modes))
              .thenComparingDouble(point -> -point.number(WIDTH));
    } else {
      ties =
          ties.thenComparingDouble(point -> Math.abs(point.number(LATENCY) - 0.01))
              .thenComparingDouble(point -> point.number(LATENCY));
    }
    for (Map.Entry<String, Capability> extra : extras(candidate).entrySet()) {
      int index = NAMES.indexOf(extra.getKey());
      ties =
          switch (extra.getValue()) {
            case Capability.Choice choice ->
                ties.thenComparingInt(point -> choice.values().indexOf(point.settings[index]));
            case Capability.Range range ->
                ties.thenComparingDouble(point -> Math.abs(point.number(index) - range.initial()))
                    .thenComparingDouble(point -> point.number(index));
          };
    }
    return ties;
  }

  private static double fit(Point point, List<SourceMode> modes) {
    VideoMode mode = (VideoMode) modes.get(point.mode);
    return Math.min(point.number(WIDTH) * mode.height(), point.number(HEIGHT) * mode.width());
  }

  private static double cover(Point point, List<SourceMode> modes) {
    VideoMode mode = (VideoMode) modes.get(point.mode);
    return Math.max(point.number(WIDTH) * mode.height(), point.number(HEIGHT) * mode.width());
  }

  private static double unusual(Candidate candidate, SourceMode mode) {
    SourceMode first = candidate.device().modes().getFirst();
    return switch (mode) {
      case VideoMode video -> {
        boolean isCamera = candidate.device().kind() == SourceKind.CAMERA;
        double rate = Math.clamp(30, video.minFrameRate(), video.maxFrameRate());
        yield numeric(video.width(), isCamera ? 640 : ((VideoMode) first).width())
            + numeric(video.height(), isCamera ? 480 : ((VideoMode) first).height())
            + numeric(rate, 30);
      }
      case AudioMode audio -> {
        double latency = Math.clamp(0.01, audio.minLatencySeconds(), audio.maxLatencySeconds());
        yield numeric(audio.sampleRateHz(), 48_000)
            + numeric(audio.channelCount(), ((AudioMode) first).channelCount())
            + numeric(latency, 0.01);
      }
    };
  }

  private Map<String, Capability> extras(Candidate candidate) {
    Map<String, Capability> extras = new LinkedHashMap<>();
    Capability no = new Capability.Choice(List.of(false));
    if (candidate.device().kind() == SourceKind.CAMERA) {
      extras.put("backgroundBlur", no);
    } else if (candidate.device().kind() == SourceKind.MICROPHONE) {
      extras.put("echoCancellation", no);
      extras.put("autoGainControl", no);
      extras.put("noiseSuppression", no);
    }
    extras.putAll(candidate.device().capabilities());
    return extras;
  }

  /** All settings dictionaries of a device. */
  private List<Point> points(Candidate candidate) {
    List<Point> points = new ArrayList<>();
    List<SourceMode> modes = candidate.device().modes();
    for (SourceMode mode : modes) {
      if (mode instanceof VideoMode video) {
        corners.add(video.minFrameRate());
        corners.add(video.maxFrameRate());
      }
    }
    for (int mode = 0; mode < modes.size(); mode++) {
      switch (modes.get(mode)) {
        case VideoMode video -> {
          boolean isCamera = candidate.device().kind() == SourceKind.CAMERA;
          addNative(video, mode, points);
          addScaled(video, mode, isCamera, points);
        }
        case AudioMode audio -> addAudio(audio, mode, points);
      }
    }
    for (Map.Entry<String, Capability> extra : extras(candidate).entrySet()) {
      List<Point> product = new ArrayList<>();
      for (Object value : values(extra.getValue())) {
        for (Point point : points) {
          Object[] settings = point.settings.clone();
          settings[NAMES.indexOf(extra.getKey())] = value;
          product.add(new Point(settings, point.mode, point.isNone));
        }
      }
      points = product;
    }
    for (Point point : points) {
      point.settings[NAMES.indexOf("deviceId")] = candidate.deviceId();
      point.settings[NAMES.indexOf("groupId")] = candidate.groupId();
    }
    return points;
  }

  private List<Object> values(Capability capability) {
    return switch (capability) {
      case Capability.Choice choice -> choice.values();
      case Capability.Range range -> {
        List<Object> values = new ArrayList<>();
        if (range.step() == 0) {
          values.addAll(within(range.min(), range.max(), Set.of(range.initial())));
        } else {
          for (int i = 0; tenth(range.min() + i * range.step()) <= range.max(); i++) {
            values.add(tenth(range.min() + i * range.step()));
          }
        }
        yield values;
      }
    };
  }

  private Set<Double> within(double min, double max, Set<Double> more) {
    Set<Double> all = new TreeSet<>(corners);
    all.addAll(more);
    all.add(min);
    all.add(max);
    all.removeIf(value -> value < min || value > max);
    return all;
  }

  private void addNative(VideoMode mode, int index, List<Point> points) {
    for (double rate : within(mode.minFrameRate(), mode.maxFrameRate(), Set.of(30.0))) {
      points.add(video(mode.width(), mode.height(), rate, "none", index));
    }
  }

  private void addScaled(VideoMode mode, int index, boolean isCropped, List<Point> points) {
    double lowest = Math.min(0.001, mode.minFrameRate());
    Set<Double> rates = within(lowest, mode.maxFrameRate(), Set.of(30.0));
    for (int w = 1; w <= mode.width(); w++) {
      for (int h = 1; h <= mode.height(); h++) {
        if (isCropped || isKept(w, h, mode)) {
          for (double rate : rates) {
            Point point = video(w, h, rate, "crop-and-scale", index);
            if (!isCropped) {
              point.settings[ASPECT_RATIO] = tenth((double) mode.width() / mode.height());
            }
            points.add(point);
          }
        }
      }
    }
  }

  private static boolean isKept(int w, int h, VideoMode mode) {
    return mode.width() >= mode.height()
        ? h == Math.max(1, Math.floor((double) mode.height() * w / mode.width() + 0.5))
        : w == Math.max(1, Math.floor((double) mode.width() * h / mode.height() + 0.5));
  }

  private static Point video(int w, int h, double rate, String resizeMode, int mode) {
    Object[] settings = new Object[NAMES.size()];
    settings[WIDTH] = (long) w;
    settings[HEIGHT] = (long) h;
    settings[ASPECT_RATIO] = tenth((double) w / h);
    settings[FRAME_RATE] = rate;
    settings[RESIZE_MODE] = resizeMode;
    return new Point(settings, mode, resizeMode.equals("none"));
  }

  private void addAudio(AudioMode mode, int index, List<Point> points) {
    for (double latency :
        within(mode.minLatencySeconds(), mode.maxLatencySeconds(), Set.of(0.01))) {
      Object[] settings = new Object[NAMES.size()];
      settings[NAMES.indexOf("sampleRate")] = (long) mode.sampleRateHz();
      settings[NAMES.indexOf("sampleSize")] = (long) mode.sampleSizeBits();
      settings[LATENCY] = latency;
      settings[NAMES.indexOf("channelCount")] = (long) mode.channelCount();
      points.add(new Point(settings, index, true));
    }
  }

  /** The members that count: steps 1 and 3 of the fitness distance, and no empty lists. */
  private List<Member> members(Map<String, Object> set, String bareIs) {
    List<Member> members = new ArrayList<>();
    set.forEach(
        (name, value) -> {
          ConstrainableProperty property = ConstrainableProperty.of(name).orElse(null);
          boolean counts =
              property != null
                  && property.appliesTo(kind)
                  && property != ConstrainableProperty.POINTS_OF_INTEREST
                  && property != ConstrainableProperty.DISPLAY_SURFACE;
          if (!counts) {
            return;
          }
          Map<Object, Object> dictionary = new HashMap<>();
          if (value instanceof Map<?, ?> given) {
            dictionary.putAll(given);
          } else if (value instanceof Boolean
              && property.type() == ConstrainableProperty.Type.BOOLEAN_OR_DOUBLE) {
            dictionary.put(bareIs.equals("exact") ? "mustExist" : "exists", value);
          } else {
            dictionary.put(bareIs, value);
          }
          boolean isEmpty = dictionary.isEmpty();
          dictionary.values().removeIf(List.of()::equals);
          if (isEmpty || !dictionary.isEmpty()) {
            members.add(
                new Member(
                    NAMES.indexOf(name),
                    (Boolean) dictionary.get("exists"),
                    number(name, dictionary.get("min")),
                    number(name, dictionary.get("max")),
                    dictionary.containsKey("mustExist")
                        ? dictionary
                        : dictionary.get("exact") instanceof Number exact
                            ? number(name, exact)
                            : dictionary.get("exact"),
                    dictionary.get("ideal") instanceof Number ideal
                        ? number(name, ideal)
                        : dictionary.get("ideal")));
          }
        });
    return members;
  }

  private static Number number(String name, Object value) {
    if (!(value instanceof Number number)) {
      return null;
    }
    return name.equals("aspectRatio") ? tenth(number.doubleValue()) : number.doubleValue();
  }

  /** The fitness distance by its eight steps; the third goes before the second. */
  private static double distance(List<Member> set, Object[] settings) {
    double sum = 0;
    for (Member member : set) {
      Object setting = settings[member.index];
      if (member.isRequired() && (setting == null || !satisfies(member, setting))) {
        return Double.POSITIVE_INFINITY;
      }
      if (member.exists != null) {
        sum += member.exists == (setting != null) ? 0 : 1;
      } else if (setting == null) {
        sum += 1;
      } else if (member.ideal instanceof Number ideal) {
        sum += numeric(((Number) setting).doubleValue(), ideal.doubleValue());
      } else if (member.ideal != null) {
        sum += equal(member.ideal, setting) ? 0 : 1;
      }
    }
    return sum;
  }

  private static boolean satisfies(Member member, Object setting) {
    return (member.min == null || ((Number) setting).doubleValue() >= member.min.doubleValue())
        && (member.max == null || ((Number) setting).doubleValue() <= member.max.doubleValue())
        && (member.exact == null || equal(member.exact, setting));
  }

  private static boolean equal(Object wanted, Object setting) {
    return switch (wanted) {
      case List<?> list -> list.contains(setting);
      case Map<?, ?> mustExist -> mustExist.containsValue(true);
      case Number number -> number.doubleValue() == ((Number) setting).doubleValue();
      default -> wanted.equals(setting);
    };
  }

  private static double numeric(double actual, double ideal) {
    return actual == ideal
        ? 0
        : Math.abs(actual - ideal) / Math.max(Math.abs(actual), Math.abs(ideal));
  }

  private static double tenth(double value) {
    return Math.abs(value) < 1e5 ? Math.rint(value * 1e10) / 1e10 : value;
  }
}
