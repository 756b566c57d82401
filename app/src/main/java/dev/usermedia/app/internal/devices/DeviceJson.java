package dev.usermedia.app.internal.devices;

import com.google.gson.stream.JsonWriter;
import dev.usermedia.DeviceFit;
import dev.usermedia.DisplaySurface;
import dev.usermedia.InputDeviceInfo;
import dev.usermedia.MediaDeviceInfo;
import dev.usermedia.frame.VideoRect;
import dev.usermedia.spi.AudioMode;
import dev.usermedia.spi.SourceMode;
import dev.usermedia.spi.VideoMode;
import java.io.IOException;
import java.io.StringWriter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Writes a list of devices as JSON. README.md documents the shape; members are only ever added. */
final class DeviceJson {
  private DeviceJson() {}

  static String write(DeviceList list) {
    Map<String, Object> root = new LinkedHashMap<>();
    root.put("devices", list.devices().stream().map(it -> device(list, it)).toList());
    root.put("displays", list.displays().stream().map(it -> display(list, it)).toList());
    root.put("unavailable", list.unavailable());
    return write(root);
  }

  static String write(Why why) {
    Map<String, Object> root = new LinkedHashMap<>();
    root.put("constraints", why.constraints().toMap());
    root.put("devices", why.devices().stream().map(device -> fit(why, device)).toList());
    return write(root);
  }

  private static Map<String, Object> fit(Why why, DeviceFit device) {
    Map<String, Object> members = new LinkedHashMap<>();
    members.put("deviceId", device.deviceId());
    members.put("kind", device.kind().value());
    members.put("label", device.label());
    members.put("fits", device.settings().isPresent());
    device.settings().ifPresent(settings -> members.put("settings", settings.toMap()));
    members.put("ruledOut", why.obstacles(device).stream().map(DeviceJson::obstacle).toList());
    return members;
  }

  private static Map<String, Object> obstacle(Why.Obstacle obstacle) {
    Map<String, Object> members = new LinkedHashMap<>();
    members.put("constraint", obstacle.constraint());
    members.put("asked", obstacle.asked());
    members.put("available", obstacle.available());
    members.put("modes", obstacle.modes().stream().map(DeviceJson::mode).toList());
    return members;
  }

  private static String write(Map<String, Object> root) {
    StringWriter text = new StringWriter();
    try (JsonWriter writer = new JsonWriter(text)) {
      writer.setIndent("  ");
      write(root, writer);
    } catch (IOException e) {
      throw new IllegalStateException("writing a string", e);
    }
    return text.toString();
  }

  private static Map<String, Object> device(DeviceList list, MediaDeviceInfo device) {
    Map<String, Object> members = new LinkedHashMap<>();
    members.put("deviceId", device.deviceId());
    members.put("kind", device.kind().value());
    members.put("label", device.label());
    members.put("groupId", device.groupId());
    members.put("default", list.isDefault(device));
    if (device instanceof InputDeviceInfo input) {
      members.put("capabilities", input.getCapabilities().toMap());
      members.put("modes", modes(list, device.deviceId()));
    }
    return members;
  }

  private static Map<String, Object> display(DeviceList list, DisplaySurface display) {
    Map<String, Object> members = new LinkedHashMap<>();
    members.put("id", display.id());
    members.put("label", display.label());
    members.put("displaySurface", display.displaySurface());
    members.put("primary", display.primary());
    display.bounds().ifPresent(bounds -> members.put("bounds", bounds(bounds)));
    members.put("modes", modes(list, display.id()));
    return members;
  }

  private static Map<String, Object> bounds(VideoRect bounds) {
    Map<String, Object> members = new LinkedHashMap<>();
    members.put("x", bounds.x());
    members.put("y", bounds.y());
    members.put("width", bounds.width());
    members.put("height", bounds.height());
    return members;
  }

  private static List<Map<String, Object>> modes(DeviceList list, String id) {
    return list.modesOf(id).stream().map(DeviceJson::mode).toList();
  }

  private static Map<String, Object> mode(SourceMode mode) {
    Map<String, Object> members = new LinkedHashMap<>();
    switch (mode) {
      case VideoMode video -> {
        members.put("format", video.format().name());
        members.put("width", video.width());
        members.put("height", video.height());
        members.put("frameRate", range(video.minFrameRate(), video.maxFrameRate()));
      }
      case AudioMode audio -> {
        members.put("sampleRate", audio.sampleRateHz());
        members.put("channelCount", audio.channelCount());
        members.put("sampleSize", audio.sampleSizeBits());
        members.put("latency", range(audio.minLatencySeconds(), audio.maxLatencySeconds()));
      }
    }
    return members;
  }

  /** As ranges are in capabilities. */
  private static Map<String, Object> range(double min, double max) {
    Map<String, Object> members = new LinkedHashMap<>();
    members.put("max", max);
    members.put("min", min);
    return members;
  }

  private static void write(Object tree, JsonWriter writer) throws IOException {
    switch (tree) {
      case Map<?, ?> members -> {
        writer.beginObject();
        for (Map.Entry<?, ?> member : members.entrySet()) {
          writer.name(String.valueOf(member.getKey()));
          write(member.getValue(), writer);
        }
        writer.endObject();
      }
      case List<?> values -> {
        writer.beginArray();
        for (Object value : values) {
          write(value, writer);
        }
        writer.endArray();
      }
      case Boolean value -> writer.value(value);
      case Double value when value == Math.rint(value) -> writer.value(value.longValue());
      case Number value -> writer.value(value);
      default -> writer.value(tree.toString());
    }
  }
}
