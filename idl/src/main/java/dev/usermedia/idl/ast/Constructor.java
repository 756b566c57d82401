package dev.usermedia.idl.ast;

import java.util.List;

/** A constructor operation. */
public record Constructor(List<ExtendedAttribute> extendedAttributes, List<Argument> arguments)
    implements Member {

  public Constructor {
    extendedAttributes = List.copyOf(extendedAttributes);
    arguments = List.copyOf(arguments);
  }

  @Override
  public String name() {
    return "";
  }
}
