package dev.usermedia.permissions;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * Answers in a text file that a person can read and edit: a line for each, {@code granted camera
 * ORIGIN}. Read anew for each question, replaced as a whole for each answer.
 */
public final class FilePermissionStore implements PermissionStore {
  private final Path file;

  /** A store in a file, which need not exist yet. */
  public FilePermissionStore(Path file) {
    this.file = file;
  }

  /**
   * {@inheritDoc}
   *
   * @throws UncheckedIOException if the file cannot be read, or a line is not understood; the
   *     message names the line
   */
  @Override
  public synchronized List<Entry> entries() {
    try (Stream<String> lines = Files.lines(file, StandardCharsets.UTF_8)) {
      return lines
          .filter(line -> !line.isBlank() && !line.startsWith("#"))
          .map(this::parse)
          .toList();
    } catch (NoSuchFileException e) {
      return List.of();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read the permissions in " + file, e);
    }
  }

  @Override
  public synchronized void set(String origin, PermissionName name, PermissionState state) {
    if (origin.isBlank() || origin.lines().count() != 1) {
      throw new IllegalArgumentException("an origin is one line, not \"" + origin + "\"");
    }
    List<String> lines = new ArrayList<>();
    for (Entry entry : entries()) {
      if (!entry.origin().equals(origin) || entry.name() != name) {
        lines.add(format(entry));
      }
    }
    if (state != PermissionState.PROMPT) {
      lines.add(format(new Entry(origin, name, state)));
    }
    try {
      Path next = file.resolveSibling(file.getFileName() + ".new");
      Files.write(next, lines, StandardCharsets.UTF_8);
      Files.move(next, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot keep the permissions in " + file, e);
    }
  }

  private static String format(Entry entry) {
    return entry.state().value() + " " + entry.name().value() + " " + entry.origin();
  }

  private Entry parse(String line) {
    String[] words = line.strip().split("\\s+", 3);
    try {
      if (words.length == 3) {
        return new Entry(
            words[2],
            PermissionName.valueOf(words[1].replace('-', '_').toUpperCase(Locale.ROOT)),
            PermissionState.valueOf(words[0].toUpperCase(Locale.ROOT)));
      }
    } catch (IllegalArgumentException e) {
      // said below, with the line
    }
    throw new UncheckedIOException(
        new IOException(
            file + ": \"" + line + "\" is not \"granted|denied camera|microphone ORIGIN\""));
  }
}
