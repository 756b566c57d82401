package dev.usermedia.app.internal.output;

import dev.usermedia.app.internal.cli.CommandException;
import dev.usermedia.app.internal.cli.ExitCode;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Locale;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParseResult;

/**
 * A file to be written.
 *
 * @param path as it was named
 * @param extension which of the known ones it has, such as {@code ".webm"}
 */
public record OutputFile(Path path, String extension) {
  private static final String OVERWRITE = "--overwrite";
  private static final int PARTIAL_NAMES = 1000;

  /** The option that lets a file that is there be replaced. */
  public static OptionSpec overwriteOption() {
    return OptionSpec.builder(OVERWRITE).description("Replace OUT if it is there.").build();
  }

  /** Whether it is given. */
  public static boolean mayOverwrite(ParseResult arguments) {
    return arguments.hasMatchedOption(OVERWRITE);
  }

  /**
   * Checks that the file can be written, before anything is captured. Leaves no trace.
   *
   * @param extensions what its name may end in
   * @param overwrite whether a file that is there may be replaced
   * @throws CommandException {@code UsageError} for another extension, {@code
   *     NoModificationAllowedError} for whatever else is in the way
   */
  public static OutputFile check(String name, List<String> extensions, boolean overwrite) {
    Path path;
    try {
      path = Path.of(name);
    } catch (InvalidPathException e) {
      throw new CommandException(
          ExitCode.USAGE,
          "UsageError",
          "no file can have this name (" + e.getReason() + "); check the locale, or name another",
          e);
    }
    if (Files.isDirectory(path)) {
      throw CommandException.unwritable(path + " is a directory; name a file in it");
    }
    String lower = name.toLowerCase(Locale.ROOT);
    String extension =
        extensions.stream()
            .filter(lower::endsWith)
            .findFirst()
            .orElseThrow(
                () ->
                    CommandException.usage(
                        name
                            + " has no known kind; name a file that ends in "
                            + String.join(" or ", extensions)));
    if (Files.exists(path, LinkOption.NOFOLLOW_LINKS) && !overwrite) {
      throw CommandException.unwritable(path + " exists; say --overwrite to replace it");
    }
    Path parent = path.toAbsolutePath().getParent();
    if (parent != null && !Files.isDirectory(parent)) {
      throw CommandException.unwritable("there is no directory " + parent + "; make it first");
    }
    tryToWrite(path);
    return new OutputFile(path, extension);
  }

  /**
   * Gives an incomplete file a name that says so: {@code clip.partial.webm} for {@code clip.webm},
   * or {@code clip.partial-2.webm} and so on. Never replaces a file.
   *
   * @return the new name
   */
  public Path keepAsPartial() throws IOException {
    String name = path.getFileName().toString();
    String stem = name.substring(0, name.length() - extension.length());
    String suffix = name.substring(stem.length());
    for (int i = 1; i < PARTIAL_NAMES; i++) {
      Path partial = path.resolveSibling(stem + ".partial" + (i == 1 ? "" : "-" + i) + suffix);
      if (!Files.exists(partial, LinkOption.NOFOLLOW_LINKS)) {
        return Files.move(path, partial);
      }
    }
    throw new IOException("there are " + PARTIAL_NAMES + " partial files already");
  }

  /**
   * Writes the file as a whole: under its name there is what was there before, or all of the new.
   *
   * @throws CommandException if that cannot be done
   */
  public void write(byte[] content) {
    Path draft =
        path.resolveSibling("." + path.getFileName() + "." + ProcessHandle.current().pid());
    try {
      try {
        Files.write(draft, content, StandardOpenOption.WRITE, StandardOpenOption.CREATE_NEW);
        Files.move(
            draft, path, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
      } finally {
        Files.deleteIfExists(draft);
      }
    } catch (IOException e) {
      throw unwritable(path, e);
    }
  }

  private static void tryToWrite(Path path) {
    try {
      if (Files.exists(path) && !Files.isRegularFile(path)) {
        return; // a pipe, which to open may wait for its reader, or a device
      }
      if (Files.exists(path)) {
        Files.newByteChannel(path, StandardOpenOption.WRITE).close();
      } else {
        Files.newByteChannel(path, StandardOpenOption.WRITE, StandardOpenOption.CREATE_NEW).close();
        Files.delete(path);
      }
    } catch (IOException e) {
      throw unwritable(path, e);
    }
  }

  private static CommandException unwritable(Path path, IOException cause) {
    String reason = reason(cause);
    return new CommandException(
        ExitCode.OUTPUT,
        reason.contains("No space left") ? "QuotaExceededError" : "NoModificationAllowedError",
        path + " cannot be written: " + reason + "; name another file",
        cause);
  }

  /** What the system said, without the file's name. */
  public static String reason(IOException failure) {
    return switch (failure) {
      case AccessDeniedException _ -> "permission denied";
      case NoSuchFileException _ -> "no such file or directory";
      case FileSystemException e when e.getReason() != null -> e.getReason();
      default ->
          failure.getMessage() == null ? failure.getClass().getSimpleName() : failure.getMessage();
    };
  }
}
