package dev.usermedia.idl.ast;

import java.util.List;
import java.util.Optional;

/**
 * An argument of an operation, constructor or callback.
 *
 * @param variadic whether any number of values may follow, {@code ...}
 */
public record Argument(
    List<ExtendedAttribute> extendedAttributes,
    boolean optional,
    IdlType type,
    boolean variadic,
    String name,
    Optional<Literal> defaultValue) {

  public Argument {
    extendedAttributes = List.copyOf(extendedAttributes);
  }
}
