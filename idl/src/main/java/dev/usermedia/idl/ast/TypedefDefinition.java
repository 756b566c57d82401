package dev.usermedia.idl.ast;

import java.util.List;

/** Another name for a type. */
public record TypedefDefinition(
    List<ExtendedAttribute> extendedAttributes, IdlType type, String name) implements Definition {

  public TypedefDefinition {
    extendedAttributes = List.copyOf(extendedAttributes);
  }
}
