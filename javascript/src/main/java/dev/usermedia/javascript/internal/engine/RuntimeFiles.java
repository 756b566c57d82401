package dev.usermedia.javascript.internal.engine;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.graalvm.polyglot.Source;

/** This room's own JavaScript, read once for all contexts of an engine. */
public final class RuntimeFiles {
  private static final String DIRECTORY = "/dev/usermedia/javascript/";

  private final List<Part> parts;

  /** When in the making of a context a file is evaluated, and with what its function is called. */
  public enum Stage {
    /** Once for a thread: makes what its globals share. */
    AGENT,
    /** Once for a thread, with that. */
    IMPL,
    /** Once for each global, with its runtime. */
    REALM,
    /** The same, but only for a page. */
    WINDOW,
    /** The same, but only for a worker. */
    WORKER
  }

  /** A file. */
  public record Part(Stage stage, Source source) {}

  /** Reads all files. */
  public RuntimeFiles() {
    parts =
        text("runtime/files.txt")
            .lines()
            .map(line -> line.replaceFirst("#.*", "").strip())
            .filter(line -> !line.isEmpty())
            .map(
                line -> {
                  String[] words = line.split(" ", 2);
                  return new Part(
                      Stage.valueOf(words[0].toUpperCase(java.util.Locale.ROOT)), read(words[1]));
                })
            .toList();
  }

  /** All files in the order in which they are evaluated. */
  public List<Part> parts() {
    return parts;
  }

  /** A file by its name. */
  public static Source read(String name) {
    return source(name, text(name));
  }

  /** A library as an expression that is what it exports. */
  public static Source library(String name) {
    return source(
        name,
        "(function () { const module = { exports: {} }, { exports } = module;\n"
            + text(name)
            + "\nreturn module.exports; })()");
  }

  private static Source source(String name, String text) {
    return Source.newBuilder("js", text, "usermedia:" + name)
        .internal(true)
        .cached(true)
        .buildLiteral();
  }

  private static String text(String name) {
    if (!name.matches("[A-Za-z0-9/-]+\\.[a-z]+")) {
      throw new IllegalArgumentException("no name of a runtime file: " + name);
    }
    try (InputStream file = RuntimeFiles.class.getResourceAsStream(DIRECTORY + name)) {
      if (file == null) {
        throw new IllegalStateException("no resource " + name);
      }
      return new String(file.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
