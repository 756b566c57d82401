package dev.usermedia.codecs.internal.file;

import dev.usermedia.spi.SourceException;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What follows {@code file:} in an address: a path or a URL, and options after the last {@code #}.
 *
 * @param text the address as it was given
 * @param input the path or URL without options
 * @param loop whether to begin again at the end ({@code #loop})
 */
record FileAddress(String text, String input, boolean loop) {
  private static final Pattern URL = Pattern.compile("([a-zA-Z][a-zA-Z0-9+.-]*)://(.*)");
  private static final Pattern USER = Pattern.compile("^[^/@]*@");
  private static final String LOCAL = "file://";

  /**
   * Takes an address apart.
   *
   * @throws SourceException if it names nothing or has an option that there is not
   */
  static FileAddress parse(String text) throws SourceException {
    int hash = text.lastIndexOf('#');
    String option = hash < 0 ? "" : text.substring(hash + 1);
    boolean loop = option.equals("loop");
    boolean hashInName = hash >= 0 && !loop && isFile(text);
    if (hash >= 0 && !loop && !hashInName) {
      throw Failure.of(
          SourceException.Kind.NOT_FOUND,
          "parse",
          text,
          "there is no file " + text + ", and no option #" + option + "; #loop repeats a file");
    }
    String input = loop ? text.substring(0, hash) : text;
    if (input.startsWith(LOCAL)) {
      input = input.substring(LOCAL.length());
    }
    if (input.isEmpty()) {
      throw Failure.of(
          SourceException.Kind.NOT_FOUND, "parse", text, "name a file or URL after \"file:\"");
    }
    return new FileAddress(text, input, loop);
  }

  private static boolean isFile(String name) {
    try {
      return Files.exists(Path.of(name));
    } catch (InvalidPathException e) {
      return false;
    }
  }

  /** Whether it is a URL, rather than a path. */
  boolean isUrl() {
    return URL.matcher(input).matches();
  }

  /** What FFmpeg is to open; a path is marked as one, or a colon in it would end a protocol. */
  String target() {
    return isUrl() ? input : "file:" + input;
  }

  /** The input for a person to read: as it was given, without the user and password of a URL. */
  String display() {
    Matcher url = URL.matcher(input);
    return url.matches()
        ? url.group(1) + "://" + USER.matcher(url.group(2)).replaceFirst("")
        : input;
  }

  /** The file's name; of a URL the host and path. */
  String label() {
    Matcher url = URL.matcher(input);
    if (url.matches()) {
      String rest = USER.matcher(url.group(2)).replaceFirst("").replaceFirst("[?].*", "");
      return rest.isEmpty() ? display() : rest;
    }
    String name = new File(input).getName();
    return name.isEmpty() ? input : name;
  }

  /**
   * Looks whether there is a file to open; of URLs only opening tells.
   *
   * @throws SourceException naming what is wrong with the path
   */
  void check() throws SourceException {
    if (isUrl()) {
      return;
    }
    Path path;
    try {
      path = Path.of(input);
    } catch (InvalidPathException e) {
      throw Failure.of(
          SourceException.Kind.NOT_FOUND,
          "open",
          display(),
          input + " is no path: " + e.getReason());
    }
    if (!Files.exists(path)) {
      throw Failure.of(
          SourceException.Kind.NOT_FOUND,
          "open",
          display(),
          "there is no file " + input + "; looked for " + path.toAbsolutePath().normalize());
    }
    if (Files.isDirectory(path)) {
      throw Failure.of(
          SourceException.Kind.NOT_FOUND,
          "open",
          display(),
          input + " is a directory; name a file in it");
    }
    if (!Files.isRegularFile(path)) {
      throw Failure.of(
          SourceException.Kind.FAILED,
          "open",
          display(),
          input + " is a pipe or a device; only regular files and URLs can be played");
    }
    if (!Files.isReadable(path)) {
      throw Failure.of(
          SourceException.Kind.NOT_ALLOWED,
          "open",
          display(),
          input + " may not be read by this user; see its permissions");
    }
  }
}
