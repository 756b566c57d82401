package dev.usermedia.idl.ast;

import java.util.List;

/**
 * A callback function.
 *
 * @param constructor whether it is called with {@code new}
 */
public record CallbackDefinition(
    List<ExtendedAttribute> extendedAttributes,
    boolean constructor,
    String name,
    IdlType returnType,
    List<Argument> arguments)
    implements Definition {

  public CallbackDefinition {
    extendedAttributes = List.copyOf(extendedAttributes);
    arguments = List.copyOf(arguments);
  }
}
