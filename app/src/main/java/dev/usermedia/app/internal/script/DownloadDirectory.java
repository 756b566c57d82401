package dev.usermedia.app.internal.script;

import dev.usermedia.app.internal.cli.CommandException;
import dev.usermedia.app.internal.output.OutputFile;
import dev.usermedia.javascript.Downloads;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.function.Consumer;

/**
 * The one directory that a page's downloads are written to. What a page calls a file cannot lead
 * out of it, nor replace or follow what is there.
 */
final class DownloadDirectory implements Downloads {
  private static final int LONGEST_NAME = 100;
  private static final int NUMBERED_NAMES = 1000;

  private final Path directory;
  private final Consumer<String> told;

  /**
   * A directory that is there.
   *
   * @param told a line for each file
   * @throws CommandException {@code NoModificationAllowedError} if it cannot be written to
   */
  DownloadDirectory(Path directory, Consumer<String> told) {
    if (!Files.isDirectory(directory) || !Files.isWritable(directory)) {
      throw CommandException.unwritable(
          directory + " is no directory that can be written to; make one, and name it with --out");
    }
    this.directory = directory;
    this.told = told;
  }

  @Override
  public void save(String name, String type, byte[] content) {
    String safe = safeName(name);
    int dot = safe.lastIndexOf('.');
    String stem = dot > 0 ? safe.substring(0, dot) : safe;
    String extension = dot > 0 ? safe.substring(dot) : "";
    for (int i = 0; i < NUMBERED_NAMES; i++) {
      Path file = directory.resolve(i == 0 ? safe : stem + " (" + i + ")" + extension);
      try {
        Files.write(file, content, StandardOpenOption.WRITE, StandardOpenOption.CREATE_NEW);
        told.accept(file.toString());
        return;
      } catch (FileAlreadyExistsException _) {
        // the next number
      } catch (IOException e) {
        throw CommandException.unwritable(
            file + " cannot be written: " + OutputFile.reason(e) + "; name another --out");
      }
    }
    throw CommandException.unwritable("too many files are called " + safe + "; empty " + directory);
  }

  /** Letters, digits and what cannot mean anything to a file system or a shell. */
  static String safeName(String name) {
    String plain =
        name.replaceFirst("(?s).*[/\\\\]", "")
            .replaceAll("[^\\p{L}\\p{N}._ -]", "_")
            .replaceFirst("^[. -]+", "");
    String cut =
        plain.length() > LONGEST_NAME ? plain.substring(plain.length() - LONGEST_NAME) : plain;
    return cut.isBlank() ? "download" : cut;
  }
}
