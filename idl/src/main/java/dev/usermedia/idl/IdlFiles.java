package dev.usermedia.idl;

import dev.usermedia.idl.ast.Definition;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.List;

/**
 * The IDL of specifications, as {@code @webref/idl} {@value #VERSION} has it, by its short names.
 * Licence and origin are in {@code specs/NOTICE.txt}.
 */
public final class IdlFiles {
  /** The version of the npm package that the files come from. */
  public static final String VERSION = "3.85.0";

  private static final List<String> NAMES =
      List.of(
          "FileAPI",
          "audio-output",
          "capability-delegation",
          "capture-handle-identity",
          "console",
          "cssom-view",
          "dom",
          "element-capture",
          "encoding",
          "fetch",
          "geometry",
          "hr-time",
          "html",
          "image-capture",
          "media-playback-quality",
          "mediacapture-automation",
          "mediacapture-extensions",
          "mediacapture-fromelement",
          "mediacapture-handle-actions",
          "mediacapture-region",
          "mediacapture-streams",
          "mediacapture-surface-control",
          "mediacapture-transform",
          "mediastream-recording",
          "mst-content-hint",
          "permissions",
          "permissions-policy",
          "pointerevents",
          "screen-capture",
          "streams",
          "uievents",
          "url",
          "video-rvfc",
          "webaudio",
          "webcodecs",
          "webidl",
          "webrtc",
          "window-management",
          "xhr");

  private IdlFiles() {}

  /** The short names of all specifications kept, such as {@code "mediacapture-streams"}. */
  public static List<String> names() {
    return NAMES;
  }

  /**
   * The text of a specification's IDL.
   *
   * @throws IllegalArgumentException if it is not kept
   */
  public static String text(String name) {
    if (!NAMES.contains(name)) {
      throw new IllegalArgumentException("no IDL of " + name + " is kept");
    }
    try (InputStream file = IdlFiles.class.getResourceAsStream("specs/" + name + ".idl")) {
      if (file == null) {
        throw new IllegalStateException("no resource specs/" + name + ".idl");
      }
      return new String(file.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The definitions of a specification. */
  public static List<Definition> parse(String name) {
    return IdlParser.parse(text(name));
  }

  /** The definitions of several specifications joined. */
  public static IdlModel model(Collection<String> names) {
    return IdlModel.of(names.stream().flatMap(name -> parse(name).stream()).toList());
  }
}
