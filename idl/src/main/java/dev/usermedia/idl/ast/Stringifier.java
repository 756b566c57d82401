package dev.usermedia.idl.ast;

import java.util.List;

/** {@code stringifier;} by itself. */
public record Stringifier(List<ExtendedAttribute> extendedAttributes) implements Member {

  public Stringifier {
    extendedAttributes = List.copyOf(extendedAttributes);
  }

  @Override
  public String name() {
    return "";
  }
}
