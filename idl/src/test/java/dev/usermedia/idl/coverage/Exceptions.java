package dev.usermedia.idl.coverage;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What the naming rules do not find, each with a reason. A line is {@code KEY | REASON}, or {@code
 * KEY -> CLASS#METHOD | REASON} where the counterpart is elsewhere. The key of a definition stands
 * for its members too. A line that excuses nothing, or points at what is not there, is a finding.
 */
final class Exceptions {
  private final List<Line> lines = new ArrayList<>();

  private record Line(String key, Optional<String> elsewhere, String reason) {
    boolean covers(Finding finding) {
      return finding.key().equals(key)
          || finding.key().startsWith(key + ".")
          || finding.key().equals(key + "()");
    }
  }

  private Exceptions() {}

  /** Reads lines; those that are empty or start with {@code #} say nothing. */
  static Exceptions parse(String text) {
    Exceptions exceptions = new Exceptions();
    text.lines()
        .map(String::strip)
        .filter(line -> !line.isEmpty() && !line.startsWith("#"))
        .forEach(line -> exceptions.lines.add(line(line)));
    return exceptions;
  }

  private static Line line(String line) {
    String[] parts = line.split("\\|", 2);
    String[] key = parts[0].split("->", 2);
    if (parts.length < 2 || parts[1].isBlank() || key[0].isBlank()) {
      throw new IllegalArgumentException("not KEY [-> CLASS#METHOD] | REASON: " + line);
    }
    return new Line(
        key[0].strip(),
        key.length == 2 ? Optional.of(key[1].strip()) : Optional.empty(),
        parts[1].strip());
  }

  /** Those findings that no line excuses, and those lines that are of no use. */
  List<Finding> unexcused(List<Finding> findings) {
    List<Finding> rest = new ArrayList<>();
    Set<Line> used = new HashSet<>();
    for (Finding finding : findings) {
      List<Line> covering = lines.stream().filter(line -> line.covers(finding)).toList();
      used.addAll(covering);
      if (covering.isEmpty()) {
        rest.add(finding);
      }
    }
    for (Line line : lines) {
      if (!used.contains(line)) {
        rest.add(new Finding(line.key, "an exception that is not needed"));
      }
      line.elsewhere
          .filter(place -> !exists(place))
          .ifPresent(place -> rest.add(new Finding(line.key, "there is no " + place)));
    }
    return rest;
  }

  /** Whether there is a class, or a method of it, public or not: {@code CLASS[#METHOD]}. */
  static boolean exists(String place) {
    String[] parts = place.split("#", 2);
    Optional<Class<?>> type = Surface.load(parts[0]);
    return parts.length == 1
        ? type.isPresent()
        : type.stream()
            .flatMap(it -> Arrays.stream(it.getDeclaredMethods()))
            .anyMatch(method -> method.getName().equals(parts[1]));
  }
}
