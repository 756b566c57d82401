package dev.usermedia.app.internal.script;

import dev.usermedia.javascript.PageResource;
import dev.usermedia.javascript.PageResources;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * The files in and below the directory of a script or page, under {@code https://localhost/}: all
 * that it can load. Not those whose names begin with a dot, nor what links lead to elsewhere.
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
    return ORIGIN + "/" + URLEncoder.encode(name, StandardCharsets.UTF_8).replace("+", "%20");
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
    String path = decoded(url.substring(ORIGIN.length() + 1).replaceFirst("(?s)[?#].*", ""));
    try {
      Path wanted = root.resolve(path).toRealPath();
      if (!Files.isRegularFile(wanted) || !isShown(wanted)) {
        return Optional.empty();
      }
      String type =
          TYPES.getOrDefault(
              path.substring(path.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT),
              "application/octet-stream");
      return Optional.of(new PageResource(type, Files.readAllBytes(wanted), Map.of()));
    } catch (InvalidPathException | IOException _) {
      return Optional.empty(); // as a server says of what is not there, or not for everybody
    }
  }

  /** Below the directory, and neither it nor a directory on the way is hidden. */
  private boolean isShown(Path real) {
    if (!real.startsWith(root)) {
      return false;
    }
    for (Path name : root.relativize(real)) {
      if (name.toString().startsWith(".")) {
        return false;
      }
    }
    return true;
  }

  /** Without percent signs; what is no UTF-8 names no file. */
  private static String decoded(String path) {
    try {
      return URLDecoder.decode(path.replace("+", "%2B"), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException _) {
      return path;
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
