package dev.usermedia.javascript.wpt;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A page to run.
 *
 * @param path of the page on the server, with its variant
 * @param secure whether it wants HTTPS
 * @param slow whether it may take a minute
 */
public record WptTest(String path, boolean secure, boolean slow) {
  private static final Set<String> NO_TESTS =
      Set.of("support", "resources", "crashtests", "utils", "tools");
  private static final Pattern VARIANT =
      Pattern.compile(
          "<meta name=[\"']?variant[\"']? content=[\"']([^\"']*)[\"']|(?m)^// META: variant=(.*)$");
  private static final Pattern SLOW =
      Pattern.compile("name=[\"']?timeout[\"']? content=[\"']?long|META: timeout=long");
  private static final Pattern SECURE = Pattern.compile("\\.(https|serviceworker)\\.");
  private static final Pattern GLOBALS = Pattern.compile("META: global=(.*)");

  /**
   * Finds tests.
   *
   * @param root the directory that has {@code resources/testharness.js}
   * @param path of a directory or a test in it
   */
  public static List<WptTest> find(Path root, String path) {
    Path start = root.resolve(path);
    List<WptTest> tests = new ArrayList<>();
    try (Stream<Path> files = Files.walk(start)) {
      files
          .filter(Files::isRegularFile)
          .filter(
              file ->
                  file.equals(start)
                      || Stream.iterate(file.getParent(), at -> !at.equals(start), Path::getParent)
                          .noneMatch(at -> NO_TESTS.contains(at.getFileName().toString())))
          .sorted()
          .forEach(file -> add(root, file, tests));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return tests;
  }

  private static void add(Path root, Path file, List<WptTest> tests) {
    String path = "/" + root.relativize(file);
    if (!path.matches(".*\\.(html?|window\\.js|any\\.js|worker\\.js)")) {
      return;
    }
    String text = read(file);
    List<String> pages = new ArrayList<>();
    if (path.endsWith(".js")) {
      String stem = path.substring(0, path.length() - 3);
      if (path.endsWith(".any.js")) {
        Matcher globals = GLOBALS.matcher(text);
        String wanted = globals.find() ? globals.group(1) : "window,dedicatedworker";
        if (wanted.contains("window")) {
          pages.add(stem + ".html");
        }
        if (wanted.contains("worker")) {
          pages.add(stem + ".worker.html");
        }
      } else {
        pages.add(stem + ".html");
      }
    } else if (text.contains("resources/testharness.js")) {
      pages.add(path);
    }
    List<String> variants = new ArrayList<>();
    Matcher found = VARIANT.matcher(text);
    while (found.find()) {
      variants.add(found.group(1) == null ? found.group(2).strip() : found.group(1));
    }
    if (variants.isEmpty()) {
      variants.add("");
    }
    for (String page : pages) {
      for (String variant : variants) {
        tests.add(
            new WptTest(page + variant, SECURE.matcher(path).find(), SLOW.matcher(text).find()));
      }
    }
  }

  static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
