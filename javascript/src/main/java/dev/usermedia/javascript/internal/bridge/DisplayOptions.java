package dev.usermedia.javascript.internal.bridge;

import dev.usermedia.AudioSelectionPreferenceEnum;
import dev.usermedia.DisplayMediaStreamOptions;
import dev.usermedia.MonitorTypeSurfacesEnum;
import dev.usermedia.SelfCapturePreferenceEnum;
import dev.usermedia.SurfaceSwitchingPreferenceEnum;
import dev.usermedia.SystemAudioPreferenceEnum;
import dev.usermedia.WindowAudioPreferenceEnum;
import dev.usermedia.constraints.MediaStreamConstraints;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** DisplayMediaStreamOptions from the dictionary that a script's side has converted. */
final class DisplayOptions {
  private DisplayOptions() {}

  static DisplayMediaStreamOptions.Builder read(Map<String, @Nullable Object> tree) {
    Map<String, @Nullable Object> media = new HashMap<>();
    media.put("video", tree.getOrDefault("video", true));
    media.put("audio", tree.getOrDefault("audio", false));
    MediaStreamConstraints read = MediaStreamConstraints.fromMap(media);
    DisplayMediaStreamOptions.Builder options = DisplayMediaStreamOptions.builder();
    read.video().ifPresentOrElse(options::video, () -> options.video(false));
    read.audio().ifPresent(options::audio);
    hint(
        tree,
        SelfCapturePreferenceEnum.values(),
        "selfBrowserSurface",
        options::selfBrowserSurface);
    hint(tree, SystemAudioPreferenceEnum.values(), "systemAudio", options::systemAudio);
    hint(tree, WindowAudioPreferenceEnum.values(), "windowAudio", options::windowAudio);
    hint(
        tree,
        SurfaceSwitchingPreferenceEnum.values(),
        "surfaceSwitching",
        options::surfaceSwitching);
    hint(
        tree,
        MonitorTypeSurfacesEnum.values(),
        "monitorTypeSurfaces",
        options::monitorTypeSurfaces);
    hint(tree, AudioSelectionPreferenceEnum.values(), "audioSelection", options::audioSelection);
    return options;
  }

  private static <E> void hint(
      Map<String, @Nullable Object> tree, E[] values, String member, Consumer<E> take) {
    if (tree.get(member) instanceof String value) {
      take.accept(named(values, value));
    }
  }

  /** The constant whose string on the Web this is; the script's side lets no other through. */
  static <E> E named(E[] values, String value) {
    return Arrays.stream(values)
        .filter(constant -> constant.toString().equals(value))
        .findFirst()
        .orElseThrow();
  }
}
