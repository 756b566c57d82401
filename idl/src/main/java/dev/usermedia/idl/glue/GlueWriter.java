package dev.usermedia.idl.glue;

import dev.usermedia.idl.IdlException;
import dev.usermedia.idl.IdlFiles;
import dev.usermedia.idl.IdlModel;
import dev.usermedia.idl.InterfaceModel;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Writes the glue of a choice of interfaces: a function of the runtime that defines them, those
 * inherited from first.
 */
public final class GlueWriter {
  private static final Pattern WORD = Pattern.compile("[A-Za-z_$][\\w$]*");

  private final IdlModel model;

  private GlueWriter(IdlModel model) {
    this.model = model;
  }

  /**
   * Writes a file of JavaScript.
   *
   * @param arguments the list of interfaces, one name in a line; the directory of their
   *     implementations; the file to write
   */
  public static void main(String[] arguments) throws IOException {
    List<String> names =
        Files.readAllLines(Path.of(arguments[0])).stream()
            .map(line -> line.replaceFirst("#.*", "").strip())
            .filter(line -> !line.isEmpty())
            .toList();
    Path out = Path.of(arguments[2]);
    Files.createDirectories(out.getParent());
    Files.writeString(
        out, write(IdlFiles.model(IdlFiles.names()), names, words(Path.of(arguments[1]))));
  }

  /** All words in the files of a directory. */
  private static Set<String> words(Path directory) throws IOException {
    try (Stream<Path> files = Files.list(directory)) {
      return files
          .map(GlueWriter::read)
          .flatMap(text -> WORD.matcher(text).results())
          .map(MatchResult::group)
          .collect(Collectors.toSet());
    }
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * The glue.
   *
   * @param implemented all words of the implementations: a member that is not among them is left
   *     out
   * @throws IdlException if an interface is not in the model
   */
  public static String write(IdlModel model, List<String> names, Set<String> implemented) {
    GlueWriter writer = new GlueWriter(model);
    Set<InterfaceModel> ordered = new LinkedHashSet<>();
    names.forEach(name -> writer.addWithParents(name, ordered));
    TypeTable types = new TypeTable(model);
    String definitions =
        ordered.stream()
            .map(found -> new InterfaceWriter(found, types, implemented).write())
            .collect(Collectors.joining("\n"));
    String dictionaries = new DictionaryWriter(model, types).write();
    return "// Generated from the specifications' IDL.\n\"use strict\";\n(function (R) {\n"
        + "const t = R.converters("
        + types.table()
        + ");\n"
        + dictionaries
        + definitions
        + "})\n";
  }

  private void addWithParents(String name, Set<InterfaceModel> ordered) {
    InterfaceModel found = model.interfaces().get(name);
    if (found == null) {
      throw new IdlException("no interface " + name);
    }
    found.inherits().ifPresent(parent -> addWithParents(parent, ordered));
    ordered.add(found);
  }
}
