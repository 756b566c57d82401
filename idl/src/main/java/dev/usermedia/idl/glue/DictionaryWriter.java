package dev.usermedia.idl.glue;

import dev.usermedia.idl.IdlModel;
import dev.usermedia.idl.ast.DictionaryDefinition;
import dev.usermedia.idl.ast.DictionaryMember;
import java.util.Comparator;
import java.util.stream.Collectors;

/** Writes dictionaries, enumerations and callbacks as data for the runtime's converters. */
final class DictionaryWriter {
  private final IdlModel model;
  private final TypeTable types;

  DictionaryWriter(IdlModel model, TypeTable types) {
    this.model = model;
    this.types = types;
  }

  /** All of them: a script refers to few, but each is only some bytes and no work. */
  String write() {
    StringBuilder out = new StringBuilder();
    model.enums().values().stream()
        .map(
            it ->
                it.values().stream()
                    .map(value -> "\"" + value + "\"")
                    .collect(Collectors.joining(", ", "R.enums." + it.name() + " = [", "];\n")))
        .forEach(out::append);
    model.dictionaries().values().stream().map(this::dictionary).forEach(out::append);
    model
        .callbacks()
        .forEach(
            (name, it) ->
                out.append("R.callbacks.")
                    .append(name)
                    .append(" = ")
                    .append(types.data(it.returnType(), java.util.List.of()))
                    .append(";\n"));
    return out.toString();
  }

  /** Members in the order in which they are read: that of their names. */
  private String dictionary(DictionaryDefinition it) {
    return it.members().stream()
        .sorted(Comparator.comparing(DictionaryMember::name))
        .map(
            member ->
                "[\""
                    + member.name()
                    + "\", "
                    + types.data(member.type(), member.extendedAttributes())
                    + ", "
                    + member.required()
                    + member
                        .defaultValue()
                        .map(value -> ", () => " + Calls.literal(value))
                        .orElse("")
                    + "]")
        .collect(
            Collectors.joining(
                ",\n  ",
                "R.dictionaries."
                    + it.name()
                    + " = () => ["
                    + it.inherits().map(parent -> "\"" + parent + "\"").orElse("null")
                    + ", [\n  ",
                "]];\n"));
  }
}
