package dev.usermedia.idl.coverage;

import dev.usermedia.idl.ast.Argument;
import dev.usermedia.idl.ast.Constructor;
import dev.usermedia.idl.ast.Definition;
import dev.usermedia.idl.ast.DictionaryDefinition;
import dev.usermedia.idl.ast.IdlType;
import dev.usermedia.idl.ast.InterfaceDefinition;
import dev.usermedia.idl.ast.Member;
import dev.usermedia.idl.ast.Operation;
import dev.usermedia.idl.ast.TypedefDefinition;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Which types an application hands in: those of arguments, and what these consist of. */
final class Inputs {
  private final List<Definition> definitions;
  private final Set<String> names = new HashSet<>();

  private Inputs(List<Definition> definitions) {
    this.definitions = definitions;
  }

  static Set<String> of(List<Definition> definitions) {
    Inputs inputs = new Inputs(definitions);
    for (Definition definition : definitions) {
      if (definition instanceof InterfaceDefinition it) {
        it.members().stream()
            .flatMap(member -> arguments(member).stream())
            .forEach(argument -> inputs.add(argument.type()));
      }
    }
    return Set.copyOf(inputs.names);
  }

  private static List<Argument> arguments(Member member) {
    return switch (member) {
      case Operation it -> it.arguments();
      case Constructor it -> it.arguments();
      default -> List.of();
    };
  }

  private void add(IdlType type) {
    switch (type) {
      case IdlType.Named it -> add(it.name());
      case IdlType.Generic it -> it.parameters().forEach(this::add);
      case IdlType.Union it -> it.members().forEach(this::add);
    }
  }

  private void add(String name) {
    if (!names.add(name)) {
      return;
    }
    for (Definition definition : definitions) {
      switch (definition) {
        case DictionaryDefinition it when it.name().equals(name) -> {
          it.inherits().ifPresent(this::add);
          it.members().forEach(member -> add(member.type()));
        }
        case TypedefDefinition it when it.name().equals(name) -> add(it.type());
        default -> {}
      }
    }
  }
}
