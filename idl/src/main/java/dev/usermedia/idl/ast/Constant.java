package dev.usermedia.idl.ast;

import java.util.List;

/** A constant. */
public record Constant(
    List<ExtendedAttribute> extendedAttributes, IdlType type, String name, Literal value)
    implements Member {

  public Constant {
    extendedAttributes = List.copyOf(extendedAttributes);
  }
}
