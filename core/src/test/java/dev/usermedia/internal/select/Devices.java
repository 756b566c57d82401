package dev.usermedia.internal.select;

import static org.assertj.core.api.Assertions.assertThat;

import dev.usermedia.MediaKind;
import dev.usermedia.constraints.MediaTrackConstraints;
import dev.usermedia.constraints.MediaTrackSettings;
import dev.usermedia.frame.VideoPixelFormat;
import dev.usermedia.spi.AudioMode;
import dev.usermedia.spi.Capability;
import dev.usermedia.spi.SourceDevice;
import dev.usermedia.spi.SourceKind;
import dev.usermedia.spi.SourceMode;
import dev.usermedia.spi.VideoMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Devices to choose from. */
final class Devices {
  private Devices() {}

  static VideoMode mode(int width, int height, double frameRate) {
    return new VideoMode(VideoPixelFormat.NV12, width, height, frameRate);
  }

  static Candidate device(
      String id, SourceKind kind, Map<String, Capability> capabilities, SourceMode... modes) {
    return new Candidate(
        new SourceDevice(
            "test", id, kind, id, "", false, List.of(modes), capabilities, Optional.empty()),
        id,
        "group of " + id);
  }

  static Candidate camera(SourceMode... modes) {
    return device(
        "camera",
        SourceKind.CAMERA,
        Map.of("facingMode", new Capability.Choice(List.of("environment"))),
        modes);
  }

  /** The sizes of the fake camera that the browser has which the oracles were measured in. */
  static Candidate browserCamera() {
    List<SourceMode> modes = new ArrayList<>();
    for (int[] size :
        new int[][] {
          {96, 96}, {160, 120}, {320, 240}, {640, 480}, {1280, 720}, {1920, 1080}, {3840, 2160}
        }) {
      modes.add(mode(size[0], size[1], 20));
    }
    return camera(modes.toArray(SourceMode[]::new));
  }

  static Candidate screen(int width, int height) {
    return device(
        "screen",
        SourceKind.SCREEN,
        Map.of(
            "cursor", new Capability.Choice(List.of("always", "motion", "never")),
            "displaySurface", new Capability.Choice(List.of("monitor"))),
        new VideoMode(VideoPixelFormat.BGRX, width, height, 1, 60));
  }

  static Candidate microphone() {
    return device(
        "microphone",
        SourceKind.MICROPHONE,
        Map.of(),
        new AudioMode(44_100, 2, 16, 0.005, 0.1),
        new AudioMode(48_000, 1, 16, 0.005, 0.1),
        new AudioMode(48_000, 2, 16, 0.005, 0.1));
  }

  static Selection select(MediaTrackConstraints constraints, Candidate... candidates) {
    MediaKind kind = candidates[0].device().kind().isVideo() ? MediaKind.VIDEO : MediaKind.AUDIO;
    return SelectSettings.selectSettings(List.of(candidates), constraints, kind);
  }

  static Selected best(MediaTrackConstraints constraints, Candidate... candidates) {
    Selection selection = select(constraints, candidates);
    assertThat(selection).isInstanceOf(Selection.Ranked.class);
    return ((Selection.Ranked) selection).best();
  }

  static String failed(MediaTrackConstraints constraints, Candidate... candidates) {
    Selection selection = select(constraints, candidates);
    assertThat(selection).isInstanceOf(Selection.Failed.class);
    return ((Selection.Failed) selection).constraint();
  }

  /** Such as {@code "640x480@30 none"}. */
  static String shape(Selected selected) {
    MediaTrackSettings settings = selected.settings();
    double rate = settings.frameRate().orElseThrow();
    return settings.width().orElseThrow()
        + "x"
        + settings.height().orElseThrow()
        + "@"
        + (rate == Math.rint(rate) ? String.valueOf((long) rate) : String.valueOf(rate))
        + " "
        + settings.resizeMode().orElseThrow();
  }
}
