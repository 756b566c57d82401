package dev.usermedia.idl.glue;

import dev.usermedia.idl.IdlException;
import dev.usermedia.idl.IdlFiles;
import dev.usermedia.idl.IdlModel;
import dev.usermedia.idl.InterfaceModel;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Writes the glue of a choice of interfaces: a function of the runtime that defines them, those
 * inherited from first.
 */
public final class GlueWriter {
  private final IdlModel model;

  private GlueWriter(IdlModel model) {
    this.model = model;
  }

  /**
   * Writes a file of JavaScript.
   *
   * @param arguments the list of interfaces, one name in a line; the file to write
   */
  public static void main(String[] arguments) throws IOException {
    List<String> names =
        Files.readAllLines(Path.of(arguments[0])).stream()
            .map(line -> line.replaceFirst("#.*", "").strip())
            .filter(line -> !line.isEmpty())
            .toList();
    Path out = Path.of(arguments[1]);
    Files.createDirectories(out.getParent());
    Files.writeString(out, write(IdlFiles.model(IdlFiles.names()), names));
  }

  /**
   * The glue.
   *
   * @throws IdlException if an interface is not in the model
   */
  public static String write(IdlModel model, List<String> names) {
    GlueWriter writer = new GlueWriter(model);
    Set<String> ordered = new LinkedHashSet<>();
    names.forEach(name -> writer.addWithParents(name, ordered));
    TypeTable types = new TypeTable(model);
    String definitions =
        ordered.stream()
            .map(name -> new InterfaceWriter(model.interfaces().get(name), types).write())
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

  private void addWithParents(String name, Set<String> ordered) {
    InterfaceModel found = model.interfaces().get(name);
    if (found == null) {
      throw new IdlException("no interface " + name);
    }
    found.inherits().ifPresent(parent -> addWithParents(parent, ordered));
    ordered.add(name);
  }
}
