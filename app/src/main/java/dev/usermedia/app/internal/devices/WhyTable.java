package dev.usermedia.app.internal.devices;

import dev.usermedia.DeviceFit;
import dev.usermedia.constraints.MediaTrackSettings;
import dev.usermedia.spi.AudioMode;
import dev.usermedia.spi.SourceMode;
import dev.usermedia.spi.VideoMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** Writes for people which constraint rules out what of which device, and which value would do. */
final class WhyTable {
  private static final List<String> HEAD =
      List.of("DEVICE", "MODES", "RULED OUT BY", "WHAT WOULD DO");

  private final Why why;

  WhyTable(Why why) {
    this.why = why;
  }

  void write(Consumer<String> lines) {
    if (why.devices().isEmpty()) {
      lines.accept("There is no device of the kind; --fake works on any machine.");
      return;
    }
    List<List<String>> rows = new ArrayList<>();
    rows.add(HEAD);
    for (DeviceFit device : why.devices()) {
      String name = device.label() + " (" + device.deviceId() + ")";
      for (Why.Obstacle obstacle : why.obstacles(device)) {
        rows.add(
            List.of(
                name,
                obstacle.modes().isEmpty() ? "all" : modes(obstacle.modes()),
                obstacle.constraint() + " " + text(obstacle.asked()),
                available(obstacle.available())));
        name = "";
      }
      device
          .settings()
          .map(WhyTable::settings)
          .ifPresent(settings -> rows.add(List.of("", "fits", "-", settings)));
      if (!name.isEmpty()) {
        rows.set(rows.size() - 1, List.of(name, "fits", "-", rows.getLast().getLast()));
      }
    }
    int[] widths = new int[HEAD.size()];
    rows.forEach(
        row -> {
          for (int i = 0; i < widths.length; i++) {
            widths[i] = Math.max(widths[i], row.get(i).length());
          }
        });
    for (List<String> row : rows) {
      StringBuilder line = new StringBuilder();
      for (int i = 0; i < widths.length; i++) {
        line.append(row.get(i)).repeat(' ', widths[i] - row.get(i).length() + 2);
      }
      lines.accept(line.toString().stripTrailing());
    }
  }

  /** However many there are, in a few words. */
  private static String modes(List<SourceMode> modes) {
    String span =
        switch (modes.getFirst()) {
          case VideoMode first -> {
            List<VideoMode> all = modes.stream().map(VideoMode.class::cast).toList();
            yield span(all.stream().map(mode -> mode.width() + "x" + mode.height()).toList())
                + " at "
                + span(
                    all.stream()
                        .mapToDouble(VideoMode::maxFrameRate)
                        .sorted()
                        .mapToObj(WhyTable::number)
                        .toList());
          }
          case AudioMode first ->
              span(
                  modes.stream()
                      .map(AudioMode.class::cast)
                      .map(mode -> mode.sampleRateHz() + "x" + mode.channelCount())
                      .toList());
        };
    return modes.size() == 1 ? span : modes.size() + " modes, " + span;
  }

  private static String span(List<String> values) {
    String first = values.getFirst();
    String last = values.getLast();
    return first.equals(last) ? first : first + " .. " + last;
  }

  private static String settings(MediaTrackSettings settings) {
    return settings.toMap().entrySet().stream()
        .filter(entry -> !entry.getKey().endsWith("Id"))
        .map(entry -> entry.getKey() + " " + text(entry.getValue()))
        .collect(Collectors.joining(", "));
  }

  private static String available(Object available) {
    return switch (available) {
      case List<?> none when none.isEmpty() -> "nothing: the device does not have it";
      case List<?> values ->
          values.stream().map(WhyTable::text).collect(Collectors.joining(" or "));
      case Map<?, ?> range -> bound(range, "min") + " to " + bound(range, "max");
      default -> text(available);
    };
  }

  private static String bound(Map<?, ?> range, String name) {
    Object bound = range.get(name);
    return bound == null ? "?" : text(bound);
  }

  private static String text(Object value) {
    return switch (value) {
      case Number number -> number(number.doubleValue());
      case Map<?, ?> members ->
          members.entrySet().stream()
              .map(member -> member.getKey() + " " + text(member.getValue()))
              .collect(Collectors.joining(", "));
      case List<?> values ->
          values.stream().map(WhyTable::text).collect(Collectors.joining(" or "));
      default -> value.toString();
    };
  }

  private static String number(double value) {
    return value == Math.rint(value)
        ? String.valueOf((long) value)
        : String.format(Locale.ROOT, "%.10f", value).replaceAll("0+$", "");
  }
}
