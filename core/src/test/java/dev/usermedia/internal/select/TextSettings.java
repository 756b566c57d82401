package dev.usermedia.internal.select;

import dev.usermedia.spi.AudioMode;
import dev.usermedia.spi.Capability;
import dev.usermedia.spi.SourceKind;
import dev.usermedia.spi.SourceMode;
import dev.usermedia.spi.VideoMode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Every settings dictionary of a device, one after the other, as decision 010 describes them. Of a
 * continuum those numbers are written down where a constraint, a mode or a default has a corner.
 */
final class TextSettings {
  static final int WIDTH = TextMember.column("width");
  static final int HEIGHT = TextMember.column("height");
  static final int ASPECT_RATIO = TextMember.column("aspectRatio");
  static final int FRAME_RATE = TextMember.column("frameRate");
  static final int RESIZE_MODE = TextMember.column("resizeMode");
  static final int SAMPLE_RATE = TextMember.column("sampleRate");
  static final int SAMPLE_SIZE = TextMember.column("sampleSize");
  static final int LATENCY = TextMember.column("latency");
  static final int CHANNEL_COUNT = TextMember.column("channelCount");

  /** A settings dictionary, and the mode that gives it. */
  static final class Point {
    final Object[] settings;
    final int mode;
    double distance;

    Point(Object[] settings, int mode) {
      this.settings = settings;
      this.mode = mode;
    }

    double number(int column) {
      return ((Number) settings[column]).doubleValue();
    }

    /** Whether it is the mode's own picture. */
    boolean isNone() {
      return "none".equals(settings[RESIZE_MODE]);
    }

    Map<String, Object> toMap() {
      Map<String, Object> map = new LinkedHashMap<>();
      for (int i = 0; i < settings.length; i++) {
        if (settings[i] != null) {
          map.put(TextMember.PROPERTIES.get(i).name(), settings[i]);
        }
      }
      return map;
    }
  }

  private final Candidate candidate;
  private final Map<String, Set<Double>> corners;
  private final List<Point> points = new ArrayList<>();

  /**
   * For each mode, the rates of its own pictures or its latencies, and the rates of scaled ones.
   */
  private final List<Set<Double>> own = new ArrayList<>();

  private final List<Set<Double>> scaled = new ArrayList<>();
  private final Object[] blank = new Object[TextMember.PROPERTIES.size()];

  private TextSettings(Candidate candidate, Map<String, Set<Double>> corners) {
    this.candidate = candidate;
    this.corners = corners;
    for (SourceMode mode : candidate.device().modes()) {
      switch (mode) {
        case VideoMode video -> {
          double lowest = Math.min(0.001, video.minFrameRate());
          own.add(rates(video.minFrameRate(), video.maxFrameRate()));
          scaled.add(rates(lowest, video.maxFrameRate()));
        }
        case AudioMode audio ->
            own.add(
                within(
                    corners.getOrDefault("latency", Set.of()),
                    audio.minLatencySeconds(),
                    audio.maxLatencySeconds(),
                    0.01));
      }
    }
  }

  /**
   * All of a device's.
   *
   * @param corners numbers to try, by property
   */
  static List<Point> of(Candidate candidate, Map<String, Set<Double>> corners) {
    TextSettings all = new TextSettings(candidate, corners);
    all.write(List.copyOf(controls(candidate).entrySet()), 0);
    return all.points;
  }

  /** What the device has besides what its modes give. */
  static Map<String, Capability> controls(Candidate candidate) {
    Map<String, Capability> controls = new LinkedHashMap<>();
    Capability no = new Capability.Choice(List.of(false));
    switch (candidate.device().kind()) {
      case CAMERA -> controls.put("backgroundBlur", no);
      case MICROPHONE -> {
        controls.put("echoCancellation", no);
        controls.put("autoGainControl", no);
        controls.put("noiseSuppression", no);
      }
      default -> {}
    }
    controls.putAll(candidate.device().capabilities());
    controls.put("deviceId", new Capability.Choice(List.of(candidate.deviceId())));
    controls.put("groupId", new Capability.Choice(List.of(candidate.groupId())));
    return controls;
  }

  /** Goes through the values of one control after the other, and then through the modes. */
  private void write(List<Map.Entry<String, Capability>> controls, int index) {
    if (index == controls.size()) {
      writeModes();
      return;
    }
    String name = controls.get(index).getKey();
    for (Object value : values(name, controls.get(index).getValue())) {
      blank[TextMember.column(name)] = value;
      write(controls, index + 1);
    }
  }

  private List<?> values(String name, Capability capability) {
    return switch (capability) {
      case Capability.Choice choice -> choice.values();
      case Capability.Range range -> values(range, corners.getOrDefault(name, Set.of()));
    };
  }

  /** The steps of a range, or its corners if it has no steps. */
  static List<Double> values(Capability.Range range, Set<Double> corners) {
    if (range.step() == 0) {
      return List.copyOf(within(corners, range.min(), range.max(), range.initial()));
    }
    List<Double> values = new ArrayList<>();
    for (int i = 0; TextMember.tenth(range.min() + i * range.step()) <= range.max(); i++) {
      values.add(TextMember.tenth(range.min() + i * range.step()));
    }
    return values;
  }

  private static Set<Double> within(Set<Double> corners, double min, double max, double usual) {
    Set<Double> numbers = new TreeSet<>(corners);
    numbers.add(usual);
    numbers.add(min);
    numbers.add(max);
    numbers.removeIf(number -> number < min || number > max);
    return numbers;
  }

  private void writeModes() {
    List<SourceMode> modes = candidate.device().modes();
    for (int mode = 0; mode < modes.size(); mode++) {
      switch (modes.get(mode)) {
        case VideoMode video -> {
          writeOwn(video, mode);
          writeScaled(video, mode, candidate.device().kind() == SourceKind.CAMERA);
        }
        case AudioMode audio -> writeAudio(audio, mode);
      }
    }
  }

  private Set<Double> rates(double lowest, double highest) {
    Set<Double> rates = within(corners.getOrDefault("frameRate", Set.of()), lowest, highest, 30);
    for (SourceMode other : candidate.device().modes()) {
      double min = ((VideoMode) other).minFrameRate();
      double max = ((VideoMode) other).maxFrameRate();
      // The same settings may be had from several modes.
      for (double rate : new double[] {Math.min(0.001, min), min, max}) {
        if (rate >= lowest && rate <= highest) {
          rates.add(rate);
        }
      }
    }
    return rates;
  }

  private void writeOwn(VideoMode mode, int index) {
    for (Double rate : own.get(index)) {
      addVideo(mode, index, mode.width(), mode.height(), rate, "none");
    }
  }

  private void writeScaled(VideoMode mode, int index, boolean isCropped) {
    for (int w = 1; w <= mode.width(); w++) {
      for (int h = 1; h <= mode.height(); h++) {
        if (isCropped || isKept(w, h, mode)) {
          for (Double rate : scaled.get(index)) {
            addVideo(mode, index, w, h, rate, "crop-and-scale");
          }
        }
      }
    }
  }

  private static boolean isKept(int w, int h, VideoMode mode) {
    return mode.width() >= mode.height()
        ? h == nearest(mode.height(), w, mode.width())
        : w == nearest(mode.width(), h, mode.height());
  }

  /** A side that follows the other: to the nearest pixel, and one at least. */
  static double nearest(int side, double other, int otherSide) {
    return Math.max(1, Math.floor(side * other / otherSide + 0.5));
  }

  private void addVideo(VideoMode mode, int index, int w, int h, Double rate, String resizeMode) {
    boolean isCamera = candidate.device().kind() == SourceKind.CAMERA;
    Object[] settings = blank.clone();
    settings[WIDTH] = (long) w;
    settings[HEIGHT] = (long) h;
    settings[ASPECT_RATIO] =
        TextMember.tenth(isCamera ? (double) w / h : (double) mode.width() / mode.height());
    settings[FRAME_RATE] = rate;
    settings[RESIZE_MODE] = resizeMode;
    points.add(new Point(settings, index));
  }

  private void writeAudio(AudioMode mode, int index) {
    for (Double latency : own.get(index)) {
      Object[] settings = blank.clone();
      settings[SAMPLE_RATE] = (long) mode.sampleRateHz();
      settings[SAMPLE_SIZE] = (long) mode.sampleSizeBits();
      settings[LATENCY] = latency;
      settings[CHANNEL_COUNT] = (long) mode.channelCount();
      points.add(new Point(settings, index));
    }
  }
}
