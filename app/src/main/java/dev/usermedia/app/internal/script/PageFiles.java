package dev.usermedia.app.internal.script;

import dev.usermedia.javascript.PageResource;
import dev.usermedia.javascript.PageResources;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * The files in and below the directory of a script or page, under {@code https://localhost/}: all
 * that it can load.
 */
final class PageFiles implements PageResources {
  private static final String ORIGIN = "https://localhost";
  private static final Map<String, String> TYPES =
      Map.of(
          "html", "text/html",
          "js", "text/javascript",
          "mjs", "text/javascript",
          "json", "application/json",
          "txt", "text/plain",
          "png", "image/png",
          "jpg", "image/jpeg");

  private final String name;
  private final Path root;

  PageFiles(Path file) {
    this.name = String.valueOf(file.getFileName());
    this.root = realPath(file.resolveSibling(""));
  }

  String origin() {
    return ORIGIN;
  }

  String url() {
    return ORIGIN + "/" + name;
  }

  boolean isPage() {
    String lower = name.toLowerCase(Locale.ROOT);
    return lower.endsWith(".html") || lower.endsWith(".htm");
  }

  @Override
  public Optional<PageResource> load(String url) {
    if (!url.startsWith(ORIGIN + "/")) {
      return Optional.empty();
    }
    String path = url.substring(ORIGIN.length() + 1).replaceFirst("[?#].*", "");
    Path wanted = root.resolve(path).normalize();
    if (!Files.isRegularFile(wanted) || !realPath(wanted).startsWith(root)) {
      return Optional.empty();
    }
    String type =
        TYPES.getOrDefault(
            path.substring(path.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT),
            "application/octet-stream");
    try {
      return Optional.of(new PageResource(type, Files.readAllBytes(wanted), Map.of()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Where symbolic links lead. */
  private static Path realPath(Path path) {
    try {
      return path.toAbsolutePath().toRealPath();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
