package dev.usermedia.idl.ast;

import java.util.List;
import java.util.Optional;

/** A member of a dictionary. A required one has no default. */
public record DictionaryMember(
    List<ExtendedAttribute> extendedAttributes,
    boolean required,
    IdlType type,
    String name,
    Optional<Literal> defaultValue) {

  public DictionaryMember {
    extendedAttributes = List.copyOf(extendedAttributes);
  }
}
