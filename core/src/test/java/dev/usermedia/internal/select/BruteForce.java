package dev.usermedia.internal.select;

import dev.usermedia.internal.select.TextSettings.Point;
import dev.usermedia.spi.AudioMode;
import dev.usermedia.spi.Capability;
import dev.usermedia.spi.SourceKind;
import dev.usermedia.spi.SourceMode;
import dev.usermedia.spi.VideoMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * SelectSettings by its text: every settings dictionary of every device is written down ({@link
 * TextSettings}) and measured ({@link TextMember}). It shares nothing with the implementation but
 * what drivers tell of devices; ties are broken as decision 010 says.
 */
final class BruteForce {
  private static final Set<String> GIVEN_BY_MODES =
      Set.of(
          "width",
          "height",
          "aspectRatio",
          "frameRate",
          "sampleRate",
          "sampleSize",
          "latency",
          "channelCount");

  /**
   * The outcome of a request.
   *
   * @param devices the devices that fit, the best first; if there are none, the other two tell why
   */
  record Outcome(List<Answer> devices, String failedConstraint, List<Refused> refused) {}

  /**
   * A device's settings and their distance.
   *
   * @param started the mode that the device is started in
   * @param told what else it is told: the controls that differ from their initial values
   */
  record Answer(
      String deviceId,
      Map<String, Object> settings,
      double distance,
      SourceMode started,
      Map<String, Object> told) {}

  /** Which constraint ruled out a mode of a device, or all of the device. */
  record Refused(String deviceId, Optional<SourceMode> mode, String constraint) {}

  private final char kind;
  private final List<TextMember> basic;
  private final List<List<TextMember>> advanced = new ArrayList<>();
  private final Map<String, Set<Double>> corners = new HashMap<>();

  /**
   * Reads a request.
   *
   * @param constraints the tree of a {@code MediaTrackConstraints}
   * @param kind a for audio, v for video
   */
  BruteForce(Map<String, ?> constraints, char kind) {
    this.kind = kind;
    this.basic = TextMember.of(constraints, kind, false);
    if (constraints.get("advanced") instanceof List<?> sets) {
      for (Object set : sets) {
        @SuppressWarnings("unchecked") // what advanced holds
        Map<String, ?> members = (Map<String, ?>) set;
        advanced.add(TextMember.of(members, kind, true));
      }
    }
    basic.forEach(this::collectCorners);
    advanced.forEach(set -> set.forEach(this::collectCorners));
  }

  private void collectCorners(TextMember member) {
    Set<Double> ofProperty = corners.computeIfAbsent(member.name(), name -> new TreeSet<>());
    for (Object number :
        new Object[] {member.min(), member.max(), member.exact(), member.ideal()}) {
      if (number instanceof Double corner && !corner.isNaN()) {
        ofProperty.add(corner);
      }
    }
  }

  /** A device's answer with the advanced sets that it satisfies, as a word of 1 and 0. */
  private record Ranked(Answer answer, String satisfied, boolean isDefault) {}

  Outcome select(List<Candidate> candidates) {
    List<List<Point>> all = new ArrayList<>();
    List<Ranked> ranked = new ArrayList<>();
    for (Candidate candidate : candidates) {
      List<Point> points = TextSettings.of(candidate, corners);
      all.add(points);
      select(candidate, points).ifPresent(ranked::add);
    }
    if (ranked.isEmpty()) {
      return new Outcome(List.of(), failedConstraint(all), refused(candidates, all));
    }
    ranked.sort(
        Comparator.comparing(Ranked::satisfied)
            .reversed()
            .thenComparingDouble(it -> it.answer.distance)
            .thenComparing(it -> !it.isDefault));
    return new Outcome(ranked.stream().map(Ranked::answer).toList(), "", List.of());
  }

  private Optional<Ranked> select(Candidate candidate, List<Point> points) {
    // 3. The settings dictionaries at a finite distance are candidates.
    List<Point> candidates = new ArrayList<>();
    for (Point point : points) {
      point.distance = TextMember.distance(basic, point.settings);
      if (point.distance < Double.POSITIVE_INFINITY) {
        candidates.add(point);
      }
    }
    // 4.
    if (candidates.isEmpty()) {
      return Optional.empty();
    }
    // 5. In order, keep those that satisfy an advanced set, or ignore the set if none does.
    StringBuilder satisfied = new StringBuilder();
    for (List<TextMember> set : advanced) {
      List<Point> kept = new ArrayList<>();
      for (Point point : candidates) {
        if (TextMember.distance(set, point.settings) < Double.POSITIVE_INFINITY) {
          kept.add(point);
        }
      }
      satisfied.append(kept.isEmpty() ? '0' : '1');
      candidates = kept.isEmpty() ? candidates : kept;
    }
    // 6. The smallest distance, and of several what is most usual.
    Comparator<Point> ties = ties(candidate);
    Point best = null;
    for (Point point : candidates) {
      if (best == null
          || point.distance < best.distance
          || (point.distance == best.distance && ties.compare(point, best) < 0)) {
        best = point;
      }
    }
    Answer answer = kind == 'a' ? audio(candidate, best) : video(candidate, best, candidates);
    return Optional.of(
        new Ranked(answer, satisfied.toString(), candidate.device().systemDefault()));
  }

  private static Answer audio(Candidate candidate, Point best) {
    AudioMode mode = (AudioMode) candidate.device().modes().get(best.mode);
    double latency = best.number(TextSettings.LATENCY);
    return answer(candidate, best, mode.with(latency));
  }

  /** The same settings may be had from several modes, and be some mode's own. */
  private static Answer video(Candidate candidate, Point best, List<Point> candidates) {
    List<SourceMode> modes = candidate.device().modes();
    Comparator<Point> leastWaste =
        Comparator.<Point, Boolean>comparing(point -> !point.isNone())
            .thenComparing(point -> !point.isNone() && isPictureLost(point, modes))
            .thenComparingInt(point -> point.isNone() ? 0 : area(modes.get(point.mode)))
            .thenComparingDouble(point -> point.isNone() ? 0 : startedRate(point, modes))
            .thenComparingInt(point -> point.mode);
    Point giving = best;
    for (Point point : candidates) {
      if (point.distance == best.distance
          && isSameButResizeMode(point, best)
          && leastWaste.compare(point, giving) < 0) {
        giving = point;
      }
    }
    VideoMode mode = (VideoMode) modes.get(giving.mode);
    return answer(candidate, giving, mode.at(startedRate(giving, modes)));
  }

  private static Answer answer(Candidate candidate, Point point, SourceMode started) {
    Map<String, Object> told = new HashMap<>();
    TextSettings.controls(candidate)
        .forEach(
            (name, capability) -> {
              Object value = point.settings[TextMember.column(name)];
              if (!value.equals(initial(capability))) {
                told.put(name, value);
              }
            });
    Map<String, Object> settings = new HashMap<>(point.toMap());
    if (candidate.device().kind().isDisplay()) {
      settings.put("screenPixelRatio", 1.0);
    }
    return new Answer(candidate.deviceId(), settings, point.distance, started, told);
  }

  private static Object initial(Capability capability) {
    return switch (capability) {
      case Capability.Choice choice -> choice.values().getFirst();
      case Capability.Range range ->
          TextSettings.values(range, Set.of()).stream()
              .min(
                  Comparator.<Double>comparingDouble(value -> Math.abs(value - range.initial()))
                      .thenComparing(Comparator.naturalOrder()))
              .orElseThrow();
    };
  }

  private static boolean isSameButResizeMode(Point one, Point other) {
    for (int i = 0; i < one.settings.length; i++) {
      if (i != TextSettings.RESIZE_MODE && !Objects.equals(one.settings[i], other.settings[i])) {
        return false;
      }
    }
    return true;
  }

  private static boolean isPictureLost(Point point, List<SourceMode> modes) {
    VideoMode mode = (VideoMode) modes.get(point.mode);
    double w = point.number(TextSettings.WIDTH);
    double h = point.number(TextSettings.HEIGHT);
    return h != TextSettings.nearest(mode.height(), w, mode.width())
        && w != TextSettings.nearest(mode.width(), h, mode.height());
  }

  private static int area(SourceMode mode) {
    return ((VideoMode) mode).width() * ((VideoMode) mode).height();
  }

  /** The rate that a mode runs at for a rate that may be decimated. */
  private static double startedRate(Point point, List<SourceMode> modes) {
    VideoMode mode = (VideoMode) modes.get(point.mode);
    double rate = point.number(TextSettings.FRAME_RATE);
    double multiple = rate;
    for (int i = 2; multiple < mode.minFrameRate(); i++) {
      multiple = rate * i;
    }
    return Math.min(multiple, mode.maxFrameRate());
  }

  /**
   * Any required constraint whose distance was infinite for all settings dictionaries; the first of
   * several, and "" if there is none.
   */
  private String failedConstraint(List<List<Point>> all) {
    return basic.stream()
        .filter(TextMember::isRequired)
        .filter(member -> all.stream().allMatch(points -> isHopeless(List.of(member), points)))
        .map(TextMember::name)
        .findFirst()
        .orElse("");
  }

  private static boolean isHopeless(List<TextMember> set, List<Point> points) {
    for (Point point : points) {
      if (TextMember.distance(set, point.settings) < Double.POSITIVE_INFINITY) {
        return false;
      }
    }
    return true;
  }

  private List<Refused> refused(List<Candidate> candidates, List<List<Point>> all) {
    List<Refused> refused = new ArrayList<>();
    for (int i = 0; i < candidates.size(); i++) {
      String id = candidates.get(i).deviceId();
      List<Point> points = all.get(i);
      Optional<String> byDevice =
          basic.stream()
              .filter(TextMember::isRequired)
              .filter(member -> !GIVEN_BY_MODES.contains(member.name()))
              .filter(member -> isHopeless(List.of(member), points))
              .map(TextMember::name)
              .findFirst();
      if (byDevice.isPresent()) {
        refused.add(new Refused(id, Optional.empty(), byDevice.get()));
        continue;
      }
      List<SourceMode> modes = candidates.get(i).device().modes();
      for (int mode = 0; mode < modes.size(); mode++) {
        int index = mode;
        List<Point> ofMode = points.stream().filter(point -> point.mode == index).toList();
        for (int j = 0; j < basic.size(); j++) {
          if (basic.get(j).isRequired() && isHopeless(basic.subList(0, j + 1), ofMode)) {
            refused.add(new Refused(id, Optional.of(modes.get(mode)), basic.get(j).name()));
            break;
          }
        }
      }
    }
    return refused;
  }

  /** Between settings of equal fitness distance. */
  private Comparator<Point> ties(Candidate candidate) {
    List<SourceMode> modes = candidate.device().modes();
    double[] unusual = modes.stream().mapToDouble(mode -> unusual(candidate, mode)).toArray();
    Comparator<Point> ties =
        Comparator.<Point>comparingDouble(point -> unusual[point.mode])
            .thenComparingInt(point -> point.mode);
    if (kind == 'v') {
      ties =
          ties.thenComparing(point -> !point.isNone())
              .thenComparing(nearest(TextSettings.FRAME_RATE, 30))
              .thenComparingDouble(point -> -fit(point, modes))
              .thenComparingDouble(point -> cover(point, modes))
              .thenComparingDouble(point -> -point.number(TextSettings.WIDTH));
    } else {
      ties = ties.thenComparing(nearest(TextSettings.LATENCY, 0.01));
    }
    for (Map.Entry<String, Capability> control : TextSettings.controls(candidate).entrySet()) {
      int column = TextMember.column(control.getKey());
      ties =
          switch (control.getValue()) {
            case Capability.Choice choice ->
                ties.thenComparingInt(point -> choice.values().indexOf(point.settings[column]));
            case Capability.Range range -> ties.thenComparing(nearest(column, range.initial()));
          };
    }
    return ties;
  }

  /** The nearest first, and of two that are as near the lower one. */
  private static Comparator<Point> nearest(int column, double usual) {
    return Comparator.<Point>comparingDouble(point -> Math.abs(point.number(column) - usual))
        .thenComparingDouble(point -> point.number(column));
  }

  /** How much detail of the whole picture is kept. */
  private static double fit(Point point, List<SourceMode> modes) {
    VideoMode mode = (VideoMode) modes.get(point.mode);
    return Math.min(
        point.number(TextSettings.WIDTH) * mode.height(),
        point.number(TextSettings.HEIGHT) * mode.width());
  }

  /** How much of the picture is cropped. */
  private static double cover(Point point, List<SourceMode> modes) {
    VideoMode mode = (VideoMode) modes.get(point.mode);
    return Math.max(
        point.number(TextSettings.WIDTH) * mode.height(),
        point.number(TextSettings.HEIGHT) * mode.width());
  }

  private static double unusual(Candidate candidate, SourceMode mode) {
    SourceMode first = candidate.device().modes().getFirst();
    return switch (mode) {
      case VideoMode video -> {
        boolean isCamera = candidate.device().kind() == SourceKind.CAMERA;
        double rate = Math.clamp(30, video.minFrameRate(), video.maxFrameRate());
        yield TextMember.numeric(video.width(), isCamera ? 640 : ((VideoMode) first).width())
            + TextMember.numeric(video.height(), isCamera ? 480 : ((VideoMode) first).height())
            + TextMember.numeric(rate, 30);
      }
      case AudioMode audio -> {
        double latency = Math.clamp(0.01, audio.minLatencySeconds(), audio.maxLatencySeconds());
        yield TextMember.numeric(audio.sampleRateHz(), 48_000)
            + TextMember.numeric(audio.channelCount(), ((AudioMode) first).channelCount())
            + TextMember.numeric(latency, 0.01);
      }
    };
  }

  /** What the implementation answered, in the oracle's words. */
  static Outcome outcome(Selection selection) {
    return switch (selection) {
      case Selection.Failed failed ->
          new Outcome(
              List.of(),
              failed.constraint(),
              failed.refusals().stream()
                  .map(it -> new Refused(it.candidate().deviceId(), it.mode(), it.constraint()))
                  .toList());
      case Selection.Ranked ranked ->
          new Outcome(
              ranked.bestFirst().stream()
                  .map(
                      it ->
                          new Answer(
                              it.candidate().deviceId(),
                              it.settings().toMap(),
                              it.fitnessDistance(),
                              it.source().mode(),
                              it.source().controls()))
                  .toList(),
              "",
              List.of());
    };
  }
}
