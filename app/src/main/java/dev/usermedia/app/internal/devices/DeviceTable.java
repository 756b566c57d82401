package dev.usermedia.app.internal.devices;

import dev.usermedia.MediaDeviceInfo;
import dev.usermedia.MediaDeviceKind;
import dev.usermedia.frame.VideoRect;
import dev.usermedia.spi.AudioMode;
import dev.usermedia.spi.SourceMode;
import dev.usermedia.spi.VideoMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;

/** Writes a list of devices for people: what to name, what it is called, what it delivers. */
final class DeviceTable {
  private final DeviceList list;
  private final boolean withModes;

  DeviceTable(DeviceList list, boolean withModes) {
    this.list = list;
    this.withModes = withModes;
  }

  private record Row(boolean marked, String id, String label, String delivers) {}

  void write(Consumer<String> lines) {
    if (list.devices().isEmpty() && list.displays().isEmpty()) {
      lines.accept("There are no devices on this machine; --fake works on any.");
    }
    section("Cameras", rows(MediaDeviceKind.VIDEOINPUT), lines);
    section("Microphones", rows(MediaDeviceKind.AUDIOINPUT), lines);
    section("Speakers", rows(MediaDeviceKind.AUDIOOUTPUT), lines);
    section("Screens", displays("monitor"), lines);
    section("Windows", displays("window"), lines);
    list.unavailable().forEach(reason -> lines.accept("(" + reason + ")"));
  }

  private List<Row> rows(MediaDeviceKind kind) {
    List<Row> rows = new ArrayList<>();
    for (MediaDeviceInfo device : list.devices()) {
      if (device.kind() == kind && !device.deviceId().equals("default")) {
        rows.add(
            new Row(
                rows.isEmpty(),
                device.deviceId(),
                device.label(),
                best(list.modesOf(device.deviceId()))));
      }
    }
    return rows;
  }

  private List<Row> displays(String surface) {
    return list.displays().stream()
        .filter(display -> display.displaySurface().equals(surface))
        .map(
            display ->
                new Row(
                    display.primary(),
                    display.id(),
                    display.label(),
                    display
                        .bounds()
                        .map(DeviceTable::bounds)
                        .orElseGet(() -> best(list.modesOf(display.id())))))
        .toList();
  }

  private void section(String title, List<Row> rows, Consumer<String> lines) {
    if (rows.isEmpty()) {
      return;
    }
    int width = rows.stream().mapToInt(row -> row.label().length()).max().orElse(0);
    lines.accept(title);
    for (Row row : rows) {
      lines.accept(
          String.format(
                  Locale.ROOT,
                  "%s %s  %-" + Math.max(width, 1) + "s  %s",
                  row.marked() ? "*" : " ",
                  row.id(),
                  row.label(),
                  row.delivers())
              .stripTrailing());
      if (withModes) {
        list.modesOf(row.id()).forEach(mode -> lines.accept("            " + describe(mode)));
      }
    }
  }

  private static String best(List<SourceMode> modes) {
    return modes.isEmpty() ? "" : describe(modes.getFirst());
  }

  private static String bounds(VideoRect bounds) {
    return bounds.width() + "x" + bounds.height() + " at " + bounds.x() + "," + bounds.y();
  }

  private static String describe(SourceMode mode) {
    return switch (mode) {
      case VideoMode video ->
          video.width()
              + "x"
              + video.height()
              + " "
              + range(video.minFrameRate(), video.maxFrameRate())
              + " fps "
              + video.format();
      case AudioMode audio ->
          audio.sampleRateHz()
              + " Hz "
              + switch (audio.channelCount()) {
                case 1 -> "mono";
                case 2 -> "stereo";
                default -> audio.channelCount() + " channels";
              };
    };
  }

  private static String range(double min, double max) {
    return min == max ? number(max) : number(min) + ".." + number(max);
  }

  private static String number(double value) {
    return value == Math.rint(value)
        ? String.valueOf((long) value)
        : String.format(Locale.ROOT, "%.2f", value);
  }
}
